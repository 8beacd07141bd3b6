"""Asking a council's provider: over HTTPS, never inside our own network, and never for long."""

import socket
from typing import Any
from urllib.parse import urlsplit

import requests
from django.conf import settings

from leavingwell.platform.councils.public_addresses import is_public

PATIENCE = 5  # seconds


class NotPublic(requests.RequestException):
    """The address is not HTTPS, or leads into a private network."""


def check_public(address: str) -> None:
    """Raises `NotPublic`. A name that changes its mind afterwards still needs a certificate that fits it."""
    if settings.SINGLE_SIGN_ON_ANYWHERE:
        return
    parts = urlsplit(address)
    if parts.scheme != "https" or not parts.hostname:
        raise NotPublic("not HTTPS")
    try:
        found = socket.getaddrinfo(parts.hostname, parts.port or 443, type=socket.SOCK_STREAM)
    except (OSError, ValueError):  # no such name, or none at all
        raise NotPublic("unknown host") from None
    if not all(is_public(str(place[4][0])) for place in found):
        raise NotPublic("a private address")


class PublicSession(requests.Session):
    def request(self, method: Any, url: Any, *args: Any, **kwargs: Any) -> requests.Response:
        check_public(str(url))
        answer = super().request(method, url, *args, **{"timeout": PATIENCE, "allow_redirects": False, **kwargs})
        if answer.is_redirect:
            raise NotPublic("it sends us elsewhere")
        return answer
