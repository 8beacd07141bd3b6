"""A worker's or manager's young people, with what needs attention first. A constant number of queries."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db.models import Case, Count, Exists, F, IntegerField, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce
from django.utils import timezone

from leavingwell.platform.access.operations import Operation
from leavingwell.platform.access.permissions import Viewer, visible
from leavingwell.platform.access.relations import CASE_TEAM
from leavingwell.platform.people.models import Allocation, YoungPerson
from leavingwell.platform.plans.attention import BY_CLOCKS, SOON, WEEK, Level, Reason
from leavingwell.platform.plans.models import Action, Review
from leavingwell.platform.plans.sign_off_queue import waits_for
from leavingwell.platform.plans.wanted_calls import waiting
from leavingwell.questionnaires.kinds import LOW_FACES
from leavingwell.questionnaires.models import Answer, CheckIn

ALERT_DAYS = 7
LONG_SILENT = timedelta(weeks=6)


@dataclass(frozen=True)
class OnClocks:
    """Whose clocks are overdue, whose are due within the week or soon, and who has which of these (`due.on_clocks`)."""

    overdue: frozenset[UUID] = frozenset()
    due: frozenset[UUID] = frozenset()
    soon: frozenset[UUID] = frozenset()
    by_reason: Mapping[Reason, frozenset[UUID]] = field(default_factory=dict)


NO_CLOCKS = OnClocks()


def since(days: int) -> Any:
    return timezone.now() - timedelta(days=days)


def latest_face() -> Subquery:
    recent = CheckIn.objects.filter(young_person=OuterRef("pk"), sent_at__gte=since(ALERT_DAYS))
    shared = recent.exclude(shared_with=CheckIn.SharedWith.ONLY_ME).order_by("-sent_at")
    return Subquery(shared.values("face")[:1])


def call_wanted() -> Subquery:
    """How soon a call is wanted that nobody has noted yet. A later check-in without such a wish takes none back."""
    return Subquery(waiting(CheckIn.objects.filter(young_person=OuterRef("pk"))).values("call")[:1])


def review_due_on() -> Case:
    """The end of the plan in force, or the day of the open review. Until a plan is agreed for the first time the clock
    of the first plan says when; only who qualifies for advice alone has none.
    """
    first = Q(plan__current_until=None) & ~Q(category=YoungPerson.Category.QUALIFYING)
    return Case(
        When(plan__review__state=Review.State.CURRENT, then=F("plan__current_until")),
        When(first, then=None),
        default=F("plan__review__due_on"),
    )


def with_attention(rows: QuerySet[YoungPerson], viewer: Viewer) -> QuerySet[Any]:
    """Young people with what `attention_of` reads; all in the one query of the list."""
    drafts = Action.objects.filter(plan__young_person=OuterRef("pk"), status=Action.Status.DRAFT)
    counted = drafts.order_by().values("plan").annotate(n=Count("pk")).values("n")
    unsafe = Answer.objects.filter(
        response__young_person=OuterRef("pk"),
        response__is_latest=True,
        tells_a_person=True,
        answered_at__gte=since(ALERT_DAYS),
    )
    return rows.annotate(
        told_us_unsafe=Exists(unsafe),
        check_in_face=latest_face(),
        check_in_call=call_wanted(),
        help_wanted=Coalesce(Subquery(counted, output_field=IntegerField()), 0),
        review_state=F("plan__review__state"),
        waits_for_viewer=waits_for(viewer),
        review_due_on=review_due_on(),
    )


def urgency(clocks: OnClocks) -> Case:
    """People before papers: safety, calls, low check-ins; then what is late, wanted this week, and due soon."""
    today = timezone.localdate()
    steps = (
        Q(told_us_unsafe=True),
        Q(check_in_call=CheckIn.Call.TODAY) | Q(state=YoungPerson.State.IN_CRISIS),
        Q(check_in_face__in=LOW_FACES),
        Q(review_due_on__lt=today) | Q(waits_for_viewer=True) | Q(pk__in=clocks.overdue),
        Q(help_wanted__gt=0) | Q(check_in_call=CheckIn.Call.THIS_WEEK),
        Q(review_due_on__lte=today + timedelta(days=WEEK)) | Q(pk__in=clocks.due),
        Q(review_due_on__lte=today + timedelta(days=SOON)) | Q(pk__in=clocks.soon),
    )
    whens = [When(condition, then=Value(place)) for place, condition in enumerate(steps)]
    return Case(*whens, default=Value(len(steps)), output_field=IntegerField())


def with_level(level: Level, clocks: OnClocks) -> Q:
    """For rows of `with_attention`: those to whom `attention_of` gives a reason of that level."""
    today = timezone.localdate()
    week, soon = today + timedelta(days=WEEK), today + timedelta(days=SOON)
    if level is Level.SOON:
        return Q(review_due_on__gt=week, review_due_on__lte=soon) | Q(pk__in=clocks.soon)
    if level is Level.WEEK:
        wanted = Q(help_wanted__gt=0) | Q(check_in_call=CheckIn.Call.THIS_WEEK) | Q(review_state=Review.State.RETURNED)
        return wanted | Q(review_due_on__gte=today, review_due_on__lte=week) | Q(pk__in=clocks.due)
    people = Q(told_us_unsafe=True) | Q(check_in_call=CheckIn.Call.TODAY) | Q(check_in_face__in=LOW_FACES)
    people |= Q(state=YoungPerson.State.IN_CRISIS)
    late = Q(review_due_on__lt=today) | Q(pk__in=clocks.overdue)
    return people | Q(waits_for_viewer=True) | late


def with_reason(reason: Reason, clocks: OnClocks) -> Q:
    """For rows of `with_attention`: those to whom `attention_of` gives that reason."""
    if reason in BY_CLOCKS.values():
        return Q(pk__in=clocks.by_reason.get(reason, ()))
    return {
        Reason.TOLD_US_UNSAFE: Q(told_us_unsafe=True),
        Reason.IN_CRISIS: Q(state=YoungPerson.State.IN_CRISIS),
        Reason.WANTS_A_CALL: Q(check_in_call__in=(CheckIn.Call.TODAY, CheckIn.Call.THIS_WEEK)),
        Reason.LOW_CHECK_IN: Q(check_in_face__in=LOW_FACES),
        Reason.WANTS_HELP: Q(help_wanted__gt=0),
        Reason.SIGN_OFF: Q(waits_for_viewer=True),
        Reason.RETURNED: Q(review_state=Review.State.RETURNED),
        Reason.REVIEW_DUE: Q(review_due_on__lte=timezone.localdate() + timedelta(days=SOON)),
    }[reason]


def wants_help_with(question: str) -> Q:
    """Whoever said at this question of their latest checklist that they want help."""
    said = Answer.objects.filter(response__young_person=OuterRef("pk"), response__is_latest=True)
    return Q(Exists(said.filter(question_code=question, wants_help=True)))


def with_plan_in_force() -> Q:
    return Q(plan__current_until__gte=timezone.localdate())


def is_long_silent() -> Q:
    """Nobody was in touch with them for weeks, or ever."""
    return Q(last_contact_on=None) | Q(last_contact_on__lt=timezone.localdate() - LONG_SILENT)


@dataclass(frozen=True)
class Narrowed:
    """What a list is narrowed down to; nothing of it: everybody. `worker` is whose allocated young people, `team`
    whose young people, `in_force` whether they have a plan that is agreed and not out of date.
    """

    state: str | None = None
    search: str = ""
    level: Level | None = None
    reason: Reason | None = None
    help_with: str = ""
    worker: UUID | None = None
    team: UUID | None = None
    in_force: bool | None = None
    long_silent: bool = False


EVERYBODY = Narrowed()


def caseload(viewer: Viewer, narrowed: Narrowed = EVERYBODY, *, clocks: OnClocks = NO_CLOCKS) -> QuerySet[YoungPerson]:
    """The young people whose case team the viewer is in, those who need attention first."""
    rows = visible(YoungPerson.objects.all(), viewer, Operation.VIEW_YOUNG_PERSON, relations=CASE_TEAM)
    if narrowed.state:
        rows = rows.filter(state=narrowed.state)
    if narrowed.search.strip():
        rows = rows.filter(person__name__icontains=narrowed.search.strip())
    if narrowed.worker:
        current = Allocation.objects.filter(young_person=OuterRef("pk"), worker=narrowed.worker, ends_on=None)
        rows = rows.filter(Exists(current))
    if narrowed.team:
        rows = rows.filter(team=narrowed.team)
    if narrowed.help_with:
        rows = rows.filter(wants_help_with(narrowed.help_with))
    if narrowed.in_force is not None:
        rows = rows.filter(with_plan_in_force() if narrowed.in_force else ~with_plan_in_force())
    if narrowed.long_silent:
        rows = rows.filter(is_long_silent())
    rated = with_attention(rows.select_related("person"), viewer).alias(urgency=urgency(clocks))
    if narrowed.level:
        rated = rated.filter(with_level(narrowed.level, clocks))
    if narrowed.reason:
        rated = rated.filter(with_reason(narrowed.reason, clocks))
    ordered: QuerySet[YoungPerson] = rated.order_by("urgency", "review_due_on", "person__name", "pk")
    return ordered
