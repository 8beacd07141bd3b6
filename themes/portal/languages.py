"""The languages in which the portal itself speaks. The council's own texts come in many more."""

from pathlib import Path

from django.http import HttpRequest

SOURCE = "en"
NEARLY_ALL = 0.8  # of the texts of the fullest catalogue: with fewer, a page would be in no language


def texts_in(catalogue: Path) -> int:
    """How many texts a compiled catalogue has, as its head says."""
    return int.from_bytes(catalogue.read_bytes()[8:12], "little")


CATALOGUES = {path.parts[-3]: texts_in(path) for path in Path(__file__).parent.glob("locale/*/LC_MESSAGES/django.mo")}
SPOKEN = frozenset(
    {SOURCE, *(code for code, texts in CATALOGUES.items() if texts >= NEARLY_ALL * max(CATALOGUES.values()))}
)


def asked_language(request: HttpRequest) -> str:
    """The language that the reader wants everything in."""
    found: str = getattr(request, "language", SOURCE)
    return found


def interface_language(request: HttpRequest, asked: str) -> str:
    """The language of buttons and headings on a page that was asked for in `asked`: that, or what stands in for it.

    A translator who looks at words in their place sees them, however little else there is in their language.
    """
    if (looked_at := getattr(request, "words_tried", None)) and looked_at.language == asked:
        return asked
    council = getattr(request, "council", None)
    stand_ins = council.language_fallbacks.get(asked, ()) if council else ()
    return next((code for code in (asked, *stand_ins) if code in SPOKEN), SOURCE)


def navigation_language(request: HttpRequest) -> str | None:
    """The language of header, menu and footer on a page in English, where at least these are in the reader's own."""
    asked = asked_language(request)
    is_english = interface_language(request, asked) == SOURCE
    return asked if is_english and asked in CATALOGUES else None
