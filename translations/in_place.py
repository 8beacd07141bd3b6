"""A page of the portal with `?words=` and a key: a translation in its place, for the translator who asked for it.

Nobody else gets anything by the key, and no cache keeps the page.
"""

from collections.abc import Callable
from dataclasses import dataclass
from html import unescape
from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import translation
from django.utils.html import strip_tags

from leavingwell.platform.people.request import Request
from leavingwell.translations.highlighting import highlighted, holds
from leavingwell.translations.models import Area, TranslationUnit
from leavingwell.translations.registry import Words
from leavingwell.translations.services.trying import Tried, trial_of, tried
from leavingwell.translations.trying import marked_one, trying

NAME = "words"
PATH = "/preview/words/"  # the portal's: for words that stand on no page of their own
READING = ("GET", "HEAD")
NOT_HERE = ("/admin/", "/graphql/")
LOOKED_FOR = frozenset({200, 301, 302, 403, 404})  # an answer without the words: they are shown at PATH instead
HEADERS = {"Cache-Control": "private, no-store", "Referrer-Policy": "no-referrer", "X-Robots-Tag": "noindex"}


@dataclass(frozen=True)
class Look:
    """For the page: what is looked at, and the way back. `is_paper`: it stands in a document or an e-mail."""

    label: str
    language: str
    back: str
    words: Words
    area: str

    @property
    def forms(self) -> list[str]:
        """Bare of tags, to be shown in any place."""
        forms = self.words if isinstance(self.words, list) else [self.words]
        return [marked_one(unescape(strip_tags(form.replace("</p>", " ")))) for form in forms]

    @property
    def is_paper(self) -> bool:
        return self.area in (Area.DOCUMENTS, Area.EMAILS)


def address_of(unit: TranslationUnit, key: str) -> str:
    """Where the words stand, in the portal."""
    path = unit.address if unit.address not in ("", "/") else PATH
    return f"{path}{'&' if '?' in path else '?'}{NAME}={key}"


class InPlaceMiddleware:
    def __init__(self, get_response: Callable[[Request], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: Any) -> HttpResponseBase:
        key = request.GET.get(NAME, "") if request.method in READING and request.council else ""
        if not key or request.path.startswith(NOT_HERE):
            return self.get_response(request)
        found = tried(key, by=request.viewer) if request.viewer else None
        response = self.drawn(request, *found) if found else self.over(request)
        for name, value in HEADERS.items():
            response.headers[name] = value
        return response

    def over(self, request: Any) -> HttpResponseBase:
        request.words_over = True
        return self.get_response(request)

    def drawn(self, request: Any, unit: TranslationUnit, found: Tried) -> HttpResponseBase:
        request.language = found.language
        request.words_tried = look_at(unit, found)
        with trying(trial_of(unit, found)), translation.override(found.language):
            response = self.get_response(request)
        page = response if isinstance(response, HttpResponse) and is_html(response) else None
        html = page.content.decode() if page else ""
        if not holds(html) and request.path != PATH and response.status_code in LOOKED_FOR:
            return HttpResponseRedirect(f"{PATH}?{NAME}={request.GET[NAME]}")
        if page:
            page.content = highlighted(html).encode()
        return response


def is_html(response: HttpResponse) -> bool:
    return response.headers.get("Content-Type", "").startswith("text/html")


def look_at(unit: TranslationUnit, found: Tried) -> Look:
    back = reverse("workbench:text", args=[unit.pk, found.language])
    return Look(unit.label, found.language, back, found.words, unit.area)
