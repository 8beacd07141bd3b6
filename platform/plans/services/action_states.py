"""Where an action stands, and the words that go with it: why it is stuck or dropped, what went well when done."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.people.models import Person
from leavingwell.platform.plans.models import Action
from leavingwell.platform.plans.services.fields import checked_text
from leavingwell.platform.plans.whose_words import are_the_young_persons
from leavingwell.platform.problems import Message, invalid, not_allowed

Status = Action.Status
LONGEST = 500
WITH_REASON = (Status.STUCK, Status.DROPPED)
NO_REASON: Message = _("Say why, in a few words. It helps to find another way.")
REASON_FOR_NOTHING: Message = _("A reason goes with something that is stuck or dropped.")
THEIR_WORDS: Message = _("The young person said what went well. Write a comment to say more.")
THEIR_REASON: Message = _("The young person said why. Write a comment to say more.")
NOT_DONE_YET: Message = _("You can say what went well once it is done.")


def reason_for(status: Status, before: Action, reason: str | None, by: Person) -> str:
    """Why it is stuck or dropped; empty for the others. What the young person said stays, and is theirs to change.

    Raises INVALID without one, or for one without a use, NOT_ALLOWED for other words in place of theirs.
    """
    if are_the_young_persons(before, "reason", before.added_by_id, by):
        if reason and reason.strip() not in ("", before.reason):
            raise not_allowed(THEIR_REASON, "reason")
        return before.reason
    if reason is None and status == before.status:
        return before.reason
    if status not in WITH_REASON:
        if reason and reason.strip():
            raise invalid(REASON_FOR_NOTHING, "reason")
        return ""
    return checked_text(reason or "", "reason", longest=LONGEST, empty=NO_REASON)


def praise_for(status: Status, before: Action, went_well: str | None, by: Person) -> str:
    """What went well with what is done; empty for the others. What the young person said of it stays, and is theirs to
    change. Raises INVALID for what is not done, NOT_ALLOWED for other words in place of theirs.
    """
    if status != Status.DONE and went_well and went_well.strip():
        raise invalid(NOT_DONE_YET, "wentWell")
    if are_the_young_persons(before, "went_well", before.done_by_id, by):
        if went_well and went_well.strip() != before.went_well:
            raise not_allowed(THEIR_WORDS, "wentWell")
        return before.went_well
    if status != Status.DONE:
        return ""
    return checked_text(before.went_well if went_well is None else went_well, "wentWell", longest=LONGEST)


def apply_state(action: Action, wanted: Status | None, reason: str | None, went_well: str | None, by: Person) -> None:
    """None leaves the status, or the words of the same status, as they are. Raises INVALID, NOT_ALLOWED, TOO_LARGE."""
    if wanted == Status.DRAFT:
        raise invalid(_("An action cannot go back to being asked for."), "status")
    status = wanted or Status(action.status)
    action.reason = reason_for(status, action, reason, by)
    action.went_well = praise_for(status, action, went_well, by)
    if status != action.status:
        action.status, done = status, status == Status.DONE
        action.done_at, action.done_by = (timezone.now(), by) if done else (None, None)
