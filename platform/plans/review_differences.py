"""What changed from one review of a plan to a later one, or to the plan as it stands now."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from leavingwell.platform.plans.models import Action, Goal, Plan, Review
from leavingwell.platform.plans.snapshots import snapshot_of
from leavingwell.platform.plans.trends import moves_from, told_answers
from leavingwell.platform.problems import not_found
from leavingwell.questionnaires.kinds import AnswerKind
from leavingwell.questionnaires.models import Response
from leavingwell.questionnaires.moving import moved
from leavingwell.questionnaires.scoring import Answers

Part = Mapping[str, Any]
GOAL_WORDS = ("words", "contingency", "term", "wanted_by", "domain")
MATTER_WORDS = ("how", "by_when", "by_whom", "not_needed_reason")
NOTHING: Part = {}
UNSAID = (AnswerKind.SKIPPED, AnswerKind.NOT_SHOWN)


@dataclass(frozen=True)
class Changed:
    """A part that both reviews have and that is not the same. Both are parts of a snapshot."""

    before: Part
    after: Part


@dataclass(frozen=True)
class ChangedAnswer:
    """`before` and `after` are a kind of answer and its value, in the terms of the later questionnaire."""

    domain: Mapping[str, Any]
    question: Mapping[str, Any]
    before: tuple[str, Any] | None
    after: tuple[str, Any]


@dataclass(frozen=True)
class Differences:
    """`before` is the earlier review; `after` the later one, or the latest as it stands now."""

    before: Review
    after: Review
    goals_added: list[Part]
    goals_reached: list[Part]
    goals_dropped: list[Part]
    goals_changed: list[Changed]
    actions_added: list[Part]
    actions_done: list[Part]
    actions_stuck: list[Part]
    actions_dropped: list[Part]
    answers: list[ChangedAnswer]
    matters: list[Changed]


def review_numbered(plan: Plan, number: int, field: str) -> Review:
    reviews = plan.reviews.select_related("response", "authorised_by")
    found = reviews.prefetch_related("response__answers").filter(number=number).first() if number > 0 else None
    if found is None:
        raise not_found(field)
    return found


def parts_then(plan: Plan, review: Review) -> Part:
    """As it was authorised; the latest one that is not, as it stands now."""
    if review.state == Review.State.CURRENT:
        return dict(review.snapshot)
    return snapshot_of(plan)


def by(key: str, parts: Part, name: str) -> dict[Any, Part]:
    return {one[key]: one for one in parts.get(name, ())}


def came_to(before: Part, after: Part, name: str, field: str, state: str) -> list[Part]:
    """What stands in the state now, and did not before."""
    earlier = by("id", before, name)
    found = [one for one in after.get(name, ()) if one[field] == state]
    return [one for one in found if earlier.get(one["id"], NOTHING).get(field) != state]


def added(before: Part, after: Part, name: str, field: str, states: Sequence[str]) -> list[Part]:
    earlier = by("id", before, name)
    return [one for one in after.get(name, ()) if one["id"] not in earlier and one[field] in states]


def changed(before: Part, after: Part, name: str, key: str, fields: Sequence[str]) -> list[Changed]:
    """Whose fields differ; what was not written down then is not told as a change."""
    earlier = by(key, before, name)
    pairs = [(earlier[one[key]], one) for one in after.get(name, ()) if one[key] in earlier]
    return [
        Changed(old, new)
        for old, new in pairs
        if any(field in old and old[field] != new.get(field) for field in fields)
    ]


def changed_matters(before: Part, after: Part) -> list[Changed]:
    """A matter that was written down for the first time changed from nothing. Earlier snapshots kept no matters."""
    if "matters" not in before:
        return []
    earlier = by("matter", before, "matters")
    new = [Changed(NOTHING, one) for one in after.get("matters", ()) if one["matter"] not in earlier]
    found = [*changed(before, after, "matters", "matter", MATTER_WORDS), *new]
    return sorted(found, key=lambda one: int(one.after["matter"]))


def is_said(answer: tuple[str, Any] | None) -> bool:
    return answer is not None and answer[0] not in UNSAID


def changed_answers(earlier: Response, later: Response) -> list[ChangedAnswer]:
    """Each answer of the later checklist that is not what was said before; in its own order."""
    before: Answers = moved(told_answers(earlier), moves_from(earlier, later))
    after = told_answers(later)
    return [
        ChangedAnswer(domain, question, before.get(question["code"]), after[question["code"]])
        for domain in later.questionnaire_version.content["domains"]
        for question in domain["questions"]
        if is_said(after.get(question["code"])) and after[question["code"]] != before.get(question["code"])
    ]


def review_differences(plan: Plan, since: int, until: int | None = None) -> Differences:
    """From the review numbered `since` to `until`; None: to the plan as it stands now. A constant number of queries.

    Raises NOT_FOUND for a number that this plan does not have.
    """
    first = review_numbered(plan, since, "from")
    latest = plan.review.number if plan.review else 0
    last = review_numbered(plan, latest if until is None else until, "to")
    before = parts_then(plan, first)
    after = snapshot_of(plan) if until is None else parts_then(plan, last)
    return Differences(
        before=first,
        after=last,
        goals_added=added(before, after, "goals", "state", (Goal.State.OPEN,)),
        goals_reached=came_to(before, after, "goals", "state", Goal.State.REACHED),
        goals_dropped=came_to(before, after, "goals", "state", Goal.State.DROPPED),
        goals_changed=changed(before, after, "goals", "id", GOAL_WORDS),
        actions_added=added(before, after, "actions", "status", (Action.Status.OPEN, Action.Status.STUCK)),
        actions_done=came_to(before, after, "actions", "status", Action.Status.DONE),
        actions_stuck=came_to(before, after, "actions", "status", Action.Status.STUCK),
        actions_dropped=came_to(before, after, "actions", "status", Action.Status.DROPPED),
        answers=changed_answers(first.response, last.response),
        matters=changed_matters(before, after),
    )
