"""The council's local offer in the Open Referral UK standard, at the addresses that the standard gives them."""

import json
from collections.abc import Callable, Iterable, Sequence
from hashlib import sha256
from typing import Any
from uuid import UUID

from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import translation
from django.utils.http import http_date
from django.utils.translation import gettext as _

from leavingwell.content.open_referral.publishing import asking
from leavingwell.content.open_referral.publishing.places import at_location_id
from leavingwell.content.open_referral.publishing.service import (
    Publisher,
    organization,
    service_at_location,
    short_service,
    whole_service,
)
from leavingwell.content.open_referral.publishing.terms import all_terms, taxonomies
from leavingwell.platform.public_answers import FOR_A_MINUTE, kept, problem, public, unknown
from leavingwell.translations.languages import SOURCE

Rows = Any  # a queryset or a list: both are counted and cut alike
Make = Callable[[Any], dict[str, Any]]
PROFILE = "https://docs.openreferraluk.org/"
SOMEWHERE = ~Q(address="", directions_en="") & ~Q(address="", directions_en=None)


def answer(request: HttpRequest, found: Any, changed: Iterable[Any] = ()) -> HttpResponse:
    """With an ETag of what it says, so that it is right whatever changed: an offer taken off has no day of its own."""
    text = json.dumps(found, cls=DjangoJSONEncoder, sort_keys=True)
    response = kept(request, sha256(text.encode()).hexdigest(), FOR_A_MINUTE, lambda: found)
    if days := [day for day in changed if day]:
        response["Last-Modified"] = http_date(max(days).timestamp())
    return response


def feed(view: Any) -> Any:
    """A view of the feed: in English, as the standard knows one language, and with words for what makes no sense."""

    @public
    def made(request: HttpRequest, **parts: str) -> HttpResponse:
        with translation.override(SOURCE):
            try:
                response: HttpResponse = view(request, **parts)
            except asking.BadAsking as bad:
                return problem(400, _("We do not understand this."), str(bad))
            return response

    return made


def publisher_for(request: Any) -> Publisher:
    return Publisher.of(request.council, request.build_absolute_uri("/").rstrip("/"))


def paged(request: HttpRequest, rows: Rows, make: Make) -> HttpResponse:
    page = asking.number(request.GET, "page", 1, asking.MOST_PAGES)
    size = asking.number(request.GET, "per_page", asking.PER_PAGE, asking.MOST_PER_PAGE)
    total = len(rows) if isinstance(rows, list) else rows.count()
    pages = -(-total // size)
    found: Sequence[Any] = list(rows[(page - 1) * size : page * size])
    body = {
        "total_items": total,
        "total_pages": pages,
        "page_number": page,
        "size": len(found),
        "first_page": page == 1,
        "last_page": page >= pages,
        "empty": not found,
        "contents": [make(one) for one in found],
    }
    return answer(request, body, (getattr(one, "last_published_at", None) for one in found))


def one_of(request: HttpRequest, found: dict[str, Any] | None) -> HttpResponse:
    return answer(request, found) if found else unknown(_("There is nothing with this id."))


def uuid_in(key: str) -> UUID | None:
    try:
        return UUID(key) if len(key) == 36 else None
    except ValueError:
        return None


@feed
def about(request: HttpRequest) -> HttpResponse:
    address = request.build_absolute_uri(reverse("open_referral_about"))
    return answer(
        request, {"version": "3.0", "profile": PROFILE, "openapi_url": PROFILE, "services": f"{address}services"}
    )


@feed
def services(request: HttpRequest) -> HttpResponse:
    publisher, offers = publisher_for(request), asking.offers_asked_for(request.GET)
    make = whole_service if request.GET.get("full") == "true" else short_service
    return paged(request, offers, lambda offer: make(offer, publisher))


@feed
def service(request: HttpRequest, key: str) -> HttpResponse:
    offer = asking.live_offers().filter(translation_key=uuid_in(key)).first()
    if offer is None:
        return unknown(_("There is nothing with this id."))
    return answer(request, whole_service(offer, publisher_for(request)), [offer.last_published_at])


@feed
def at_locations(request: HttpRequest) -> HttpResponse:
    publisher, offers = publisher_for(request), asking.offers_asked_for(request.GET).filter(SOMEWHERE)
    whole = request.GET.get("full") == "true"
    return paged(request, offers, lambda offer: service_at_location(offer, publisher, whole=whole))


@feed
def at_location(request: HttpRequest, key: str) -> HttpResponse:
    places = asking.live_offers().filter(SOMEWHERE)
    keys = {at_location_id(one): one for one in places.values_list("translation_key", flat=True)}
    offer = places.filter(translation_key=keys.get(key.lower())).first()
    return one_of(request, service_at_location(offer, publisher_for(request), whole=True) if offer else None)


def organizations_of(request: HttpRequest) -> list[dict[str, str]]:
    names = asking.live_offers().order_by("provider").values_list("provider", flat=True).distinct()
    publisher = publisher_for(request)
    return [organization(publisher, name) for name in dict.fromkeys(["", *names])]


@feed
def organizations(request: HttpRequest) -> HttpResponse:
    return paged(request, organizations_of(request), dict)


@feed
def one_organization(request: HttpRequest, key: str) -> HttpResponse:
    return one_of(request, next((one for one in organizations_of(request) if one["id"] == key.lower()), None))


@feed
def all_taxonomies(request: HttpRequest) -> HttpResponse:
    return paged(request, taxonomies(), dict)


@feed
def taxonomy(request: HttpRequest, key: str) -> HttpResponse:
    found = next((one for one in taxonomies() if one["id"] == key.lower()), None)
    terms = [one for one in all_terms() if one["taxonomy_id"] == key.lower()]
    return one_of(request, {**found, "taxonomy_terms": terms} if found else None)


@feed
def taxonomy_terms(request: HttpRequest) -> HttpResponse:
    return paged(request, all_terms(), dict)


@feed
def taxonomy_term(request: HttpRequest, key: str) -> HttpResponse:
    return one_of(request, next((one for one in all_terms() if one["id"] == key.lower()), None))
