"""The pages of the preview side by side: each in a frame of its own, with no address and no script."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.contrib.staticfiles import finders
from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import override as language_is

from leavingwell.themes.admin.fields import PREVIEW_MODES, WIDTHS
from leavingwell.themes.curated import coverage
from leavingwell.themes.palettes import MODES
from leavingwell.themes.preview import DRAFT_SHEET, Draft, emulated, inert, previews
from leavingwell.translations.languages import SOURCE

PORTAL_SHEET = re.compile(r'href="[^"]*/portal/([a-z_]+)(?:\.[0-9a-f]{12})?\.css"')
SHEET_VIEW = "wagtailsnippets_themes_theme:preview_sheet"


@dataclass(frozen=True)
class Frame:
    name: str
    title: Any
    page: str
    width: str


def framed(html: str, draft: Draft) -> str:
    """The page with the sheets that a reader with these settings gets."""
    html = html.replace(f'<link rel="stylesheet" href="{DRAFT_SHEET}">', f"<style>{draft.sheet}</style>")
    html = PORTAL_SHEET.sub(lambda found: f'href="{reverse(SHEET_VIEW, args=[draft.mode, found[1]])}"', html)
    return inert(html)


def frames(request: HttpRequest, draft: Draft, width: str) -> list[Frame]:
    return [
        Frame(one.name, one.title, framed(one.draw(request, draft), draft), "paper" if one.keeps_its_width else width)
        for one in previews()
    ]


def allowed(value: Any, options: Any) -> str:
    """What was chosen, or the first where it is none of them."""
    names = [name for name, _label in options]
    return str(value if value in names else names[0])


def board(request: Any, form: Any) -> str:
    """The form's look as it stands, on every page that somebody offers. Nothing on the nation's own host."""
    council = getattr(request, "council", None)
    if council is None:
        return ""
    mode = allowed(form["preview_mode"].value(), PREVIEW_MODES)
    width = allowed(form["preview_width"].value(), WIDTHS)
    draft = Draft(form.draft(), mode, council.name)
    with language_is(council.default_language):
        drawn = frames(request, draft, width)
    return render_to_string("themes/admin/board.html", {"frames": drawn, "language": get_language()})


def coverages(request: Any, form: Any) -> dict[str, str]:
    """What draws the council's languages, in words, for each of the two choices of letters."""
    council, draft = getattr(request, "council", None), form.draft()
    codes = (council.language_codes or [council.default_language]) if council else [SOURCE]
    return {name: coverage(getattr(draft, name), codes) for name in ("body_font", "heading_font")}


@lru_cache(maxsize=64)
def sheet_of(name: str, mode: str) -> str | None:
    path = finders.find(f"portal/{name}.css")
    if not isinstance(path, str):
        return None
    with open(path, encoding="utf-8") as file:
        return emulated(file.read(), mode)


def sheet(request: HttpRequest, mode: str, name: str) -> HttpResponse:
    """One of the portal's own sheets, as a reader with these settings gets it. It holds nothing of any council."""
    found = sheet_of(name, mode) if mode in MODES and re.fullmatch("[a-z_]+", name) else None
    if found is None:
        raise Http404
    answer = HttpResponse(found, content_type="text/css; charset=utf-8")
    answer["Cache-Control"] = "private, max-age=600"
    return answer
