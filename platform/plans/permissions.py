"""What a viewer may do now: the relation's rights, less those that the state of things rules out, and why not."""

from collections.abc import Callable, Collection
from typing import Any

from django.db.models import Model

from leavingwell.platform.access.matrix import MATRIX
from leavingwell.platform.access.operations import Operation as Op
from leavingwell.platform.access.permissions import Viewer
from leavingwell.platform.access.relations import Relation
from leavingwell.platform.access.states import PlanState, ruled_out_in
from leavingwell.platform.access.why_not import Decision, WhyNot, decide
from leavingwell.platform.people.models import Person, Supporter
from leavingwell.platform.plans.authorship import checks_for, decides_for, has_written, may_judge
from leavingwell.platform.plans.last_part import last_part
from leavingwell.platform.plans.models import Action, Comment, Crisis, Goal, Home, Plan, Review, SafetyNotice
from leavingwell.questionnaires.models import CheckIn

Relations = Collection[Relation]
ON_AN_ACTION = (Op.UPDATE_ACTION, Op.COMPLETE_ACTION)
ON_A_GOAL = (Op.UPDATE_GOAL, Op.FINISH_GOAL, Op.REOPEN_GOAL)
WAITS = (PlanState.QUALITY_CHECK, PlanState.SUBMITTED)
ON_A_PLAN = tuple(operation for operation in MATRIX if operation not in (*ON_AN_ACTION, *ON_A_GOAL))


def state_of(plan: Plan) -> PlanState:
    return PlanState(plan.review.state) if plan.review else PlanState.NONE


def own_work(plan: Plan, review: Review, viewer: Person, relations: Relations) -> WhyNot | None:
    """Whether the viewer handed it in, wrote the worker's part of it, or is the worker; or wrote another part of it.

    Asked for who could decide otherwise, so that it costs nobody else a query.
    """
    if viewer.pk in (review.submitted_by_id, review.worker_part_by_id) or Relation.WORKER in relations:
        return WhyNot.OWN_WORK
    decides = MATRIX[Op.CHECK_QUALITY] & set(relations) and state_of(plan) in WAITS
    return WhyNot.SIGNING_OWN_WORK if decides and has_written(plan, viewer) else None


def of_the_review(plan: Plan, viewer: Viewer, relations: Relations) -> dict[Op, WhyNot]:
    """What the latest review rules out beyond its state."""
    review = plan.review
    out: dict[Op, WhyNot] = {}
    if review is None or viewer is None:
        return out
    if review.response.complete:
        out |= dict.fromkeys((Op.SAVE_ANSWERS, Op.SUBMIT_RESPONSE), WhyNot.CHECKLIST_HANDED_IN)
    writes = MATRIX[Op.WRITE_WITHOUT] & set(relations)
    if review.written_without:
        out[Op.WRITE_WITHOUT] = WhyNot.SAID_ALREADY
    elif review.young_person_part_at or (writes and review.is_open and last_part(plan).is_news):
        out[Op.WRITE_WITHOUT] = WhyNot.TOOK_PART
    return out | of_the_decision(plan, review, viewer, relations)


def of_the_decision(plan: Plan, review: Review, viewer: Person, relations: Relations) -> dict[Op, WhyNot]:
    """Who may not sign or check: who wrote it, and who covers for a team without being a manager."""
    out: dict[Op, WhyNot] = {}
    if Relation.SUPERVISOR not in relations and plan.young_person.team.practice_supervisor_id:
        out[Op.CHECK_QUALITY] = WhyNot.WITH_SUPERVISOR
    if why := own_work(plan, review, viewer, relations):
        out |= dict.fromkeys((Op.AUTHORISE_PLAN, Op.CHECK_QUALITY), why)
    if not decides_for(viewer, relations):
        out |= dict.fromkeys((Op.AUTHORISE_PLAN, Op.RETURN_PLAN), WhyNot.NOT_YOURS)
    if not checks_for(viewer, relations):
        out[Op.CHECK_QUALITY] = WhyNot.NOT_YOURS
    return out


