"""What the daily job does in one council: tells of what is due, and that the door is open.

Each person's news is written at once or not at all, and nobody is told twice: a run that dies half-way is mended by the
next one, which tells those who are left.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Prefetch
from django.utils import timezone

from leavingwell.platform.access.grants import live_grants
from leavingwell.platform.people.models import Allocation, Person, YoungPerson
from leavingwell.platform.plans.clock_facts import RuleBook, clocks_of, with_clock_facts
from leavingwell.platform.plans.clocks import Clock, Kind, State
from leavingwell.platform.plans.models import Action, Notice
from leavingwell.platform.plans.services.noticing import News, tell
from leavingwell.platform.plans.services.offering import send_offer

KINDS = {
    Kind.START: Notice.Kind.REVIEW_DUE,
    Kind.FIRST_PLAN: Notice.Kind.REVIEW_DUE,
    Kind.REVIEW: Notice.Kind.REVIEW_DUE,
    Kind.REVIEW_AFTER_MOVE: Notice.Kind.REVIEW_DUE,
    Kind.VISIT_AFTER_MOVE: Notice.Kind.VISIT_DUE,
    Kind.VISIT: Notice.Kind.VISIT_DUE,
    Kind.CONTACT: Notice.Kind.CONTACT_DUE,
}
TOLD_IN = (State.DUE, State.OVERDUE)
ACTIONS_BEFORE, ACTIONS_AFTER = timedelta(days=2), timedelta(days=14)  # so long before and after its day
Told = tuple[Person, News]


def remind(today: date | None = None) -> int:
    """Tells everybody in the council whose scope is open; gives the number of notices that were new."""
    day = today or timezone.localdate()
    rows = list(everybody())
    book = RuleBook()
    send_offers(rows, book, day)
    found: dict[Person, list[News]] = defaultdict(list)
    for person, news in (*of_clocks(rows, book), *of_actions(day)):
        found[person].append(news)
    return sum(tell(person, news) for person, news in found.items())


def everybody() -> Iterable[Any]:
    now = Allocation.objects.filter(ends_on=None).select_related("worker__user")
    rows = YoungPerson.objects.select_related("person__user", "team__manager__user")
    return with_clock_facts(rows.prefetch_related(Prefetch("allocations", now, to_attr="current"))).order_by("pk")


def of_clocks(rows: Iterable[Any], book: RuleBook) -> Iterator[Told]:
    """When a clock comes due and again when it is overdue: the worker; the manager too of what is overdue."""
    for row in rows:
        worker = row.current[0].worker if row.current else None
        for clock in clocks_of(row, book):
            if clock.kind in KINDS and clock.state in TOLD_IN:
                people = {worker, row.team.manager} if clock.state == State.OVERDUE else {worker or row.team.manager}
                news = news_of(row, clock)
                yield from ((person, news) for person in people if person)


def news_of(row: Any, clock: Clock) -> News:
    about = f"{row.pk}:{clock.kind.value}:{clock.due_on}:{clock.state.value}"
    return News(KINDS[clock.kind], row, about, clock.due_on)


def of_actions(today: date) -> Iterator[Told]:
    """Whoever owns something to do, shortly before its day, and has to do with the young person still."""
    owners = Prefetch("owners", Person.objects.select_related("user"))
    rows = Action.objects.filter(
        status=Action.Status.OPEN, due_on__range=(today - ACTIONS_AFTER, today + ACTIONS_BEFORE)
    )
    actions = list(rows.select_related("plan__young_person").prefetch_related(owners))
    related = accounts_related_to({action.plan.young_person_id for action in actions})
    for action in actions:
        news = News(Notice.Kind.ACTION_DUE, action.plan.young_person, f"{action.pk}:{action.due_on}", action.due_on)
        yield from (
            (owner, news) for owner in action.owners.all() if (owner.user_id, action.plan.young_person_id) in related
        )


def accounts_related_to(young_people: set[UUID]) -> set[tuple[int, UUID]]:
    """Of whom each account may see, in whatever relation, as (account, young person). One query."""
    grants = live_grants().filter(content_object__in=young_people)
    return set(grants.values_list("user_id", "content_object_id"))


def send_offers(rows: Iterable[Any], book: RuleBook, today: date) -> None:
    for row in rows:
        if any(clock.kind == Kind.OFFER and clock.due_on <= today for clock in clocks_of(row, book)):
            send_offer(row, today)
