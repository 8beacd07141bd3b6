"""Who stands between two things: a plan at which a practice supervisor looks first, and somebody without a worker."""

from collections.abc import Sequence

from leavingwell.platform.access.services.handing_over import end_allocations
from leavingwell.platform.audit.services import record
from leavingwell.platform.demo.clock import Clock
from leavingwell.platform.demo.stories import Story
from leavingwell.platform.demo.storing.book import Book
from leavingwell.platform.people.dates import years_before
from leavingwell.platform.plans.clocks import OFFERS_FROM
from leavingwell.platform.plans.handovers import take_actions_along
from leavingwell.platform.plans.models import Review


def among(book: Book, stories: Sequence[Story], cast: int) -> list[Story]:
    """The crowd, those of the first team that has a cast before all others."""
    team = book.team_of(stories[0])
    return sorted(stories[cast:], key=lambda story: book.team_of(story) != team)


def with_supervisor(book: Book, stories: Sequence[Story], cast: int) -> None:
    """One of the plans that wait is still with the practice supervisor."""
    for story in among(book, stories, cast):
        if story.reviews and story.reviews[-1].state == Review.State.SUBMITTED.value:
            story.reviews[-1].state = Review.State.QUALITY_CHECK.value
            return


def without_worker(book: Book, stories: Sequence[Story], cast: int, clock: Clock) -> None:
    """Somebody from 21 has nobody for now: their worker moved on last week, and the manager has what was to be done."""
    grown = years_before(clock.today, OFFERS_FROM)
    for story in among(book, stories, cast):
        if story.born <= grown:
            young, worker = book.young[story.key], book.people[story.worker]
            manager = book.manager_of(story)
            end_allocations([young], clock.today)
            take_actions_along(worker, manager, [young])
            changes: dict[str, list[object]] = {"worker": [worker.name, None]}
            record("worker.allocated", young, by=manager, young_person_id=young.pk, changes=changes)
            return
