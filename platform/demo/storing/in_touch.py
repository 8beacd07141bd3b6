"""Contacts and visits of the last months, how each young person's state changed, and the messages from 21."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from leavingwell.platform.demo.files import read
from leavingwell.platform.demo.stories import Story
from leavingwell.platform.demo.storing.book import Book
from leavingwell.platform.demo.storing.copying import copy_rows
from leavingwell.platform.people.dates import birthday
from leavingwell.platform.people.models import YoungPerson
from leavingwell.platform.plans.models import Contact, Home, StateChange, YearlyOffer

GAPS = (16, 40)  # days between two contacts
MOST = 5
SHARE_VISITS, SHARE_MISSED, SHARE_ALONE = 0.7, 0.1, 0.6
SHARE_VISITED = 0.95
OTHER_WAYS = ("meeting", "call", "text")
State = YoungPerson.State


def contact_of(book: Book, story: Story, day: date, channel: str, chance: Random) -> Contact:
    words = read("words", "in_touch")
    missed = channel == "visit" and day != story.last_contact_on and chance.random() < SHARE_MISSED
    return Contact(
        young_person=book.young[story.key],
        on=day,
        channel=channel,
        reached=not missed,
        seen_alone=channel == "visit" and not missed and chance.random() < SHARE_ALONE,
        summary=chance.choice(words["missed" if missed else channel]),
        by=book.worker_on(story, day),
        recorded_at=book.clock.at(day, 16),
    )


def contacts_of(book: Book, story: Story) -> Iterator[Contact]:
    """Backwards from the last contact; about every second one is a visit."""
    chance = Random(f"in touch {story.key}")
    day = story.last_contact_on
    for _number in range(MOST):
        if day is None or day < story.allocated_on:
            return
        channel = "visit" if chance.random() < SHARE_VISITS else chance.choice(OTHER_WAYS)
        yield contact_of(book, story, day, channel, chance)
        day -= timedelta(days=chance.randint(*GAPS))


def after_moves(book: Book, stories: list[Story]) -> Iterator[Contact]:
    """Most are visited in the week after they moved."""
    chance = Random("after moves")
    moved = dict(Home.objects.filter(moved_out_on=None).values_list("young_person", "moved_in_on"))
    for story in stories:
        day = moved.get(book.young[story.key].pk)
        if day and chance.random() < SHARE_VISITED:
            visited = min(day + timedelta(days=chance.randint(1, 6)), book.clock.today)
            yield contact_of(book, story, visited, "visit", chance)


def changes_of(book: Book, story: Story) -> Iterator[StateChange]:
    reasons, before = read("words", "in_touch")["states"], State.STABLE.value
    for crisis in sorted(story.crises, key=lambda one: one.started_on):
        yield change(book, story, before, State.IN_CRISIS, crisis.started_on, reasons)
        before = State.IN_CRISIS.value
        if crisis.closed_on:
            yield change(book, story, before, State.FRAGILE, crisis.closed_on, reasons)
            before = State.FRAGILE.value
    if before != story.state:
        day = max([story.allocated_on, *(one.closed_on for one in story.crises if one.closed_on)])
        yield change(book, story, before, story.state, min(day + timedelta(days=9), book.clock.day(-1)), reasons)


def change(book: Book, story: Story, before: str, after: str, day: date, reasons: dict[str, str]) -> StateChange:
    young_person, by = book.young[story.key], book.worker_on(story, day)
    at = book.clock.at(day, 15)
    return StateChange(young_person=young_person, before=before, after=after, reason=reasons[after], by=by, at=at)


def offers_of(book: Book, story: Story) -> Iterator[YearlyOffer]:
    """Who has a worker after 21 has asked for one."""
    day = birthday(story.born, 21)
    if day < book.clock.day(-7):
        yield YearlyOffer(
            young_person=book.young[story.key],
            sent_on=day,
            answer=YearlyOffer.Answer.WANTS_SUPPORT,
            answered_on=day + timedelta(days=5),
        )


def store_in_touch(book: Book, stories: list[Story]) -> None:
    copy_rows(list(after_moves(book, stories)))
    for make in (contacts_of, changes_of, offers_of):
        copy_rows([row for story in stories for row in make(book, story)])
