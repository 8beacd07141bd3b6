"""How things stand: each area of life in a word, and what changed since the last review."""

from dataclasses import dataclass
from typing import Any

from leavingwell.platform.plans.models import Plan
from leavingwell.platform.plans.trends import answers_of, changes_since
from leavingwell.questionnaires.models import Response
from leavingwell.questionnaires.models.rules import rules
from leavingwell.questionnaires.scoring import Bands, Change, DomainScore, Phase, domain_scores


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


def bands_here() -> Bands:
    """As the council whose scope is open has set them."""
    ours = rules()
    return Bands(ours.going_well, ours.growing)


def recent_responses(plan: Plan) -> tuple[Response | None, Response | None]:
    """The plan's latest checklist and the one of the review before it, with their answers."""
    found = list(
        Response.objects.filter(young_person_id=plan.young_person_id)
        .select_related("questionnaire_version")
        .prefetch_related("answers")
        .order_by("-started_at")[:2]
    )
    return (found[0] if found else None), (found[1] if len(found) > 1 else None)


def state_of_play(plan: Plan) -> list[Standing]:
    """Every domain in the order of the questionnaire; empty while there is no checklist. Four queries or five."""
    latest, earlier = recent_responses(plan)
    if latest is None:
        return []
    content, bands = latest.questionnaire_version.content, bands_here()
    changes = changes_since(earlier, latest, bands) if earlier else {}
    scores = domain_scores(content, answers_of(latest))
    return [
        standing(domain, score, bands, changes.get(score.code))
        for domain, score in zip(content["domains"], scores, strict=True)
    ]


def standing(domain: dict[str, Any], score: DomainScore, bands: Bands, changed: Change | None) -> Standing:
    return Standing(domain, bands.phase(score.percent), changed, score.answered, score.applicable)
