"""Whose plan it is to sign: never that of somebody who wrote it."""

from collections.abc import Collection

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.access.relations import Relation
from leavingwell.platform.access.why_not import SENTENCES, WhyNot
from leavingwell.platform.audit.models import AuditEntry
from leavingwell.platform.people.models import Person
from leavingwell.platform.people.roles import Role
from leavingwell.platform.plans.models import Plan, Review
from leavingwell.platform.problems import Problem, ProblemCode

HANDED_IN = _("Somebody else must sign off a plan that you submitted.")
WROTE = _("Somebody else must sign off a plan that you wrote.")
ARE_THE_WORKER = _("Somebody else must sign off the plan of a young person whose worker you are.")
WROTE_IT = "viewer_wrote_it"  # an annotation of a plan
# What a worker writes, answers that they type for the young person too. To send back, to reallocate, to comment or to
# tick off is no writing of a plan.
WRITING = Q(
    action__in=(
        "action.added",
        "answers.saved",
        "attempt.recorded",
        "goal.added",
        "goal.changed",
        "home.assessed",
        "home.moved",
        "matter.saved",
        "review.workers_part",
        "review.written_without",
    )
) | Q(action="action.changed", changes__has_any_keys=["title", "measure"])


def wrote(person: Person | None) -> Exists:
    """Whether they wrote a part of the plan that nobody has signed since, in whatever role; for plans in their own
    query. What was written between two reviews is first read with the later one.
    """
    whose = AuditEntry.objects.filter(WRITING, actor_id=person.pk) if person else AuditEntry.objects.none()
    signed = Review.objects.filter(plan=OuterRef(OuterRef("pk")), authorised_at__gte=OuterRef("at"))
    return Exists(whose.filter(~Exists(signed), young_person_id=OuterRef("young_person_id")))


def has_written(plan: Plan, person: Person) -> bool:
    """The same of one plan, from the annotation where it is there."""
    noted: bool | None = getattr(plan, WROTE_IT, None)
    return Plan.objects.filter(wrote(person), pk=plan.pk).exists() if noted is None else noted


def decides_for(person: Person, relations: Collection[Relation]) -> bool:
    """Who decides on a team's plans: its manager, or a manager who covers for it; no other who covers."""
    return Relation.MANAGER in relations or (Relation.DUTY in relations and person.role == Role.TEAM_MANAGER)


def checks_for(person: Person, relations: Collection[Relation]) -> bool:
    """Who may be asked to check the quality of a team's plans."""
    return Relation.SUPERVISOR in relations or decides_for(person, relations)


def may_judge(review: Review, person: Person) -> bool:
    """Nobody judges how good a plan is that they wrote or handed in themselves."""
    return person.pk not in (review.submitted_by_id, review.worker_part_by_id)


def refusal(plan: Plan, person: Person) -> Problem | None:
    """Why this person may not decide on the latest review, as far as writing it goes: they handed it in, wrote the
    worker's part, are the worker now (NOT_ALLOWED), or wrote another part of it (SIGNING_OWN_WORK).
    """
    review = plan.review
    if review is None:
        return None
    if review.submitted_by_id == person.pk:
        return Problem(ProblemCode.NOT_ALLOWED, HANDED_IN)
    if review.worker_part_by_id == person.pk:
        return Problem(ProblemCode.NOT_ALLOWED, WROTE)
    if plan.young_person.allocations.filter(ends_on=None, worker=person).exists():
        return Problem(ProblemCode.NOT_ALLOWED, ARE_THE_WORKER)
    if has_written(plan, person):
        return Problem(ProblemCode.SIGNING_OWN_WORK, SENTENCES[WhyNot.SIGNING_OWN_WORK])
    return None
