"""What a viewer may do to a plan now: the relation's rights, less those that the plan's state rules out."""

from collections.abc import Collection

from leavingwell.platform.access.operations import Operation
from leavingwell.platform.access.permissions import Viewer, allowed
from leavingwell.platform.access.relations import Relation
from leavingwell.platform.plans.models import Action, Plan, Review

ON_OPEN_REVIEW = {Operation.SAVE_ANSWERS, Operation.SUBMIT_RESPONSE, Operation.SUBMIT_PLAN}
ON_WAITING_REVIEW = {Operation.RETURN_PLAN, Operation.AUTHORISE_PLAN}
ON_AN_ACTION = {Operation.UPDATE_ACTION, Operation.COMPLETE_ACTION}


def ruled_out(plan: Plan, viewer: Viewer) -> set[Operation]:
    review = plan.review
    if review is None:
        return ON_OPEN_REVIEW | ON_WAITING_REVIEW
    out = set() if review.is_open else set(ON_OPEN_REVIEW)
    if review.response.complete:
        out |= {Operation.SAVE_ANSWERS, Operation.SUBMIT_RESPONSE}
    if review.state != Review.State.SUBMITTED:
        out |= ON_WAITING_REVIEW
    elif viewer is not None and review.submitted_by_id == viewer.pk:
        out.add(Operation.AUTHORISE_PLAN)
    if review.state != Review.State.CURRENT:
        out.add(Operation.REQUEST_REVIEW)
    return out


def allowed_on_plan(plan: Plan, viewer: Viewer, relations: Collection[Relation]) -> list[Operation]:
    out = ruled_out(plan, viewer) | ON_AN_ACTION
    return [operation for operation in allowed(relations) if operation not in out]


def allowed_on_action(action: Action, relations: Collection[Relation]) -> list[Operation]:
    finished = action.status in (Action.Status.DONE, Action.Status.DROPPED)
    out = {Operation.COMPLETE_ACTION} if finished else set()
    return [operation for operation in allowed(relations) if operation in ON_AN_ACTION - out]
