"""How a goal ends: it is reached, or dropped for a reason; and it can be taken up again."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.people.models import Person
from leavingwell.platform.plans.models import Goal
from leavingwell.platform.plans.services.fields import checked_text
from leavingwell.platform.plans.services.goals import locked, save_changes, state_of
from leavingwell.platform.problems import Message, wrong_state

LONGEST = 500
NO_REASON: Message = _("Say in a few words why you let it go.")


def finish(goal: Goal, state: Goal.State, because: str, by: Person, expected_version: int | None) -> Goal:
    goal = locked(goal, expected_version)
    if goal.state != Goal.State.OPEN:
        raise wrong_state(_("This goal is finished already."))
    before = state_of(goal)
    goal.state, goal.finished_at, goal.finished_because = state, timezone.now(), because
    return save_changes(goal, before, f"goal.{state}", by)


@transaction.atomic
def reach_goal(goal: Goal, *, went_well: str = "", by: Person, expected_version: int | None = None) -> Goal:
    """`went_well` says what helped, if anybody wants to. Raises WRONG_STATE, STALE_VERSION or TOO_LARGE."""
    said = checked_text(went_well, "because", longest=LONGEST)
    return finish(goal, Goal.State.REACHED, said, by, expected_version)


@transaction.atomic
def drop_goal(goal: Goal, *, reason: str, by: Person, expected_version: int | None = None) -> Goal:
    """Raises INVALID without a reason, WRONG_STATE, STALE_VERSION or TOO_LARGE."""
    said = checked_text(reason, "because", longest=LONGEST, empty=NO_REASON)
    return finish(goal, Goal.State.DROPPED, said, by, expected_version)


@transaction.atomic
def reopen_goal(goal: Goal, *, by: Person, expected_version: int | None = None) -> Goal:
    """Takes up again what was reached or dropped; the audit record keeps why it was. Raises WRONG_STATE."""
    goal = locked(goal, expected_version)
    if goal.state == Goal.State.OPEN:
        raise wrong_state(_("This goal is open already."))
    before = state_of(goal)
    goal.state, goal.finished_at, goal.finished_because = Goal.State.OPEN, None, ""
    return save_changes(goal, before, "goal.reopened", by)
