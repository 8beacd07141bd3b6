"""The clocks that the law and the council set: from facts about a young person to days, with no database.

A clock runs by the rules that were in force on the day on which it started: new rules never move a day that is running.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from leavingwell.platform.people.dates import birthday, months_after
from leavingwell.platform.people.models import YoungPerson
from leavingwell.platform.plans.models import PlanRules
from leavingwell.platform.plans.models.rules import StartAge

Rules = Callable[[date], PlanRules]
Period = tuple[date, date | None]  # a time in care; None: it goes on

THIRTEEN_WEEKS = timedelta(weeks=13)
OFFERS_FROM, OFFERS_UNTIL = 21, 25  # years of age
WEEK, TWO_WEEKS, FOUR_WEEKS = 7, 14, 28


class Kind(Enum):
    START = "START"
    FIRST_PLAN = "FIRST_PLAN"
    REVIEW = "REVIEW"
    REVIEW_AFTER_MOVE = "REVIEW_AFTER_MOVE"
    VISIT_AFTER_MOVE = "VISIT_AFTER_MOVE"
    VISIT = "VISIT"
    CONTACT = "CONTACT"
    OFFER = "OFFER"


class State(Enum):
    """`DUE`: within a week. `SOON`: long enough before to plan for it."""

    DONE = "DONE"
    OK = "OK"
    SOON = "SOON"
    DUE = "DUE"
    OVERDUE = "OVERDUE"


SOON_DAYS = {
    Kind.START: FOUR_WEEKS,
    Kind.FIRST_PLAN: FOUR_WEEKS,
    Kind.REVIEW: FOUR_WEEKS,
    Kind.OFFER: FOUR_WEEKS,
}  # of the others: two weeks


@dataclass(frozen=True)
class Clock:
    """`started_on` is None where only the end is known: of a plan that was brought over."""

    kind: Kind
    due_on: date
    state: State
    started_on: date | None = None


@dataclass(frozen=True)
class Facts:
    """What the clocks of one young person hang on. None: it has not happened, or nobody knows."""

    born: date
    category: str
    care: tuple[Period, ...] = ()
    begun_on: date | None = None  # the first review was opened
    agreed_on: date | None = None  # the last one that was signed off
    current_until: date | None = None
    handed_in_on: date | None = None  # the last one that a worker handed in
    moved_in_on: date | None = None
    regulated: bool = False
    visited_on: date | None = None
    in_touch_on: date | None = None
    known_since: date | None = None  # the first worker
    supported: bool = False  # has a worker now
    offered_on: date | None = None


def state_of(kind: Kind, due_on: date, today: date) -> State:
    left = (due_on - today).days
    if left < 0:
        return State.OVERDUE
    if left <= WEEK:
        return State.DUE
    return State.SOON if left <= SOON_DAYS.get(kind, TWO_WEEKS) else State.OK


def running(kind: Kind, started_on: date | None, due_on: date, today: date) -> Clock:
    return Clock(kind, due_on, state_of(kind, due_on, today), started_on)


def eligible_on(facts: Facts) -> date | None:
    """From 16: the day with 13 weeks in care since 14, all times together. None: not reached.

    Where no time in care is on record it is the 16th birthday, or the day on which the plan was opened, if later.
    """
    sixteen = birthday(facts.born, 16)
    if not facts.care:
        return max(sixteen, facts.begun_on or sixteen)
    reached = thirteen_weeks_on(facts.care, birthday(facts.born, 14))
    return max(sixteen, reached) if reached else None


def thirteen_weeks_on(care: tuple[Period, ...], since: date) -> date | None:
    missing = THIRTEEN_WEEKS
    for starts_on, ends_on in sorted(care, key=lambda period: period[0]):
        begin = max(starts_on, since)
        if ends_on is None or begin + missing <= ends_on:
            return begin + missing
        missing -= max(ends_on - begin, timedelta())
    return None


def clocks(facts: Facts, rules: Rules, today: date) -> list[Clock]:
    """All clocks that run or are done, in the order of `Kind`.

    From 21 without a worker only the yearly offer runs; from 25, and before the start age is near, none. Somebody who
    only qualifies for advice has no plan by law: with one, it is reviewed like any other.
    """
    if today >= birthday(facts.born, OFFERS_UNTIL):
        return []
    if today >= birthday(facts.born, OFFERS_FROM) and not facts.supported:
        return [offer(facts, rules, today)]
    return [*plan_clocks(facts, rules, today), *meeting_clocks(facts, rules, today)]


def plan_clocks(facts: Facts, rules: Rules, today: date) -> Iterator[Clock]:
    if facts.current_until:
        yield running(Kind.REVIEW, facts.agreed_on, facts.current_until, today)
        yield from move_clock(facts, rules, today)
    elif facts.category != YoungPerson.Category.QUALIFYING and (eligible := eligible_on(facts)):
        if facts.begun_on is None and today < eligible:
            yield start(facts, rules, today)
        else:
            yield running(
                Kind.FIRST_PLAN, eligible, months_after(eligible, rules(eligible).assessment_within_months), today
            )


def start(facts: Facts, rules: Rules, today: date) -> Clock:
    earliest = months_after(facts.born, min(StartAge.values))
    return running(Kind.START, earliest, months_after(facts.born, rules(earliest).start_age_months), today)


def move_clock(facts: Facts, rules: Rules, today: date) -> Iterator[Clock]:
    """The review after a move to a home that is not regulated; done once one was handed in since."""
    moved = facts.moved_in_on
    if moved and not facts.regulated:
        due_on = moved + timedelta(days=rules(moved).review_after_move_days)
        if facts.handed_in_on and facts.handed_in_on >= moved:
            yield Clock(Kind.REVIEW_AFTER_MOVE, due_on, State.DONE, moved)
        else:
            yield running(Kind.REVIEW_AFTER_MOVE, moved, due_on, today)


def meeting_clocks(facts: Facts, rules: Rules, today: date) -> Iterator[Clock]:
    moved, visited = facts.moved_in_on, facts.visited_on
    if moved:
        due_on = moved + timedelta(days=rules(moved).visit_after_move_days)
        if visited and visited >= moved:
            yield Clock(Kind.VISIT_AFTER_MOVE, due_on, State.DONE, moved)
        else:
            yield running(Kind.VISIT_AFTER_MOVE, moved, due_on, today)
            visited = None  # the visit after the move comes first
    since = visited or (None if moved else facts.known_since)
    if since:
        yield running(Kind.VISIT, since, since + timedelta(weeks=rules(since).visit_every_weeks), today)
    if touched := facts.in_touch_on or facts.known_since:
        yield running(Kind.CONTACT, touched, touched + timedelta(weeks=rules(touched).contact_every_weeks), today)


def offer(facts: Facts, rules: Rules, today: date) -> Clock:
    """The first is due on the 21st birthday, each later one so many months after the one before."""
    if facts.offered_on is None:
        return running(Kind.OFFER, None, birthday(facts.born, OFFERS_FROM), today)
    due_on = months_after(facts.offered_on, rules(facts.offered_on).offer_every_months)
    return running(Kind.OFFER, facts.offered_on, due_on, today)
