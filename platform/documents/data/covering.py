"""Leaving marked words out of a copy: a block stands in their place, with a letter that says why."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any

from leavingwell.platform.documents.markup import clean, drawn, read, write
from leavingwell.platform.people.models import YoungPerson
from leavingwell.platform.plans.marked_words import parts_of
from leavingwell.platform.plans.models import Redaction, WordsTranslation
from leavingwell.platform.plans.redactable import BY_FIELD, live_redactions
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
        """A row's text as the copy shows it.

        The earlier states of a marked note, and what marked words mean in another language, are left out whole.
        """
        text = str(getattr(row, field))
        if marks := self.whole(row, field):
            return block(marks[0].reason) if text else text
        here = [one for one in self.marks.get((row._meta.label_lower, row.pk), ()) if one.field == field]
        return covered(text, parts_of(text, here)) if text else text

    def whole(self, row: Any, field: str) -> Sequence[Redaction]:
        """The marks on what this text says in other words."""
        if isinstance(row, AnswerRevision) and field == "worker_note":
            return self.marks.get(("questionnaires.answer", row.answer_id), ())
        if isinstance(row, WordsTranslation) and field == "text":
            subjects = (("plans.comment", row.comment_id), ("plans.goal", row.goal_id))
            return [mark for kind, pk in subjects if pk for mark in self.marks.get((kind, pk), ())]
        return ()

    @cached_property
    def lines(self) -> dict[str, str]:
        """Each line of a marked text, as it is and as a copy shows it, the longest first: one may stand in another.

        A line that stands in several texts is shown without what is marked in any of them.
        """
        found: dict[str, list[Redaction]] = {}
        for text, marks in self.texts():
            for line, parts in marked_lines(text, parts_of(text, marks)).items():
                found[line] = [*found.get(line, ()), *parts]
        longest_first = sorted(found, key=len, reverse=True)
        return {clean(line): clean(covered(line, found[line])) for line in longest_first}

    def texts(self) -> Iterator[tuple[str, list[Redaction]]]:
        """The marked texts, each with its marks."""
        for (label, pk), marks in self.marks.items():
            for field in dict.fromkeys(one.field for one in marks):
                row = BY_FIELD[label, field].model._default_manager.filter(pk=pk).first()
                if row is not None:
                    yield str(getattr(row, field)), [one for one in marks if one.field == field]

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
    """The lines that hold marked words, as they are and as a copy shows them."""
    return {line: covered(line, parts) for line, parts in marked_lines(text, marks).items()}


def marked_lines(text: str, marks: Sequence[Redaction]) -> dict[str, list[Redaction]]:
    """The lines that hold marked words, with what is marked in each; a mark over a line's end has a part in both."""
    found: dict[str, list[Redaction]] = {}
    place = 0
    for line in text.split("\n"):
        bare, shift = line.strip(), len(line) - len(line.lstrip())
        begins = place + shift
        if here := [part for mark in marks if (part := part_of(mark, begins, begins + len(bare)))]:
            found[bare] = [*found.get(bare, ()), *here]
        place += len(line) + 1
    return found


def part_of(mark: Redaction, start: int, end: int) -> Redaction | None:
    """The part of a mark that lies between two places of the text, counted from the first."""
    if mark.start >= end or mark.end <= start:
        return None
    return Redaction(start=max(mark.start, start) - start, end=min(mark.end, end) - start, reason=mark.reason)
