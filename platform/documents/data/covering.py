"""Leaving marked words out of a copy: a block stands in their place, with a letter that says why."""

from collections.abc import Sequence
from functools import cached_property
from typing import Any

from leavingwell.platform.documents.markup import clean, drawn, read, write
from leavingwell.platform.people.models import YoungPerson
from leavingwell.platform.plans.models import Redaction
from leavingwell.platform.plans.redactable import BY_LABEL, live_redactions
from leavingwell.questionnaires.models import AnswerRevision

LETTERS = {Redaction.Reason.THIRD_PARTY: "A", Redaction.Reason.SAFETY: "B", Redaction.Reason.LEGAL: "C"}


def block(reason: str) -> str:
    """Always of one length, so that it does not tell how long the words are."""
    return f"■■■■ ({LETTERS[Redaction.Reason(reason)]})"


def covered(text: str, redactions: Sequence[Redaction]) -> str:
    """The text with blocks in place of what is marked; overlapping marks make one block of the first's reason."""
    parts, place = [], 0
    for redaction in sorted(redactions, key=lambda one: (one.start, one.end)):
        if redaction.start >= place:
            parts += [text[place : redaction.start], block(redaction.reason)]
        place = max(place, redaction.end)
    return "".join([*parts, text[place:]])


class Cover:
    """What is marked in one young person's record, at the time of the copy."""

    def __init__(self, young_person: YoungPerson) -> None:
        self.marks = live_redactions(young_person)

    def text(self, row: Any, field: str) -> str:
        """A row's text as the copy shows it. The earlier states of a marked note are left out whole."""
        text = str(getattr(row, field))
        if isinstance(row, AnswerRevision) and field == "worker_note":
            marks = self.marks.get(("questionnaires.answer", row.answer_id), ())
            return block(marks[0].reason) if marks and text else text
        marks = tuple(one for one in self.marks.get((row._meta.label_lower, row.pk), ()) if one.field == field)
        return covered(text, marks)

    @cached_property
    def lines(self) -> dict[str, str]:
        """Each line of a marked text, as it is and as a copy shows it."""
        found: dict[str, str] = {}
        for (label, pk), marks in self.marks.items():
            kind = BY_LABEL[label]
            row = kind.model._default_manager.filter(pk=pk).first()
            if row is not None:
                found |= lines_of(str(getattr(row, kind.field)), marks)
        return found

    def page(self, html: str) -> str:
        """A page that shows such texts, line by line, with the blocks in."""
        if not self.lines:
            return html
        root = read(html)
        for element in drawn(root):
            element.text = self.shown(element.text)
            for child in element:
                child.tail = self.shown(child.tail)
        return write(root)

    def shown(self, text: str | None) -> str | None:
        for line, instead in self.lines.items():
            if text and line in text:
                text = text.replace(line, instead)
        return text


def lines_of(text: str, marks: Sequence[Redaction]) -> dict[str, str]:
    """The lines that hold marked words; a mark over a line's end covers its part of each line."""
    found, place = {}, 0
    for line in text.split("\n"):
        bare, shift = line.strip(), len(line) - len(line.lstrip())
        begins = place + shift
        if here := [part for mark in marks if (part := part_of(mark, begins, begins + len(bare)))]:
            found[clean(bare)] = clean(covered(bare, here))
        place += len(line) + 1
    return found


def part_of(mark: Redaction, start: int, end: int) -> Redaction | None:
    """The part of a mark that lies between two places of the text, counted from the first."""
    if mark.start >= end or mark.end <= start:
        return None
    return Redaction(start=max(mark.start, start) - start, end=min(mark.end, end) - start, reason=mark.reason)
