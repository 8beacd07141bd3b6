"""When somebody's reviews were, so that the plan stands where it should: counted back from the latest."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from leavingwell.platform.demo.clock import Clock
from leavingwell.platform.people.dates import months_after
from leavingwell.platform.plans.models import Review
from leavingwell.platform.plans.services.reviewing import ASSESSMENT_MONTHS

ON_TIME, LATE, SHARE_LATE = (168, 186), (195, 230), 0.12  # days from one review to the next
LATEST_IN_FORCE = 176  # days ago: six months have passed at 181 or later
OPEN_EARLY = 30  # days before the plan in force ends, when the next review is started
SHARE_STARTED, SHARE_ASKED_FOR = 0.7, 0.03
SHARE_SUBMITTED, SHARE_RETURNED = 0.2, 0.27  # of the open ones, counted up
SHARE_NEW = {15: 1.0, 16: 0.7, 17: 0.35}  # whose first plan is still being worked on


@dataclass(frozen=True)
class Sat:
    """The days of one review: begun, talked through, handed in, authorised or sent back."""

    started: date
    due_on: date
    answered: date
    state: str = Review.State.CURRENT.value
    submitted: date | None = None
    returned: date | None = None
    authorised: date | None = None
    areas: int = 8  # how many areas of life were talked through


def days(number: int) -> timedelta:
    return timedelta(days=number)


def authorised_days(latest: date, earliest: date, chance: Random) -> list[date]:
    """The days on which a plan was authorised, oldest first."""
    found = [latest]
    while True:
        before = found[0] - days(chance.randint(*(LATE if chance.random() < SHARE_LATE else ON_TIME)))
        if before < earliest:
            return found
        found.insert(0, before)


def finished(authorised: date, due_on: date | None, earliest: date, chance: Random) -> Sat:
    """`due_on` is None for the first one, which is due three months after it was begun."""
    submitted = authorised - days(chance.randint(1, 6))
    answered = submitted - days(chance.randint(0, 4))
    started = max(answered - days(chance.randint(0, 24)), earliest)
    due_on = due_on or months_after(started, ASSESSMENT_MONTHS)
    return Sat(started, due_on, max(answered, started), submitted=submitted, authorised=authorised)


def finished_reviews(latest: date, earliest: date, every: int, chance: Random) -> list[Sat]:
    """At least one. `earliest` is the day from which plans were made here for this person."""
    found: list[Sat] = []
    for day in authorised_days(latest, earliest + days(12), chance):
        due = months_after(found[-1].authorised, every) if found and found[-1].authorised else None
        found.append(finished(day, due, earliest, chance))
    return found


def open_review(due_on: date, earliest: date, clock: Clock, chance: Random) -> Sat:
    """One that is not authorised yet: being worked on, with the manager, or sent back."""
    started = max(earliest, min(clock.today, due_on) - days(chance.randint(2, 25)))
    started = min(started, clock.today)
    answered = min(started + days(chance.randint(0, 9)), clock.today)
    lot = chance.random()
    if lot < SHARE_SUBMITTED:
        submitted = max(started, clock.day(-chance.randint(0, 4)))
        return Sat(started, due_on, max(started, submitted - days(2)), Review.State.SUBMITTED.value, submitted)
    if lot < SHARE_RETURNED:
        submitted = max(started, clock.day(-chance.randint(3, 12)))
        returned = min(submitted + days(2), clock.today)
        return Sat(started, due_on, max(started, submitted - days(2)), Review.State.RETURNED.value, submitted, returned)
    return Sat(started, due_on, answered, Review.State.DRAFT.value, areas=chance.choice((0, 1, 2, 3, 3, 4, 5, 6, 8)))


def in_force(earliest: date, every: int, clock: Clock, chance: Random) -> list[Sat]:
    """Reviews of which the last one is in force today, and perhaps the next, begun."""
    oldest = max(clock.day(-LATEST_IN_FORCE), earliest + days(12))
    latest = oldest + days(chance.randint(0, max(0, (clock.day(-1) - oldest).days)))
    found = finished_reviews(latest, earliest, every, chance)
    until = months_after(latest, every)
    ends_soon = until <= clock.day(OPEN_EARLY)
    if chance.random() < (SHARE_STARTED if ends_soon else SHARE_ASKED_FOR):
        found.append(open_review(until, latest + days(1), clock, chance))
    return found


def overdue(earliest: date, every: int, clock: Clock, chance: Random) -> list[Sat]:
    """Reviews of which the last one has run out, and the next is open."""
    latest = clock.day(-chance.randint(188, 300))
    found = finished_reviews(latest, min(earliest, latest - days(14)), every, chance)
    return [*found, open_review(months_after(latest, every), latest + days(1), clock, chance)]


def is_new(band: int, earliest: date, clock: Clock, chance: Random) -> bool:
    """Whether somebody without a plan in force never had one, rather than one that ran out."""
    return chance.random() < SHARE_NEW.get(band, 0.2) or earliest > clock.day(-215)


def first_review(eligible_on: date, clock: Clock, chance: Random) -> Sat:
    """The first plan, still being worked on; some are past their three months."""
    started = max(eligible_on, clock.day(-chance.randint(5, 120)))
    return open_review(months_after(started, ASSESSMENT_MONTHS), min(started, clock.today), clock, chance)
