"""Why somebody may not do something now: a code for programs, a sentence for people."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import Enum

from django.utils.translation import gettext_lazy as _

from leavingwell.platform.access.matrix import MATRIX
from leavingwell.platform.access.operations import Operation
from leavingwell.platform.access.relations import Relation


class WhyNot(Enum):
    """The values are the codes of the API."""

    NOT_YOURS = "NOT_YOURS"
    NO_REVIEW = "NO_REVIEW"
    REVIEW_OPEN = "REVIEW_OPEN"
    HANDED_IN = "HANDED_IN"
    AGREED = "AGREED"
    CHECKLIST_HANDED_IN = "CHECKLIST_HANDED_IN"
    NOT_WAITING = "NOT_WAITING"
    WITH_SUPERVISOR = "WITH_SUPERVISOR"
    NOT_SENT_BACK = "NOT_SENT_BACK"
    OWN_WORK = "OWN_WORK"
    SIGNING_OWN_WORK = "SIGNING_OWN_WORK"
    JUDGING_OWN_WORK = "JUDGING_OWN_WORK"
    SAID_ALREADY = "SAID_ALREADY"
    TOOK_PART = "TOOK_PART"
    FINISHED = "FINISHED"
    NOT_FINISHED = "NOT_FINISHED"
    NOT_AGREED = "NOT_AGREED"
    NOT_ASKED_FOR = "NOT_ASKED_FOR"
    TOO_LATE = "TOO_LATE"


SENTENCES = {
    WhyNot.NOT_YOURS: _("This is for somebody else to do."),
    WhyNot.NO_REVIEW: _("There is no review yet."),
    WhyNot.REVIEW_OPEN: _("A review is already open."),
    WhyNot.HANDED_IN: _("The plan is handed in and waits for sign-off."),
    WhyNot.AGREED: _("This review is agreed. Ask for a new one to change the plan."),
    WhyNot.CHECKLIST_HANDED_IN: _("This checklist is finished."),
    WhyNot.NOT_WAITING: _("This plan is not waiting for sign-off."),
    WhyNot.WITH_SUPERVISOR: _("The practice supervisor looks at it first."),
    WhyNot.NOT_SENT_BACK: _("This plan was not sent back."),
    WhyNot.OWN_WORK: _("Somebody else must sign off a plan that you wrote."),
    WhyNot.SIGNING_OWN_WORK: _(
        "You wrote a part of this plan yourself, so another manager signs it off. Let a manager of another team cover "
        "for yours: then the plan is on their list."
    ),
    WhyNot.JUDGING_OWN_WORK: _("Somebody else must judge a plan that you wrote."),
    WhyNot.SAID_ALREADY: _("This is written down already."),
    WhyNot.TOOK_PART: _("The young person took part."),
    WhyNot.FINISHED: _("This is done already."),
    WhyNot.NOT_FINISHED: _("This is not done yet."),
    WhyNot.NOT_AGREED: _("This review is not agreed yet."),
    WhyNot.NOT_ASKED_FOR: _("Nobody asked for this."),
    WhyNot.TOO_LATE: _("It is too late for this."),
}


@dataclass(frozen=True)
class Decision:
    """What a viewer may do to one thing now, and why not the rest of what can be done to it."""

    allowed: list[Operation]
    refused: dict[Operation, WhyNot]


def decide(
    operations: Iterable[Operation], relations: Collection[Relation], ruled_out: Mapping[Operation, WhyNot]
) -> Decision:
    """The relation first: who has no right is not told in which state things are."""
    allowed, refused = [], {}
    for operation in operations:
        if not MATRIX[operation] & set(relations):
            refused[operation] = WhyNot.NOT_YOURS
        elif operation in ruled_out:
            refused[operation] = ruled_out[operation]
        else:
            allowed.append(operation)
    return Decision(allowed, refused)
