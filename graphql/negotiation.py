"""Which media type to answer in."""

from collections.abc import Sequence

from django.http import HttpRequest
from django.http.request import MediaType
from django.utils.translation import gettext as _

from leavingwell.graphql.refusals import Refusal

JSON = "application/json"
GRAPHQL_JSON = "application/graphql-response+json"
HTML = "text/html"


def preferred(header: str, offered: Sequence[str]) -> str | None:
    """The offered type that the header likes best; between equals the one it names itself, and names first.

    Parameters do not matter, above all not `charset`: what we write is UTF-8.
    """
    accepted = [MediaType(token) for token in header.split(",") if token.strip()]
    best: tuple[tuple[float, int, int], str] | None = None
    for media_type in offered:
        matching = [one for one in accepted if one.match(media_type)]
        if not matching:
            continue
        nearest = max(matching, key=lambda one: one.specificity)
        liking = (nearest.quality, nearest.specificity, -accepted.index(nearest))
        if nearest.quality and (best is None or liking > best[0]):
            best = liking, media_type
    return best[1] if best else None


def chosen(request: HttpRequest, *offered: str) -> str | None:
    try:
        return preferred(request.headers.get("Accept") or "*/*", offered)
    except ValueError:  # Django refuses to read headers of exorbitant length
        return None


def media_type_for(request: HttpRequest) -> str:
    """`application/json`, unless the newer type is asked for. Raises a 406 for a client that takes neither."""
    media_type = chosen(request, JSON, GRAPHQL_JSON)
    if media_type is None:
        raise Refusal(406, "NOT_ACCEPTABLE", _("We can answer in application/json."))
    return media_type


def wants_page(request: HttpRequest) -> bool:
    """Whether somebody came here with a browser, to look."""
    asks_nothing = not {"query", "extensions"} & set(request.GET)
    return request.method in ("GET", "HEAD") and asks_nothing and chosen(request, JSON, GRAPHQL_JSON, HTML) == HTML
