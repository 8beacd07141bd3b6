"""The third side of the permission matrix: in which states of a plan's latest review an operation is possible."""

from enum import StrEnum

from leavingwell.platform.access.operations import Operation as O
from leavingwell.platform.access.why_not import WhyNot


class PlanState(StrEnum):
    """Those of `plans.Review`, and a plan that has none."""

    NONE = "none"
    DRAFT = "draft"
    RETURNED = "returned"
    QUALITY_CHECK = "quality_check"
    SUBMITTED = "submitted"
    CURRENT = "current"


S = PlanState
WORKED_ON = frozenset({S.DRAFT, S.RETURNED})
NOT_WORKED_ON = {
    S.NONE: WhyNot.NO_REVIEW,
    S.QUALITY_CHECK: WhyNot.HANDED_IN,
    S.SUBMITTED: WhyNot.HANDED_IN,
    S.CURRENT: WhyNot.AGREED,
}
IS_OPEN = dict.fromkeys((S.DRAFT, S.RETURNED, S.QUALITY_CHECK, S.SUBMITTED), WhyNot.REVIEW_OPEN)
NOT_SIGNED_NOW = {
    **dict.fromkeys((S.NONE, S.DRAFT, S.RETURNED, S.CURRENT), WhyNot.NOT_WAITING),
    S.QUALITY_CHECK: WhyNot.WITH_SUPERVISOR,
}

# Why an operation is not possible in a state. An operation that is not here is possible in every state.
RULED_OUT: dict[O, dict[PlanState, WhyNot]] = {
    O.SAVE_ANSWERS: NOT_WORKED_ON,
    O.SUBMIT_RESPONSE: NOT_WORKED_ON,
    O.SAVE_WORKERS_PART: NOT_WORKED_ON,
    O.SAVE_MY_PART: {S.NONE: WhyNot.NO_REVIEW, S.CURRENT: WhyNot.AGREED},
    O.WRITE_WITHOUT: NOT_WORKED_ON,
    O.SUBMIT_PLAN: NOT_WORKED_ON,
    O.SAVE_MATTER: dict.fromkeys((S.QUALITY_CHECK, S.SUBMITTED), WhyNot.HANDED_IN),
    O.ANSWER_RETURN: dict.fromkeys(frozenset(S) - {S.RETURNED}, WhyNot.NOT_SENT_BACK),
    O.CHECK_QUALITY: dict.fromkeys(frozenset(S) - {S.QUALITY_CHECK}, WhyNot.NOT_WAITING),
    O.RETURN_PLAN: NOT_SIGNED_NOW,
    O.AUTHORISE_PLAN: NOT_SIGNED_NOW,
    O.REQUEST_REVIEW: IS_OPEN,
    O.START_REVIEW: IS_OPEN,
}


def ruled_out_in(state: PlanState) -> dict[O, WhyNot]:
    return {operation: reasons[state] for operation, reasons in RULED_OUT.items() if state in reasons}
