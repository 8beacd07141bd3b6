"""The facts of the clocks, read with the rows of a list: one query for them all, and one for the council's rules."""

from bisect import bisect_right
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, Max, Min, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Greatest, JSONObject
from django.utils import timezone

from leavingwell.platform.people.models import Allocation, CarePeriod, YoungPerson
from leavingwell.platform.plans.clocks import Clock, Facts, clocks
from leavingwell.platform.plans.models import Attempt, Contact, Home, PlanRules, Review, YearlyOffer

Expression = Any
ME = OuterRef("pk")


class RuleBook:
    """All sets of rules of the council whose scope is open. Called with a day it gives those of that day."""

    def __init__(self) -> None:
        self.sets = list(PlanRules.objects.order_by("effective_from"))
        self.days = [one.effective_from for one in self.sets]
        self.usual = PlanRules()

    def __call__(self, day: date) -> PlanRules:
        place = bisect_right(self.days, day)
        return self.sets[place - 1] if place else self.usual


def care_periods() -> Expression:
    rows = CarePeriod.objects.filter(young_person=ME, short_break=False).order_by("starts_on")
    return ArraySubquery(rows.values(period=JSONObject(starts="starts_on", ends="ends_on")))


def reviews() -> Expression:
    rows = Review.objects.filter(plan__young_person=ME).order_by().values("plan")
    facts = JSONObject(begun=Min("started_on"), agreed=Max("authorised_at"), handed_in=Max("submitted_at"))
    return Subquery(rows.annotate(facts=facts).values("facts"))


def home() -> Expression:
    rows = Home.objects.filter(young_person=ME, moved_out_on=None)
    return Subquery(rows.values(facts=JSONObject(moved_in="moved_in_on", regulated="regulated"))[:1])


def visited() -> Expression:
    contacts = Contact.objects.filter(young_person=ME, channel=Contact.Channel.VISIT, reached=True).order_by("-on")
    tries = Attempt.objects.filter(plan__young_person=ME, channel=Attempt.Channel.VISIT, reached=True).order_by("-on")
    return Greatest(Subquery(contacts.values("on")[:1]), Subquery(tries.values("on")[:1]))


def workers() -> Expression:
    rows = Allocation.objects.filter(young_person=ME).order_by().values("young_person")
    facts = JSONObject(since=Min("starts_on"), now=Count("pk", filter=Q(ends_on=None)))
    return Subquery(rows.annotate(facts=facts).values("facts"))


def current_until() -> Expression:
    rows = YoungPerson.objects.filter(pk=ME)
    return Subquery(rows.values("plan__current_until"))


def offered() -> Expression:
    return Subquery(YearlyOffer.objects.filter(young_person=ME).order_by("-sent_on").values("sent_on")[:1])


# Made anew for each query: they hold the council whose scope is open.
ANNOTATIONS: dict[str, Callable[[], Expression]] = {
    "clock_care": care_periods,
    "clock_reviews": reviews,
    "clock_home": home,
    "clock_visited": visited,
    "clock_workers": workers,
    "clock_current_until": current_until,
    "clock_offered": offered,
}


def with_clock_facts(rows: QuerySet[Any]) -> QuerySet[Any]:
    annotated: QuerySet[Any] = rows.annotate(**{name: make() for name, make in ANNOTATIONS.items()})
    return annotated


def day_of(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def day_of_moment(text: str | None) -> date | None:
    return timezone.localdate(datetime.fromisoformat(text)) if text else None


def facts_of(row: Any) -> Facts:
    """From a row of `with_clock_facts`."""
    reviews, home, workers = row.clock_reviews or {}, row.clock_home or {}, row.clock_workers or {}
    periods = ((day_of(one["starts"]), day_of(one["ends"])) for one in row.clock_care)
    return Facts(
        born=row.date_of_birth,
        category=row.category,
        care=tuple((starts, ends) for starts, ends in periods if starts),
        begun_on=day_of(reviews.get("begun")),
        agreed_on=day_of_moment(reviews.get("agreed")),
        current_until=row.clock_current_until,
        handed_in_on=day_of_moment(reviews.get("handed_in")),
        moved_in_on=day_of(home.get("moved_in")),
        regulated=bool(home.get("regulated")),
        visited_on=row.clock_visited,
        in_touch_on=row.last_contact_on,
        known_since=day_of(workers.get("since")),
        supported=bool(workers.get("now")),
        offered_on=row.clock_offered,
    )


def clocks_of(young_person: Any, book: RuleBook) -> list[Clock]:
    """The clocks of a row of `with_clock_facts`; of any other young person, with a query more."""
    if not hasattr(young_person, "clock_care"):
        young_person = with_clock_facts(YoungPerson.objects.filter(pk=young_person.pk)).get()
    return clocks(facts_of(young_person), book, timezone.localdate())
