"""Who checks the quality of a plan before the manager sees it."""

from leavingwell.platform.access.grants import relations_of
from leavingwell.platform.access.relations import Relation
from leavingwell.platform.people.models import Person
from leavingwell.platform.plans.authorship import decides_for, refusal
from leavingwell.platform.plans.models import Plan
from leavingwell.platform.plans.models.rules import rules
from leavingwell.platform.plans.services.noticing import can_be_told


def supervisor_of(plan: Plan, *, submitted_by: Person | None) -> Person | None:
    """The team's practice supervisor, if there is one here who did not hand the plan in themselves."""
    supervisor = plan.young_person.team.practice_supervisor
    here = supervisor is not None and can_be_told(supervisor) and supervisor != submitted_by
    return supervisor if here else None


def checker_of(plan: Plan, *, submitted_by: Person) -> Person | None:
    """To whom a plan goes first; None: straight to the manager, as the council wants no check or nobody can do it."""
    return supervisor_of(plan, submitted_by=submitted_by) if rules().quality_check else None


def may_check(plan: Plan, person: Person) -> bool:
    """The practice supervisor; the manager where there is none, or where the supervisor wrote it, so that no plan is
    stuck. Never who handed it in or wrote it, nor who covers without being a manager.
    """
    review = plan.review
    if review is None or person.user is None or refusal(plan, person):
        return False
    relations = relations_of(person.user, plan.young_person)
    if Relation.SUPERVISOR in relations:
        return True
    supervisor = supervisor_of(plan, submitted_by=review.submitted_by)
    return decides_for(person, relations) and (supervisor is None or refusal(plan, supervisor) is not None)
