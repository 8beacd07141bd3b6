"""The list of colleagues and of teams, with what a manager or an administrator looks for. One query each."""

from typing import Any

from allauth.mfa.models import Authenticator
from django.db.models import Count, Exists, IntegerField, OuterRef, Prefetch, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from leavingwell.platform.access.grants import related_to
from leavingwell.platform.access.operations import Operation
from leavingwell.platform.access.permissions import Viewer, visible
from leavingwell.platform.access.relations import Relation
from leavingwell.platform.people.models import Allocation, DutyCover, Person, Team, YoungPerson
from leavingwell.platform.people.staff import here_now, staff

SECOND_STEPS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


def counted(rows: QuerySet[Any], by: str) -> Coalesce:
    """How many of `rows` each outer row has, whose key they hold in `by`."""
    number = rows.filter(**{by: OuterRef("pk")}).order_by().values(by).annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(number, output_field=IntegerField()), 0)


def with_facts(rows: QuerySet[Person]) -> QuerySet[Any]:
    """Adds `caseload` (how many young people they work with) and `second_step` (whether they have one)."""
    steps = Authenticator.objects.filter(user=OuterRef("user"), type__in=SECOND_STEPS)
    allocations = Allocation.objects.filter(ends_on=None)
    annotated: QuerySet[Any] = rows.annotate(caseload=counted(allocations, "worker"), second_step=Exists(steps))
    return annotated.select_related("user", "team")


def staff_list(*, search: str = "", role: str | None = None, team: Any = None, has_left: bool = False) -> QuerySet[Any]:
    """`search` looks in names and addresses, `team` is a team's key."""
    rows = staff().exclude(here_now()) if has_left else staff().filter(here_now())
    if words := search.strip():
        rows = rows.filter(Q(name__icontains=words) | Q(user__email__icontains=words))
    if role:
        rows = rows.filter(role=role)
    if team:
        rows = rows.filter(team=team)
    return with_facts(rows).order_by("name", "pk")


def covers_now() -> QuerySet[DutyCover]:
    now = timezone.now()
    return DutyCover.objects.filter(starts_at__lte=now, ends_at__gt=now).select_related("person__user", "team")


def team_list(*, closed: bool = False) -> QuerySet[Any]:
    """Adds `size`, `alone` (young people without a worker) and `current_covers`."""
    with_worker = Allocation.objects.filter(ends_on=None).values("young_person")
    young_people = YoungPerson.objects.all()
    rows = Team.objects.all() if closed else Team.objects.filter(closed_on=None)
    annotated: QuerySet[Any] = rows.annotate(
        size=counted(young_people, "team"), alone=counted(young_people.exclude(pk__in=with_worker), "team")
    )
    covers = Prefetch("duty_covers", queryset=covers_now(), to_attr="current_covers")
    return annotated.select_related("manager", "practice_supervisor").prefetch_related(covers).order_by("name", "pk")


def managed_by(viewer: Viewer) -> QuerySet[YoungPerson]:
    if viewer is None or viewer.user is None:
        return YoungPerson.objects.none()
    return YoungPerson.objects.filter(pk__in=related_to(viewer.user, [Relation.MANAGER]))


def without_worker(viewer: Viewer) -> QuerySet[Any]:
    """The young people of the viewer's own teams with whom nobody works now, those who wait longest first."""
    rows = visible(YoungPerson.objects.all(), viewer, Operation.ALLOCATE_WORKER, relations=[Relation.MANAGER])
    with_worker = Allocation.objects.filter(ends_on=None).values("young_person")
    return rows.exclude(pk__in=with_worker).select_related("person", "team").order_by("pk")
