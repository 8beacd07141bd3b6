"""A worry becomes a goal, with its first step, at once: a wish for help, a check-in, a question, or an area of life."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.audit.services import record
from leavingwell.platform.people.models import Person
from leavingwell.platform.plans.models import Action, Goal, Plan
from leavingwell.platform.plans.services.actions import (
    add_action,
    locked,
    owners_from,
    save_changes,
    set_owners,
    state_of,
    title_from,
)
from leavingwell.platform.plans.services.fields import domain_of
from leavingwell.platform.plans.services.goals import add_goal
from leavingwell.platform.problems import Message, Problems, invalid, not_found, wrong_state
from leavingwell.questionnaires.content import Content
from leavingwell.questionnaires.models import Answer, CheckIn

QUICKER: Message = _("Somebody was quicker: this is on the list already.")
ON_THE_PLAN: Message = _("This goal is on the plan already.")
NO_STEP: Message = _("Say the first step. A small one is best.")


@dataclass(frozen=True)
class Worry:
    """Where a goal comes from. `said` are the young person's own words about it, in their `language`.

    `wish` is what waits on the list for somebody to take it up: it becomes the goal's first step. `takes_up` when the
    goal is made of it, so that it cannot go on waiting.
    """

    domain: str = ""
    said: str = ""
    language: str = ""
    wish: Action | None = None
    takes_up: bool = False
    check_in: CheckIn | None = None


@dataclass(frozen=True)
class FirstStep:
    """Without owners it is for whoever adds it."""

    title: str
    owner_ids: Iterable[UUID] = ()
    due_on: date | None = None


def about_wish(wish: Action) -> Worry:
    answer = answer_at(wish.plan, wish.question_code) if wish.question_code else None
    domain = wish.domain.code if wish.domain else ""
    return Worry(domain, **words_of(answer), wish=wish, takes_up=True)


def about_check_in(check_in: CheckIn) -> Worry:
    domain = check_in.area.code if check_in.area else ""
    return Worry(domain, check_in.note, check_in.language, check_in=check_in)


def about_question(plan: Plan, code: str) -> Worry:
    """Raises NOT_FOUND for a question that is not asked in the plan's checklist."""
    response = plan.review.response if plan.review else None
    content = Content(response.questionnaire_version.content) if response else None
    if content is None or not content.has(code):
        raise not_found("questionCode")
    wish = plan.actions.filter(question_code=code, status=Action.Status.DRAFT).first()
    return Worry(content.domain_codes[code], **words_of(answer_at(plan, code)), wish=wish)


def about_area(code: str) -> Worry:
    """Raises NOT_FOUND for an unknown area."""
    domain = domain_of(code, "area")
    return Worry(domain.code if domain else "")


def answer_at(plan: Plan, question: str) -> Answer | None:
    return plan.review.response.answers.filter(question_code=question).first() if plan.review else None


def words_of(answer: Answer | None) -> dict[str, Any]:
    return {"said": answer.comment, "language": answer.language} if answer else {}


@transaction.atomic
def turn_into_goal(
    plan: Plan,
    worry: Worry,
    *,
    words: str,
    by: Person,
    language: str,
    step: FirstStep | None = None,
    domain: str | None = None,
    expected_version: int | None = None,
    **more: Any,
) -> Goal:
    """Adds the goal and its first step, and takes what was asked for off the waiting list: all of it, or nothing.

    Words that are theirs as they said them keep their language. Without a `domain` it is the worry's; an empty one is
    none. `more` are the other fields of `add_goal`; `expected_version` is that of the wish.

    Raises what `add_goal` and `add_action` raise; WRONG_STATE where somebody has taken it up already, INVALID for a
    wish without a first step, STALE_VERSION.
    """
    Plan.objects.select_for_update().get(pk=plan.pk)  # two who turn it at once: one after the other
    refuse_twice(plan, words)
    area = worry.domain if domain is None else domain
    language_of_words = language_of(words, worry, language)
    goal = add_goal(plan, words=words, domain=area, check_in=worry.check_in, by=by, language=language_of_words, **more)
    with within("step"):
        begin(plan, worry, goal, step, by=by, language=language, expected_version=expected_version)
    note_where_from(worry, by)
    return goal


def language_of(words: str, worry: Worry, language: str) -> str:
    """Words that are theirs as they said them keep theirs."""
    return worry.language if worry.language and worry.said.strip() == words.strip() else language


def note_where_from(worry: Worry, by: Person) -> None:
    """Of a check-in that only the young person sees nobody knows."""
    sent = worry.check_in
    if sent and sent.shared_with != CheckIn.SharedWith.ONLY_ME:
        record("check_in.became_a_goal", sent, by=by, young_person_id=sent.young_person_id)


@contextmanager
def within(part: str) -> Iterator[None]:
    """Puts the part of the input before the fields that problems name; what is about no field of it stays."""
    try:
        yield
    except Problems as found:
        raise Problems(
            replace(one, field=f"{part}.{one.field}") if one.field and one.field != "expectedVersion" else one
            for one in found.problems
        ) from found


def refuse_twice(plan: Plan, words: str) -> None:
    if plan.goals.filter(state=Goal.State.OPEN, words=words.strip()).exists():
        raise wrong_state(ON_THE_PLAN, "words")


def begin(
    plan: Plan,
    worry: Worry,
    goal: Goal,
    step: FirstStep | None,
    *,
    by: Person,
    language: str,
    expected_version: int | None,
) -> None:
    if step is None:
        if worry.takes_up:
            raise invalid(NO_STEP, "title")
    elif worry.wish is not None:
        take_up(worry.wish, goal, step, by, language, expected_version)
    else:
        owners, due_on = step.owner_ids, step.due_on
        add_action(plan, title=step.title, goal=goal, owner_ids=owners, due_on=due_on, by=by, language=language)


def take_up(wish: Action, goal: Goal, step: FirstStep, by: Person, language: str, expected_version: int | None) -> None:
    """What was asked for becomes the first step, with its question: the answer finds it there."""
    wish = locked(wish, expected_version)
    if wish.status != Action.Status.DRAFT:
        raise wrong_state(QUICKER)
    before = state_of(wish)
    wish.title, wish.language = title_from(step.title), language
    wish.goal, wish.domain = goal, goal.domain or wish.domain
    wish.status, wish.due_on = Action.Status.OPEN, step.due_on
    set_owners(wish, owners_from(wish.plan, step.owner_ids) or [by])
    save_changes(wish, before, "action.changed", by)
