"""The columns of a table of translations, told by their names: somebody may have moved them."""

import re
from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _

from leavingwell.platform.problems import invalid
from leavingwell.translations.exchange.entries import Entry, Line
from leavingwell.translations.exchange.refusals import at_line

PLACE, ENGLISH, NOTES, LONGEST, STATUS = "Where it stands", "English", "Notes", "Longest", "Status"
ID, FORM, MARK = "Id", "Form", "Mark"
TRANSLATION = re.compile(r"Translation \(([A-Za-z-]{2,10})\)")


def headers(language: str) -> list[str]:
    return [PLACE, ENGLISH, f"Translation ({language})", NOTES, LONGEST, STATUS, FORM, ID, MARK]


def rows_of(entry: Entry) -> Iterator[list[str]]:
    for form, source, words in entry.parts():
        longest = str(entry.max_length or "")
        notes = "\n".join(entry.notes)
        yield [entry.about, source, words, notes, longest, entry.status.value, form, entry.id, str(entry.mark)]


class Columns:
    """Where each of the columns stands that are read. Raises INVALID."""

    def __init__(self, names: Sequence[str]) -> None:
        names = [name.strip() for name in names]
        found = [(at, match[1]) for at, name in enumerate(names) if (match := TRANSLATION.fullmatch(name))]
        if len(found) != 1 or any(names.count(name) != 1 for name in (ENGLISH, FORM, ID, MARK)):
            raise invalid(at_line(1, _("The columns are not those that were exported. Keep their names in line 1.")))
        self.words, self.language = found[0]
        self.english, self.form, self.id, self.mark = (names.index(name) for name in (ENGLISH, FORM, ID, MARK))

    def line(self, number: int, cells: Sequence[str], fault: str = "") -> Line:
        told = [*cells, *[""] * (max(self.words, self.english, self.form, self.id, self.mark) + 1 - len(cells))]
        key, form, mark = (told[at].strip() for at in (self.id, self.form, self.mark))
        return Line(number, key, form, told[self.words], mark, told[self.english], fault=fault)
