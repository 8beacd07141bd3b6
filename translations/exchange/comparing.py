"""What bringing in a file would change. Nothing is written here.

A line that cannot be right refuses the whole file: it is told with its number and the reason, and all of them at once.
"""

import hashlib
import json
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from django.utils.translation import gettext as _

from leavingwell.platform.problems import Problems
from leavingwell.translations.checks import Severity, check
from leavingwell.translations.exchange.entries import Incoming, Line, Mark, hash_of_forms, mark_in, portable
from leavingwell.translations.exchange.finding import Found, find
from leavingwell.translations.exchange.refusals import at_line
from leavingwell.translations.models import Kind, Status, TranslationUnit
from leavingwell.translations.plural_forms import number_of_forms
from leavingwell.translations.registry import Words
from leavingwell.translations.workbench.rich import tidy


class State(StrEnum):
    NEW = "new"
    CHANGED = "changed"
    CONFIRMED = "confirmed"  # the words stay; a person says that they are right
    STALE = "stale"  # brought in, but the English has changed since the file was made
    CONFLICT = "conflict"  # left out: somebody wrote something else meanwhile
    GONE = "gone"  # left out: the text is used no more
    SAME = "same"
    EMPTY = "empty"


WRITTEN = (State.NEW, State.CHANGED, State.CONFIRMED, State.STALE)
TOLD = (*WRITTEN, State.CONFLICT, State.GONE)
LONGEST_SEEN = 100_000  # characters, as the longest text
TO_CONFIRM = (Status.DRAFT, Status.MACHINE_DRAFT, Status.STALE)


class Refused(ValueError):
    """This line cannot be brought in. Its argument says why."""


@dataclass(frozen=True)
class Row:
    """One text of the file. `now` are its words here; `expected` the version of the row that would be written.

    `seen` is the English that the translator saw, `seen_hash` the hash of it.
    """

    number: int
    unit: TranslationUnit
    words: Words
    state: State
    now: Words = ""
    expected: int = 0
    is_draft: bool = False
    seen: str = ""
    seen_hash: str = ""
    warnings: tuple[str, ...] = ()


@dataclass
class Plan:
    language: str
    rows: list[Row] = field(default_factory=list)
    faults: list[tuple[int, str]] = field(default_factory=list)

    def of(self, *states: State) -> list[Row]:
        return [row for row in self.rows if row.state in states]

    @property
    def writes(self) -> list[Row]:
        return self.of(*WRITTEN)

    @property
    def counts(self) -> dict[str, int]:
        return {state.value: len(self.of(state)) for state in State}

    @property
    def told(self) -> list[str]:
        """The faults with their lines, in the order of the file."""
        return [at_line(number, why) for number, why in sorted(self.faults)]

    @property
    def fingerprint(self) -> str:
        """Of all that somebody was shown."""
        shown = [[row.state.value, str(row.unit.pk), row.words, row.expected] for row in self.of(*TOLD)]
        return hashlib.sha256(json.dumps([shown, self.told]).encode()).hexdigest()


def compare(incoming: Incoming, language: str, may_write: Callable[[str], bool]) -> Plan:
    """`may_write` says of an area whether the person may translate its texts. Three queries."""
    plan, found = Plan(language), find((line.id for line in incoming.lines), language)
    for lines in gathered(incoming.lines).values():
        try:
            plan.rows.append(row_of(lines, found.get(lines[0].id.lower()), language, may_write))
        except Refused as refused:
            plan.faults.append((lines[0].number, str(refused)))
    return plan


def gathered(lines: Sequence[Line]) -> dict[Any, list[Line]]:
    """The forms of a plural come on several lines. What names no text stands alone."""
    texts: dict[Any, list[Line]] = defaultdict(list)
    for place, line in enumerate(lines):
        texts[line.id.lower() or place].append(line)
    return texts


