"""How things stand: each area of life in a word, and what changed since the last review."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import F, QuerySet, prefetch_related_objects

from leavingwell.platform.plans.models import Plan
from leavingwell.platform.plans.together import for_each, of_each
from leavingwell.platform.plans.trends import answers_of, changes_since
from leavingwell.questionnaires.models import Response
from leavingwell.questionnaires.models.rules import rules
from leavingwell.questionnaires.scoring import Bands, Change, DomainScore, Phase, domain_scores
from leavingwell.translations.kept_settings import kept_here

REVIEW_NUMBER = "review_number"


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


def bands() -> Bands:
    """The council's own, else the usual ones."""
    ours = rules()
    return Bands(ours.going_well, ours.growing)


def checklists_of(plan: Plan) -> Checklists:
    """With their answers: two queries. Kept on the plan, since its areas, its summary and its focus all read them."""
    return for_each(plan, "checklists", read_checklists)


def numbered_responses(plans: Sequence[Plan], responses: "QuerySet[Response]") -> list[list[Response]]:
    """Of each plan, with the number of its review; None for one without."""
    owners = [plan.young_person_id for plan in plans]
    theirs = responses.filter(young_person_id__in=owners).annotate(**{REVIEW_NUMBER: F("review__number")})
    return of_each(owners, theirs, lambda response: response.young_person_id)


def read_checklists(plans: Sequence[Plan]) -> list[Checklists]:
    newest = [responses[:2] for responses in numbered_responses(plans, Response.objects.order_by("-started_at"))]
    prefetch_related_objects([response for two in newest for response in two], "answers")
    ours = kept_here("bands", bands)
    return [Checklists(latest, earlier, ours) for latest, earlier in ([*two, None, None][:2] for two in newest)]


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
