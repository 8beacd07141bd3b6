"""What both versions of XLIFF share: reading a text with codes inside, its notes, and the languages of a file."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from leavingwell.platform.problems import invalid
from leavingwell.translations.exchange.entries import Line
from leavingwell.translations.exchange.refusals import at_line
from leavingwell.translations.exchange.safe_xml import first, name_of
from leavingwell.translations.languages import SOURCE

SPACE = "{http://www.w3.org/XML/1998/namespace}space"
AROUND = ("g", "pc", "mrk")  # codes that hold words: the words count
MARK, PLACE, NOTE = "mark", "place", "note"  # what the notes of a text are for


class Strange(ValueError):
    """The words of a text cannot be told. Its argument says in words why."""


def text_of(element: Any) -> str:
    """Raises `Strange`."""
    if element is None:
        return ""
    pieces = [element.text or ""]
    for child in element:
        name = name_of(child)
        if name not in AROUND:
            raise Strange(_("There is a code <%s> in it. Write the words as they were exported.") % (name or "&"))
        pieces += [text_of(child), child.tail or ""]
    return "".join(pieces)


def line_of(element: Any, text_id: str, mark: str, seen: Any, words: list[Any], is_ready: bool | None) -> Line:
    """`words` are the elements in which the translation stands, in their order."""
    place, _dot, form = text_id.partition(".")
    told, fault, text = "", "", ""
    try:
        if len(words) > 1 and any(element is None for element in words):
            raise Strange(_("A part of it has no translation."))
        text, told = "".join(map(text_of, words)), "".join(map(text_of, seen))
    except Strange as error:
        fault = str(error)
    return Line(element.sourceline or 0, place, form, text, mark, told, is_ready, fault)


def checked_languages(root: Any, source: str, target: str) -> str:
    """Of files without a target language, nobody knows what they are. Raises INVALID."""
    number = root.sourceline or 1
    if source.split("-")[0].lower() != SOURCE:
        raise invalid(at_line(number, _("The file is not translated from English, but from “%s”.") % source[:20]))
    if not target:
        raise invalid(at_line(number, _("The file does not say into which language it is translated.")))
    return target


def notes_of(element: Any, about: str, name: str) -> str:
    """The text of the first note about something; `name` is that of the attribute which says what it is about."""
    notes = first(element, "notes")
    found = [note for note in (element if notes is None else notes) if name_of(note) == "note"]
    return next((note.text or "" for note in found if note.get(name) == about), "")


def every(root: Any, name: str) -> Iterator[Any]:
    return (element for element in root.iter() if name_of(element) == name)