def reopening(plan: Plan, relations: Relations) -> set[Op]:
    """What brings the young person back into a plan that was written without them, in whatever state it is."""
    without = plan.review is not None and plan.review.written_without and Relation.SELF in relations
    if not without:
        return set()
    return {Op.SAVE_MY_PART, Op.SAVE_ANSWERS} if state_of(plan) in WAITS else {Op.SAVE_MY_PART}


def on_plan(plan: Plan, viewer: Viewer, relations: Relations) -> Decision:
    """Reads `plan.review`, its response, and `plan.young_person.team`."""
    ruled_out = {**of_the_review(plan, viewer, relations), **ruled_out_in(state_of(plan))}
    for operation in reopening(plan, relations):
        ruled_out.pop(operation, None)
    return decide(ON_A_PLAN, relations, ruled_out)


def on_action(action: Action, relations: Relations) -> Decision:
    finished = action.status in (Action.Status.DONE, Action.Status.DROPPED)
    return decide(ON_AN_ACTION, relations, {Op.COMPLETE_ACTION: WhyNot.FINISHED} if finished else {})


def on_goal(goal: Goal, relations: Relations) -> Decision:
    is_open = goal.state == Goal.State.OPEN
    ruled_out = {Op.REOPEN_GOAL: WhyNot.NOT_FINISHED} if is_open else {Op.FINISH_GOAL: WhyNot.FINISHED}
    return decide(ON_A_GOAL, relations, ruled_out)


def ruled_out_if(operation: Op, over: bool, why: WhyNot) -> dict[Op, WhyNot]:
    return {operation: why} if over else {}


def of_one_version(review: Review, viewer: Viewer) -> dict[Op, WhyNot]:
    if not review.authorised_at:
        return dict.fromkeys((Op.GIVE_COPY, Op.JUDGE_QUALITY), WhyNot.NOT_AGREED)
    own = viewer is not None and not may_judge(review, viewer)
    return ruled_out_if(Op.JUDGE_QUALITY, own, WhyNot.JUDGING_OWN_WORK)


# By the kind of thing: what can be done to it, and what of that is over.
PARTS: dict[type[Model], tuple[tuple[Op, ...], Callable[[Any, Viewer], dict[Op, WhyNot]]]] = {
    Comment: ((Op.ADD_COMMENT, Op.MARK_COMMENTS_READ), lambda comment, viewer: {}),
    CheckIn: (
        (Op.RECORD_CALL, Op.CHANGE_CHECK_IN),
        lambda check_in, viewer: {
            **ruled_out_if(Op.RECORD_CALL, check_in.call == CheckIn.Call.NO, WhyNot.NOT_ASKED_FOR),
            **ruled_out_if(Op.CHANGE_CHECK_IN, not check_in.can_be_changed, WhyNot.TOO_LATE),
        },
    ),
    Crisis: (
        (Op.CLOSE_CRISIS,),
        lambda crisis, viewer: ruled_out_if(Op.CLOSE_CRISIS, crisis.closed_on is not None, WhyNot.FINISHED),
    ),
    Home: (
        (Op.ASSESS_SUITABILITY, Op.SAVE_HOME_VIEWS),
        lambda home, viewer: ruled_out_if(Op.SAVE_HOME_VIEWS, home.moved_out_on is not None, WhyNot.FINISHED),
    ),
    Review: (
        (Op.GIVE_COPY, Op.JUDGE_QUALITY),
        of_one_version,
    ),
    SafetyNotice: (
        (Op.SEE_SAFETY_NOTICE,),
        lambda notice, viewer: ruled_out_if(Op.SEE_SAFETY_NOTICE, notice.seen_at is not None, WhyNot.FINISHED),
    ),
    Supporter: ((Op.UPDATE_SUPPORTER,), lambda supporter, viewer: {}),
}


def on_part(row: Any, viewer: Viewer, relations: Relations) -> Decision:
    """On a part of somebody's record that is one of `PARTS`. Reads the row alone."""
    operations, ruled_out = PARTS[type(row)]
    return decide(operations, relations, ruled_out(row, viewer))
