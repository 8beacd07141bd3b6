"""What is next, who owes what, and how far each goal is: worked out from the to-do list as it stands now."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any

from django.utils import timezone

from leavingwell.platform.access.permissions import Viewer
from leavingwell.platform.people.models import Person
from leavingwell.platform.plans.models import Action, Goal

Status = Action.Status
TO_DO = (Status.OPEN, Status.STUCK)


class Turn(Enum):
    """Whose move it is, as the viewer sees it."""

    YOURS = "YOURS"
    THEIRS = "THEIRS"
    BOTH = "BOTH"


@dataclass(frozen=True)
class NextStep:
    """Something to do. `late`: its day has passed."""

    action: Action
    turn: Turn
    late: bool


@dataclass(frozen=True)
class GoalProgress:
    """How many of a goal's steps are done, open and stuck; of those to do, whose they are and how many are late."""

    goal: Goal
    done: int
    open: int
    stuck: int
    yours: int
    theirs: int
    late: int
    next: NextStep | None


@dataclass(frozen=True)
class Owed:
    """What somebody has to do; what two share counts for both."""

    person: Person
    open: int
    stuck: int
    late: int
    next: NextStep


def turn_of(action: Action, viewer: Viewer) -> Turn:
    owners = {person.pk for person in action.owners.all()}
    if viewer is None or viewer.pk not in owners:
        return Turn.THEIRS
    return Turn.YOURS if len(owners) == 1 else Turn.BOTH


def step(action: Action, viewer: Viewer) -> NextStep:
    late = action.due_on is not None and action.due_on < timezone.localdate()
    return NextStep(action, turn_of(action, viewer), late)


def soonest(one: NextStep) -> tuple[bool, date, Any]:
    """What can be done before what is stuck, then by its day; what has none comes last."""
    return one.action.status == Status.STUCK, one.action.due_on or date.max, one.action.added_at


def what_is_next(actions: Iterable[Action], viewer: Viewer) -> list[NextStep]:
    """All that is to do, the soonest first."""
    return sorted((step(action, viewer) for action in actions if action.status in TO_DO), key=soonest)


def counted(steps: Iterable[NextStep], status: Status) -> int:
    return sum(one.action.status == status for one in steps)


def progress_of(goal: Goal, actions: Sequence[Action], viewer: Viewer) -> GoalProgress:
    steps = what_is_next(actions, viewer)
    return GoalProgress(
        goal=goal,
        done=sum(action.status == Status.DONE for action in actions),
        open=counted(steps, Status.OPEN),
        stuck=counted(steps, Status.STUCK),
        yours=sum(one.turn != Turn.THEIRS for one in steps),
        theirs=sum(one.turn != Turn.YOURS for one in steps),
        late=sum(one.late for one in steps),
        next=steps[0] if steps else None,
    )


def goal_progress(goals: Iterable[Goal], actions: Iterable[Action], viewer: Viewer) -> list[GoalProgress]:
    """Of every goal, in the order given."""
    of_goal: dict[Any, list[Action]] = {}
    for action in actions:
        of_goal.setdefault(action.goal_id, []).append(action)
    return [progress_of(goal, of_goal.get(goal.pk, []), viewer) for goal in goals]


def owed(actions: Iterable[Action], viewer: Viewer) -> list[Owed]:
    """Who owes what: the viewer first, then by name."""
    steps_of: dict[Person, list[NextStep]] = {}
    for one in what_is_next(actions, viewer):
        for person in one.action.owners.all():
            steps_of.setdefault(person, []).append(one)
    people = sorted(steps_of, key=lambda person: (viewer is None or person.pk != viewer.pk, person.name, person.pk))
    return [owed_by(person, steps_of[person]) for person in people]


def owed_by(person: Person, steps: Sequence[NextStep]) -> Owed:
    late = sum(one.late for one in steps)
    return Owed(person, counted(steps, Status.OPEN), counted(steps, Status.STUCK), late, steps[0])
