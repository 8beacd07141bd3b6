"""Pages in a look that is not saved yet. Those who draw pages (the portal, documents) say so here when they start."""

import re
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils.module_loading import import_string

from leavingwell.themes.header_pictures import header_of
from leavingwell.themes.models import Theme
from leavingwell.themes.palettes import MEDIA
from leavingwell.themes.tokens import stylesheet, tokens_of

ALWAYS, NEVER = "(min-width: 0)", "(max-width: -1px)"
LINK = re.compile(r"(<a\b[^>]*?)\shref=(\"[^\"]*\"|'[^']*')")


DRAFT_SHEET = "draft.css"  # the address of a sheet that is nowhere yet: it is put into the page itself


@dataclass(frozen=True)
class Draft:
    """A look as a page needs it. `mode` is one of the four sets of colours."""

    theme: Theme
    mode: str
    council_name: str

    @property
    def tokens(self) -> dict[str, Any]:
        return tokens_of(self.theme)

    @property
    def sheet_address(self) -> str:
        return DRAFT_SHEET

    @property
    def sheet(self) -> str:
        return emulated(stylesheet(self.tokens), self.mode)

    @property
    def logo(self) -> dict[str, str] | None:
        logo = self.theme.logo
        return {"url": logo.file.url, "alternativeText": self.theme.logo_alternative_text} if logo else None

    @property
    def header(self) -> dict[str, str] | None:
        picture = header_of(self.theme)
        words = "" if self.theme.header_is_decoration else self.theme.header_alternative_text
        return {"url": picture.url, "alternativeText": words} if picture else None


@dataclass(frozen=True)
class Preview:
    """`path` names a function of a request and a `Draft` that answers a whole HTML page.

    It is imported when somebody looks, not when the platform starts. `keeps_its_width`: paper, which is no wider on a
    wider screen.
    """

    name: str
    title: Any
    path: str
    order: int
    keeps_its_width: bool = False

    def draw(self, request: HttpRequest, draft: Draft) -> str:
        return str(import_string(self.path)(request, draft))


_previews: dict[str, Preview] = {}


def offer(preview: Preview) -> None:
    _previews[preview.name] = preview


def previews() -> list[Preview]:
    return sorted(_previews.values(), key=lambda one: one.order)


def emulated(sheet: str, mode: str) -> str:
    """A stylesheet as a reader with these settings gets it, whatever those of the editor are."""
    wants = {MEDIA["dark"]: mode.endswith("dark"), MEDIA["contrast"]: mode.startswith("contrast")}
    for condition, holds in wants.items():
        sheet = sheet.replace(condition, ALWAYS if holds else NEVER)
    return sheet.replace("color-scheme: light dark", f"color-scheme: {'dark' if mode.endswith('dark') else 'light'}")


def inert(html: str) -> str:
    """Without where its links lead: a preview is looked at, not walked."""
    return LINK.sub(r"\1", html)
