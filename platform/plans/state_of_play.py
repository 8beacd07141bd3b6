"""How things stand: each area of life in a word, and what changed since the last review."""

from dataclasses import dataclass
from typing import Any

from leavingwell.platform.plans.models import Plan
from leavingwell.questionnaires.models import Response
from leavingwell.questionnaires.scoring import Answers, Bands, Change, DomainScore, Phase, change, domain_scores


@dataclass(frozen=True)
class Standing:
    """One domain of one plan.

    `domain` is its part of the published content; `change` is None when it cannot be told.
    """

    domain: dict[str, Any]
    phase: Phase
    change: Change | None
    answered: int
    applicable: int


USUAL = Bands()


def answers_of(response: Response) -> Answers:
    return {answer.question_code: (answer.kind, answer.choice) for answer in response.answers.all()}


def scores_of(response: Response) -> dict[str, DomainScore]:
    content = response.questionnaire_version.content
    return {score.code: score for score in domain_scores(content, answers_of(response))}


def recent_responses(plan: Plan) -> tuple[Response | None, Response | None]:
    """The plan's latest checklist and the one of the review before it, with their answers."""
    found = list(
        Response.objects.filter(young_person_id=plan.young_person_id)
        .select_related("questionnaire_version")
        .prefetch_related("answers")
        .order_by("-started_at")[:2]
    )
    return (found[0] if found else None), (found[1] if len(found) > 1 else None)


def state_of_play(plan: Plan, bands: Bands = USUAL) -> list[Standing]:
    """Every domain in the order of the questionnaire. Empty while there is no checklist."""
    latest, earlier = recent_responses(plan)
    if latest is None:
        return []
    now, before = scores_of(latest), scores_of(earlier) if earlier else {}
    return [
        standing(domain, now[domain["code"]], before.get(domain["code"]), bands)
        for domain in latest.questionnaire_version.content["domains"]
    ]


def standing(domain: dict[str, Any], now: DomainScore, before: DomainScore | None, bands: Bands) -> Standing:
    phase = bands.phase(now.percent)
    earlier = bands.phase(before.percent) if before else Phase.NOT_ENOUGH_ANSWERS
    return Standing(domain, phase, change(phase, earlier), now.answered, now.applicable)
