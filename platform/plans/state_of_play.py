"""How things stand: each area of life in a word, and what changed since the last review."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Subquery

from leavingwell.platform.plans.models import Plan
from leavingwell.platform.plans.trends import answers_of, changes_since
from leavingwell.questionnaires.models import QuestionnaireRules, Response
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


@dataclass(frozen=True)
class Checklists:
    """The plan's latest checklist and the one of the review before it, and the bands that the council has set."""

    latest: Response | None
    earlier: Response | None
    bands: Bands


def bands_of(response: Any) -> Bands:
    """The council's own, else the usual ones."""
    return Bands() if response.going_well is None else Bands(response.going_well, response.growing)


def checklists_of(plan: Any) -> Checklists:
    """With their answers: two queries. Kept on the plan, since its areas, its summary and its focus all read them."""
    if not hasattr(plan, "checklists"):
        ours = QuestionnaireRules.objects.all()[:1]
        found = list(
            Response.objects.filter(young_person_id=plan.young_person_id)
            .prefetch_related("answers")
            .annotate(going_well=Subquery(ours.values("going_well")), growing=Subquery(ours.values("growing")))
            .order_by("-started_at")[:2]
        )
        latest, earlier = [*found, None, None][:2]
        plan.checklists = Checklists(latest, earlier, bands_of(latest) if latest else Bands())
    kept: Checklists = plan.checklists
    return kept


def state_of_play(plan: Plan) -> list[Standing]:
    """Every domain in the order of the questionnaire; empty while there is no checklist."""
    checklists = checklists_of(plan)
    latest, earlier, bands = checklists.latest, checklists.earlier, checklists.bands
    if latest is None:
        return []
    content = latest.questionnaire_version.content
    changes = changes_since(earlier, latest, bands) if earlier else {}
    scores = domain_scores(content, answers_of(latest))
    return [
        standing(domain, score, bands, changes.get(score.code))
        for domain, score in zip(content["domains"], scores, strict=True)
    ]


def standing(domain: dict[str, Any], score: DomainScore, bands: Bands, changed: Change | None) -> Standing:
    return Standing(domain, bands.phase(score.percent), changed, score.answered, score.applicable)