def row_of(lines: list[Line], found: Found | None, language: str, may_write: Callable[[str], bool]) -> Row:
    """Raises `Refused`."""
    if found is None:
        raise Refused(_("We do not know this text. Its id is not one of ours: “%s”.") % portable(lines[0].id)[:60])
    if fault := next((line.fault for line in lines if line.fault), ""):
        raise Refused(fault)
    unit, mark = found.unit, marks_of(lines)
    words = words_of(lines, unit, language)
    forms = words if isinstance(words, list) else [words]
    touched = hash_of_forms(forms) != mark.target
    seen = portable(lines[0].seen)[:LONGEST_SEEN]
    facts: dict[str, Any] = {"now": found.words, "expected": found.expected, "seen": seen, "seen_hash": mark.source}
    if not any(form.strip() for form in forms):
        return Row(lines[0].number, unit, words, State.EMPTY, **facts)
    state = state_of(found, mark, forms, touched, all(line.is_ready for line in lines))
    if state in WRITTEN:
        if not may_write(unit.area):
            raise Refused(_("You do not translate texts of this kind: %s.") % unit.get_area_display())
        words = cleaned(unit, words)
        facts["warnings"] = checked(unit, language, words, state)
        facts["is_draft"] = any(line.is_ready is False for line in lines)
    return Row(lines[0].number, unit, words, state, **facts)


def marks_of(lines: list[Line]) -> Mark:
    marks = {mark_in(line.mark) for line in lines}
    mark = marks.pop()
    if marks or mark is None:
        raise Refused(_("Its mark is missing or was changed. Leave the marks as they were exported."))
    return mark


def words_of(lines: list[Line], unit: TranslationUnit, language: str) -> Words:
    """Raises `Refused` where lines are twice, or missing."""
    forms = {line.form: portable(line.text) if line.is_plain else refuse_signs() for line in lines}
    if len(forms) < len(lines):
        raise Refused(_("This text is in the file twice, also in line %d.") % lines[-1].number)
    if unit.kind != Kind.PLURAL:
        if set(forms) != {""}:
            raise Refused(_("This text has no forms for numbers."))
        return forms[""]
    wanted = [str(number) for number in range(number_of_forms(language))]
    if set(forms) != set(wanted):
        raise Refused(_("This text needs each of its %d forms for numbers.") % len(wanted))
    written = [forms[number] for number in wanted]
    if any(form.strip() for form in written) and not all(form.strip() for form in written):
        raise Refused(_("One of its forms for numbers has no translation."))
    return written


def refuse_signs() -> str:
    raise Refused(_("There is a hidden sign in it that no text has."))


def state_of(found: Found, mark: Mark, forms: Sequence[str], touched: bool, is_ready: bool) -> State:
    now, was = hash_of_forms(found.forms), mark.target
    is_mine = found.version == mark.version and now == was
    if found.unit.gone:
        return State.GONE if touched else State.SAME
    if not touched:
        confirms = is_ready and is_mine and found.status in TO_CONFIRM and mark.source == found.unit.source_hash
        return State.CONFIRMED if confirms else State.SAME
    if hash_of_forms(forms) == now:
        return State.SAME
    if not is_mine:
        return State.CONFLICT
    if mark.source != found.unit.source_hash:
        return State.STALE
    return State.CHANGED if any(found.forms) else State.NEW


def cleaned(unit: TranslationUnit, words: Words) -> Words:
    """Rich text as its editor would keep it. Raises `Refused` for broken formatting."""
    if unit.kind != Kind.RICH or not isinstance(words, str):
        return words
    try:
        return tidy(words, unit.source)
    except Problems as refused:
        raise Refused(str(refused.problems[0].message)) from None


def checked(unit: TranslationUnit, language: str, words: Words, state: State) -> tuple[str, ...]:
    """The warnings. Raises `Refused` for what would be wrong before young people.

    Of a text whose English has changed meanwhile these are warnings too: it was right when the file was made.
    """
    found = check(unit, language, words)
    errors = [str(one.message) for one in found if one.severity == Severity.ERROR]
    if errors and state != State.STALE:
        raise Refused(" ".join(errors))
    return tuple(str(one.message) for one in found)
