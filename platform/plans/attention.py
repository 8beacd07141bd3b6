"""Why somebody should turn to a young person, how soon, and in which words."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.people.models import YoungPerson
from leavingwell.platform.plans.clock_facts import RuleBook, clocks_of
from leavingwell.platform.plans.clocks import Clock, Kind, State
from leavingwell.platform.plans.models import Review
from leavingwell.questionnaires.kinds import LOW_FACES
from leavingwell.questionnaires.models import CheckIn

WEEK, SOON = 7, 28  # days


class Level(Enum):
    TODAY = "TODAY"
    WEEK = "WEEK"
    SOON = "SOON"


class Reason(Enum):
    TOLD_US_UNSAFE = "TOLD_US_UNSAFE"
    IN_CRISIS = "IN_CRISIS"
    WANTS_A_CALL = "WANTS_A_CALL"
    LOW_CHECK_IN = "LOW_CHECK_IN"
    WANTS_HELP = "WANTS_HELP"
    SIGN_OFF = "SIGN_OFF"
    RETURNED = "RETURNED"
    REVIEW_DUE = "REVIEW_DUE"
    FIRST_PLAN_DUE = "FIRST_PLAN_DUE"
    REVIEW_AFTER_MOVE_DUE = "REVIEW_AFTER_MOVE_DUE"
    VISIT_DUE = "VISIT_DUE"
    CONTACT_DUE = "CONTACT_DUE"


@dataclass(frozen=True)
class Attention:
    level: Level
    reason: Reason
    due_on: date | None = None


BY_CLOCKS = {
    Kind.FIRST_PLAN: Reason.FIRST_PLAN_DUE,
    Kind.REVIEW_AFTER_MOVE: Reason.REVIEW_AFTER_MOVE_DUE,
    Kind.VISIT_AFTER_MOVE: Reason.VISIT_DUE,
    Kind.VISIT: Reason.VISIT_DUE,
    Kind.CONTACT: Reason.CONTACT_DUE,
}
LEVELS = {State.OVERDUE: Level.TODAY, State.DUE: Level.WEEK}


def level_of(due_on: date) -> Level | None:
    days = (due_on - timezone.localdate()).days
    if days < 0:
        return Level.TODAY
    return Level.WEEK if days <= WEEK else Level.SOON if days <= SOON else None


def level_of_clock(clock: Clock) -> Level | None:
    """The first plan is told of as early as a review; the rest within the week."""
    if clock.kind is Kind.FIRST_PLAN and clock.state is State.SOON:
        return Level.SOON
    return LEVELS.get(clock.state)


def by_clocks(young_person: Any, book: RuleBook) -> Iterator[Attention]:
    """What is due or overdue, best for a row of `with_clock_facts`. The usual review is not among it: the plan itself
    says when."""
    for clock in clocks_of(young_person, book):
        if clock.kind in BY_CLOCKS and (level := level_of_clock(clock)):
            yield Attention(level, BY_CLOCKS[clock.kind], clock.due_on)


def attention_of(young_person: Any, book: RuleBook | None = None) -> Iterator[Attention]:
    """The reasons of a row of `caseload`; with the rules, what clocks ask for too."""
    if young_person.told_us_unsafe:
        yield Attention(Level.TODAY, Reason.TOLD_US_UNSAFE)
    if young_person.state == YoungPerson.State.IN_CRISIS:
        yield Attention(Level.TODAY, Reason.IN_CRISIS)
    if young_person.check_in_call == CheckIn.Call.TODAY:
        yield Attention(Level.TODAY, Reason.WANTS_A_CALL)
    if young_person.check_in_face in LOW_FACES:
        yield Attention(Level.TODAY, Reason.LOW_CHECK_IN)
    if young_person.waits_for_viewer:
        yield Attention(Level.TODAY, Reason.SIGN_OFF)
    if young_person.help_wanted:
        yield Attention(Level.WEEK, Reason.WANTS_HELP)
    if young_person.check_in_call == CheckIn.Call.THIS_WEEK:
        yield Attention(Level.WEEK, Reason.WANTS_A_CALL)
    if young_person.review_state == Review.State.RETURNED:
        yield Attention(Level.WEEK, Reason.RETURNED)
    if young_person.review_due_on and (level := level_of(young_person.review_due_on)):
        yield Attention(level, Reason.REVIEW_DUE, young_person.review_due_on)
    if book:
        yield from by_clocks(young_person, book)


def by_level(reasons: Iterable[Attention]) -> list[Attention]:
    return sorted(reasons, key=lambda one: list(Level).index(one.level))


SENTENCES = {
    Reason.TOLD_US_UNSAFE: _("An answer says that they may not be safe."),
    Reason.IN_CRISIS: _("Is in crisis."),
    Reason.WANTS_A_CALL: _("Asked for a call."),
    Reason.LOW_CHECK_IN: _("A check-in says that things are not good."),
    Reason.WANTS_HELP: _("Wants help with something."),
    Reason.SIGN_OFF: _("The plan waits for sign-off."),
    Reason.RETURNED: _("The plan was sent back."),
    Reason.REVIEW_DUE: _("The plan review is due."),
    Reason.FIRST_PLAN_DUE: _("The first plan is due."),
    Reason.REVIEW_AFTER_MOVE_DUE: _("The review after a move is due."),
    Reason.VISIT_DUE: _("A visit is due."),
    Reason.CONTACT_DUE: _("It is time to get in touch."),
}


def sentence(one: Attention) -> str:
    return str(SENTENCES[one.reason])
