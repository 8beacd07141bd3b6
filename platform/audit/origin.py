"""Where a change or a look comes from: through which door, and from which address."""

from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass
from enum import StrEnum

from allauth.core.internal.httpkit import get_client_ip
from django.core.exceptions import ImproperlyConfigured
from django.core.validators import validate_ipv46_address
from django.forms import ValidationError
from django.http import HttpRequest
from django.http.response import HttpResponseBase


class Place(StrEnum):
    PORTAL = "portal"
    API = "api"
    ADMIN = "admin"
    JOB = "job"


PREFIXES = {"/graphql/": Place.API, "/_allauth/": Place.API, "/admin/": Place.ADMIN}


@dataclass(frozen=True)
class Origin:
    place: Place = Place.JOB
    address: str | None = None


NO_REQUEST = Origin()  # a job or a command
_origin: ContextVar[Origin] = ContextVar("origin", default=NO_REQUEST)


def origin() -> Origin:
    """Of the request that is being answered; a job's outside of one."""
    return _origin.get()


def place_of(path: str) -> Place:
    return next((place for prefix, place in PREFIXES.items() if path.startswith(prefix)), Place.PORTAL)


def address_of(request: HttpRequest) -> str | None:
    """The client's address, with the same trust in proxies as sign-in has (`ALLAUTH_TRUSTED_…`); None if unknown."""
    try:
        found: str = get_client_ip(request) or ""
        validate_ipv46_address(found)
    except (ValidationError, ImproperlyConfigured):
        return None
    return found


class OriginMiddleware:
    """Outside of the council's middleware, so that a streamed answer is made under the same origin."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        token = _origin.set(Origin(place_of(request.path), address_of(request)))
        try:
            return self.get_response(request)
        finally:
            _origin.reset(token)
