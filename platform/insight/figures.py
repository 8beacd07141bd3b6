"""The figures of one area as a table: exactly what the page shows, hidden numbers and all."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later
from django.utils.translation import pgettext

from leavingwell.platform.insight.asked import Asked
from leavingwell.platform.insight.over_time import Point, over_time
from leavingwell.platform.insight.periods import Period
from leavingwell.platform.insight.tables import Told
from leavingwell.platform.insight.totals import Totals, totals
from leavingwell.platform.people.models import Person
from leavingwell.questionnaires.content import label_of, texts_of_part
from leavingwell.questionnaires.kinds import Variant
from leavingwell.questionnaires.scoring import Phase
from leavingwell.translations.localised import first_text

HIDDEN = "c"
PHASES = {
    Phase.GOING_WELL: later("Going well"),
    Phase.GROWING: later("Growing"),
    Phase.WORK_ON_THIS: later("Let's work on this"),
    Phase.NOT_ENOUGH_ANSWERS: later("Not enough answers yet"),
}
Cell = str | int


@dataclass(frozen=True)
class Line:
    """One number. `code` is the question's, empty for how people stand in the area; `period` is None for now."""

    code: str
    question: str
    answer: str
    period: Period | None
    told: Told
    total: int | None

    @property
    def cells(self) -> list[Cell]:
        days = [self.period.starts_on.isoformat(), self.period.ends_on.isoformat()] if self.period else [_("now"), ""]
        return [self.code, self.question, self.answer, *days, count_cell(self.told), share_cell(self.told, self.total)]


def headers() -> list[str]:
    return [
        _("Code"),
        _("Question"),
        _("Answer"),
        pgettext("the first day", "From"),
        pgettext("the last day", "Until"),
        _("Young people"),
        _("Share in per cent"),
    ]


def count_cell(told: Told) -> Cell:
    return HIDDEN if told.count is None else told.count


def share_cell(told: Told, total: int | None) -> Cell:
    """Never made from hidden parts."""
    if told.count is None:
        return HIDDEN
    return round(100 * told.count / total) if total else ""


def lines(viewer: Person, asked: Asked, languages: Sequence[str]) -> Iterator[Line]:
    """How people stand in the area, then each question: over time where an area was asked for, and now."""
    given: dict[str, Any] = {"domain": asked.domain, "band": asked.band, "team": asked.team}
    points = over_time(viewer, **given) if asked.domain else []
    for point in points:
        yield from standing_lines(point)
    for point in points:
        for one in point.questions:
            yield from question_lines(one, point.period, languages)
    yield from lines_now(totals(viewer, **given), languages)


def standing_lines(point: Point) -> Iterator[Line]:
    known = known_in(point)
    for phase, told in point.phases:
        of = None if phase is Phase.NOT_ENOUGH_ANSWERS else known
        yield Line("", _("How they stand in this area"), str(PHASES[phase]), point.period, told, of)


def known_in(point: Point) -> int | None:
    """How many answered enough of it, of whom the shares are told; None where one of the numbers is hidden."""
    counts = [told.count for phase, told in point.phases if phase is not Phase.NOT_ENOUGH_ANSWERS]
    return None if None in counts else sum(one or 0 for one in counts)


def lines_now(found: Totals, languages: Sequence[str]) -> Iterator[Line]:
    for one in found.questions:
        yield from question_lines(one, None, languages)
        words = words_of(one.question, languages)
        yield Line(one.question["code"], words, _("Wants help"), None, one.wants_help, None)


def question_lines(one: Any, period: Period | None, languages: Sequence[str]) -> Iterator[Line]:
    for choice, told in one.counts:
        label = first_text(label_of(choice, Variant.STANDARD), languages).value
        words = words_of(one.question, languages)
        yield Line(one.question["code"], words, label, period, told, one.total.count)


def words_of(question: dict[str, Any], languages: Sequence[str]) -> str:
    return first_text(texts_of_part(question, "text", Variant.STANDARD), languages).value
