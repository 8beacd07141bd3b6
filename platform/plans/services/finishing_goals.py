"""How a goal ends: it is reached, or dropped for a reason; and it can be taken up again."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.people.models import Person
from leavingwell.platform.plans.models import Goal
from leavingwell.platform.plans.services.fields import checked_text
from leavingwell.platform.plans.services.goals import locked, save_changes, state_of
from leavingwell.platform.plans.whose_words import are_the_young_persons
from leavingwell.platform.problems import Message, not_allowed, wrong_state

LONGEST = 500
NO_REASON: Message = _("Say in a few words why you let it go.")
THEIR_WORDS: Message = _("The young person said something about it already. Write a comment to say more.")


def stays(goal: Goal, by: Person) -> bool:
    """Whether the words that stand there are the young person's, and theirs alone to change."""
    return are_the_young_persons(goal, "finished_because", goal.added_by_id, by)


def said(goal: Goal, words: str, by: Person, empty: Message | None = None) -> str:
    """Raises NOT_ALLOWED for other words in place of the young person's, TOO_LARGE, and INVALID for none if `empty`."""
    if not stays(goal, by):
        return checked_text(words, "because", longest=LONGEST, empty=empty)
    if words.strip() not in ("", goal.finished_because):
        raise not_allowed(THEIR_WORDS, "because")
    return goal.finished_because


def finish(
    goal: Goal, state: Goal.State, words: str, by: Person, expected_version: int | None, empty: Message | None = None
) -> Goal:
    goal = locked(goal, expected_version)
    if goal.state != Goal.State.OPEN:
        raise wrong_state(_("This goal is finished already."))
    because = said(goal, words, by, empty)
    before = state_of(goal)
    goal.state, goal.finished_at, goal.finished_because = state, timezone.now(), because
    return save_changes(goal, before, f"goal.{state}", by)


@transaction.atomic
def reach_goal(goal: Goal, *, went_well: str = "", by: Person, expected_version: int | None = None) -> Goal:
    """`went_well` says what helped, if anybody likes. Raises WRONG_STATE, STALE_VERSION, TOO_LARGE or NOT_ALLOWED."""
    return finish(goal, Goal.State.REACHED, went_well, by, expected_version)


@transaction.atomic
def drop_goal(goal: Goal, *, reason: str, by: Person, expected_version: int | None = None) -> Goal:
    """Raises INVALID without a reason, WRONG_STATE, STALE_VERSION, TOO_LARGE or NOT_ALLOWED."""
    return finish(goal, Goal.State.DROPPED, reason, by, expected_version, NO_REASON)


@transaction.atomic
def reopen_goal(goal: Goal, *, by: Person, expected_version: int | None = None) -> Goal:
    """Takes up again what was reached or dropped; the audit record keeps why it was. What the young person said of it
    stays there, unless they take it up themselves. Raises WRONG_STATE, STALE_VERSION.
    """
    goal = locked(goal, expected_version)
    if goal.state == Goal.State.OPEN:
        raise wrong_state(_("This goal is open already."))
    before = state_of(goal)
    goal.state, goal.finished_at = Goal.State.OPEN, None
    if not stays(goal, by):
        goal.finished_because = ""
    return save_changes(goal, before, "goal.reopened", by)
