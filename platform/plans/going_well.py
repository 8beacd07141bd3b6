"""What went well: good news, goals that were reached, and things done of which somebody said so. No points."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from operator import itemgetter
from typing import Any

from django.db.models import CharField, F, QuerySet, Value
from django.db.models.functions import Coalesce

from leavingwell.platform.access.permissions import Viewer
from leavingwell.platform.people.models import Person
from leavingwell.platform.plans.models import Action, Comment, Goal, Plan
from leavingwell.platform.plans.together import of_each
from leavingwell.platform.plans.visibility import visible_actions, visible_comments, visible_goals

Row = tuple[Any, str, str, str, str, datetime, Any]  # the plan's key, as `told` names the columns, who by


class Kind(Enum):
    GOAL_REACHED = "GOAL_REACHED"
    DONE = "DONE"
    GOOD_NEWS = "GOOD_NEWS"


@dataclass(frozen=True)
class WentWell:
    """`what` is the goal, the action or the news; `said` what went well with it, empty for news."""

    kind: Kind
    what: str
    said: str
    language: str
    at: datetime
    by: Person | None


def told(rows: QuerySet[Any], kind: Kind, **columns: Any) -> QuerySet[Any]:
    """Goals, actions and news in the same columns, to be read together."""
    named: QuerySet[Any] = rows.annotate(as_kind=Value(kind.value, CharField()), **columns).order_by()
    return named.values_list("plan_id", "language", "as_kind", "what", "said", "at", "by")


def goals_reached(plans: Sequence[Plan], viewer: Viewer) -> QuerySet[Any]:
    goals = visible_goals(Goal.objects.filter(plan__in=plans, state=Goal.State.REACHED), viewer)
    at, said = Coalesce("finished_at", "added_at"), F("finished_because")
    return told(goals, Kind.GOAL_REACHED, what=F("words"), said=said, at=at, by=F("added_by"))


def told_when_done(plans: Sequence[Plan], viewer: Viewer) -> QuerySet[Any]:
    done = Action.objects.filter(plan__in=plans, status=Action.Status.DONE).exclude(went_well="")
    at, said = Coalesce("done_at", "added_at"), F("went_well")
    return told(visible_actions(done, viewer), Kind.DONE, what=F("title"), said=said, at=at, by=F("done_by"))


def good_news(plans: Sequence[Plan], viewer: Viewer) -> QuerySet[Any]:
    news = visible_comments(Comment.objects.filter(plan__in=plans, kind=Comment.Kind.GOOD_NEWS), viewer)
    said = Value("", CharField())
    return told(news, Kind.GOOD_NEWS, what=F("body"), said=said, at=F("written_at"), by=F("author"))


def what_went_well(plans: Sequence[Plan], viewer: Viewer) -> list[list[WentWell]]:
    """Of each plan what the viewer may see, the latest first. Two queries, however much there is."""
    kinds = [make(plans, viewer) for make in (goals_reached, told_when_done, good_news)]
    rows = sorted(kinds[0].union(*kinds[1:], all=True), key=lambda row: row[5], reverse=True)
    people = Person.objects.in_bulk({row[-1] for row in rows if row[-1]})
    return [[as_told(row, people) for row in told] for told in of_each([one.pk for one in plans], rows, itemgetter(0))]


def as_told(row: Row, people: Mapping[Any, Person]) -> WentWell:
    _plan, language, kind, what, said, at, by = row
    return WentWell(Kind(kind), what, said, language, at, people.get(by))
