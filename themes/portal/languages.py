"""The languages in which the portal itself speaks. The council's own texts come in many more."""

from pathlib import Path

from django.http import HttpRequest

SOURCE = "en"
SPOKEN = frozenset(
    {SOURCE, *(folder.name for folder in (Path(__file__).parent / "locale").iterdir() if folder.is_dir())}
)


def asked_language(request: HttpRequest) -> str:
    """The language that the reader wants everything in."""
    found: str = getattr(request, "language", SOURCE)
    return found


def interface_language(asked: str) -> str:
    """The language of buttons and headings on a page that was asked for in `asked`."""
    return asked if asked in SPOKEN else SOURCE
