"""Goals, their steps, and the to-do list."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.utils import timezone

from leavingwell.platform.documents.labels import STATUSES, TERMS
from leavingwell.platform.documents.parts.words import LINE, SHORT, Languages, Words, title_of, weight, words
from leavingwell.platform.plans.models import Action, Goal, Plan
from leavingwell.translations.localised import LocalizedText

Status = Action.Status


@dataclass(frozen=True)
class Step:
    """One action. `done_on` and `done_by` are there once it is done.

    `because` is why it is stuck or was dropped, or what went well with it.
    """

    words: Words
    status: str
    label: Any
    owners: tuple[str, ...]
    due_on: date | None
    done_on: date | None
    done_by: str
    about: LocalizedText | None
    goal_id: UUID | None
    question: str
    because: Words | None = None

    @property
    def is_done(self) -> bool:
        return self.status == Status.DONE

    @property
    def room(self) -> int:
        """How much room its row takes."""
        return weight(self.words.text, self.because.text if self.because else "") + LINE * len(self.owners)


@dataclass(frozen=True)
class GoalWithSteps:
    """`term` says whether it is for soon or for later; `because` what went well with it, or why it was dropped."""

    words: Words
    contingency: Words | None
    about: LocalizedText | None
    wanted_by: date | None
    state: str
    steps: tuple[Step, ...]
    term: str = ""
    because: Words | None = None

    @property
    def is_short(self) -> bool:
        """Short enough for a card, which must fit on a page."""
        texts = [self.words.text, *(one.text for one in (self.contingency, self.because) if one)]
        rows = sum(step.room for step in self.steps)
        return weight(*texts) + rows < SHORT

    @property
    def done(self) -> int:
        return sum(step.is_done for step in self.steps)


def step(action: Action, languages: Languages) -> Step:
    return Step(
        words=words(action.title, action.language),
        status=action.status,
        label=STATUSES[Status(action.status)],
        owners=tuple(owner.name for owner in action.owners.all()),
        due_on=action.due_on,
        done_on=timezone.localdate(action.done_at) if action.done_at else None,
        done_by=action.done_by.name if action.done_by else "",
        about=title_of(action.domain, languages),
        goal_id=action.goal_id,
        question=action.question_code,
        because=words(said, action.language) if (said := because_of(action)) else None,
    )


def because_of(action: Action) -> str:
    return action.went_well if action.status == Status.DONE else action.reason


def steps_of(plan: Plan, languages: Languages) -> list[Step]:
    """All actions of the plan, oldest first."""
    rows = plan.actions.select_related("domain", "done_by").prefetch_related("owners")
    return [step(action, languages) for action in rows]


def goal_with(goal: Goal, steps: Iterable[Step], languages: Languages) -> GoalWithSteps:
    kept = [one for one in steps if one.goal_id == goal.pk and one.status not in Action.NOT_ON_THE_LIST]
    return GoalWithSteps(
        words=words(goal.words, goal.language),
        contingency=words(goal.contingency, goal.language) if goal.contingency else None,
        about=title_of(goal.domain, languages),
        wanted_by=goal.wanted_by,
        state=goal.state,
        steps=tuple(kept),
        term=str(TERMS[Goal.Term(goal.term)]),
        because=words(goal.finished_because, goal.language) if goal.finished_because else None,
    )


def goals_of(plan: Plan, steps: list[Step], languages: Languages) -> list[GoalWithSteps]:
    """Those that are open first, then those reached, then those dropped."""
    order = [Goal.State.OPEN, Goal.State.REACHED, Goal.State.DROPPED]
    goals = sorted(plan.goals.select_related("domain"), key=lambda goal: order.index(Goal.State(goal.state)))
    return [goal_with(goal, steps, languages) for goal in goals]


def by_due_day(steps: Iterable[Step]) -> list[Step]:
    return sorted(steps, key=lambda one: (one.due_on is None, one.due_on or date.max))


def still_to_do(steps: list[Step]) -> list[Step]:
    """What is left, of every goal and of none: what is due first stands first."""
    return by_due_day(one for one in steps if one.status in (Status.OPEN, Status.STUCK))


def finished(steps: list[Step], status: str) -> list[Step]:
    """Those done or dropped, the latest first."""
    return sorted((one for one in steps if one.status == status), key=lambda one: one.done_on or date.min, reverse=True)
