"""How it looks now, in words and never as a mark: strengths first, what changed, and what to look at first."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

from leavingwell.platform.plans.models import FocusOrder, Plan
from leavingwell.platform.plans.state_of_play import checklists_of
from leavingwell.platform.plans.together import for_each
from leavingwell.platform.plans.trends import both_asked, moves_from, told_answers
from leavingwell.questionnaires.content import Content
from leavingwell.questionnaires.models import Response
from leavingwell.questionnaires.moving import moved
from leavingwell.questionnaires.scoring import (
    Answers,
    Bands,
    Change,
    Phase,
    change,
    core_only,
    domain_scores,
    overall,
    points_of,
    suggested_focus,
)

Part = Mapping[str, Any]  # of a published version's content


class FocusReason(Enum):
    WANTS_HELP = "WANTS_HELP"
    NOT_NOW = "NOT_NOW"
    PARTLY = "PARTLY"


@dataclass(frozen=True)
class Strength:
    domain: Part
    question: Part


@dataclass(frozen=True)
class Focus:
    """A question to talk about. Its level is its step in the hierarchy of needs."""

    domain: Part
    question: Part
    reason: FocusReason


@dataclass(frozen=True)
class Summary:
    """Of a plan's latest checklist. `change` is None when it cannot be told."""

    overall: Phase
    core_only: Phase
    change: Change | None
    strengths: list[Strength]
    focus: list[Focus]


def phase_of(content: Part, answers: Answers, bands: Bands) -> Phase:
    return bands.phase(overall(domain_scores(content, answers)))


def narrowed(content: Part, codes: frozenset[str]) -> Part:
    """The same content with those questions alone."""
    domains = [
        {**domain, "questions": [one for one in domain["questions"] if one["code"] in codes]}
        for domain in content["domains"]
    ]
    return {**content, "domains": domains}


def change_since(earlier: Response | None, latest: Response, bands: Bands) -> Change | None:
    """Over the questions that both checklists asked."""
    if earlier is None:
        return None
    moves = moves_from(earlier, latest)
    content = latest.questionnaire_version.content
    asked = narrowed(content, both_asked(content, moves))
    now = phase_of(asked, told_answers(latest), bands)
    return change(now, phase_of(asked, moved(told_answers(earlier), moves), bands))


def with_domains(content: Content) -> dict[str, tuple[Part, Part]]:
    """Each question by its code, with its domain."""
    return {
        question["code"]: (domain, question)
        for domain in content.content["domains"]
        for question in domain["questions"]
    }


def in_order(suggested: Sequence[str], wanted: Sequence[str]) -> list[str]:
    """What the young person put first, then the rest as suggested."""
    first = [code for code in wanted if code in suggested]
    return [*first, *(code for code in suggested if code not in first)]


def read_orders(plans: Sequence[Plan]) -> list[list[str]]:
    """As the young people have put their questions; empty for who has not."""
    orders = dict(FocusOrder.objects.filter(plan__in=plans).values_list("plan_id", "questions"))
    return [orders.get(plan.pk, []) for plan in plans]


def focus_codes(response: Response, order: Sequence[str]) -> list[str]:
    wanted = frozenset(answer.question_code for answer in response.answers.all() if answer.wants_help)
    suggested = suggested_focus(response.questionnaire_version.content, told_answers(response), wanted)
    return in_order(suggested, order)


def reason_of(question: Part, response: Response) -> FocusReason:
    answer = next(one for one in response.answers.all() if one.question_code == question["code"])
    if answer.wants_help:
        return FocusReason.WANTS_HELP
    return FocusReason.PARTLY if points_of(question, answer.choice) else FocusReason.NOT_NOW


def strengths_of(content: Content, answers: Answers) -> Iterator[Strength]:
    known = with_domains(content)
    for score in domain_scores(content.content, answers):
        yield from (Strength(*known[code]) for code in score.strengths)


def focus_of(plan: Plan, response: Response) -> Iterator[Focus]:
    known = with_domains(response.questionnaire_version.reading)
    for code in focus_codes(response, for_each(plan, "wanted_order", read_orders)):
        domain, question = known[code]
        yield Focus(domain, question, reason_of(question, response))


def summary_of(plan: Plan) -> Summary | None:
    """None while there is no checklist. A handful of queries, however many the answers."""
    checklists = checklists_of(plan)
    latest, bands = checklists.latest, checklists.bands
    if latest is None:
        return None
    content, answers = latest.questionnaire_version.reading, told_answers(latest)
    return Summary(
        overall=phase_of(content.content, answers, bands),
        core_only=phase_of(core_only(content.content), answers, bands),
        change=change_since(checklists.earlier, latest, bands),
        strengths=list(strengths_of(content, answers)),
        focus=list(focus_of(plan, latest)),
    )
