"""How each area of life stood over the years: once for every checklist."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Prefetch, prefetch_related_objects

from leavingwell.platform.plans.models import Plan
from leavingwell.platform.plans.state_of_play import (
    REVIEW_NUMBER,
    Standing,
    checklists_of,
    numbered_responses,
    standing,
)
from leavingwell.platform.plans.together import for_each
from leavingwell.platform.plans.trends import answers_of
from leavingwell.questionnaires.models import Response
from leavingwell.questionnaires.models.answer import values_alone
from leavingwell.questionnaires.scoring import Bands, Phase, domain_scores

MOST = 24  # with two reviews a year, more than the years in which somebody has a plan


@dataclass(frozen=True)
class StateThen:
    """How the areas stood in one checklist, each in a word, in the terms of the questionnaire of that day.

    `answered_at` is None for one that is not finished yet; `number` that of its review, None for one without.
    """

    answered_at: datetime | None
    number: int | None
    standings: list[Standing]

    @property
    def tells_something(self) -> bool:
        return any(one.phase != Phase.NOT_ENOUGH_ANSWERS for one in self.standings)


def state_over_time(plan: Plan) -> list[StateThen]:
    """Oldest first: what is finished, and what is said so far in the latest one, so that it ends with what stands now.

    By today's bands, so that a word means the same at each time. A constant number of queries.
    """
    checklists = checklists_of(plan)
    found = [state_then(response, checklists.bands) for response in for_each(plan, "finished", read_finished)]
    if checklists.latest and checklists.latest.submitted_at is None:
        now = state_then(checklists.latest, checklists.bands)
        found += [now] if now.tells_something else []
    return found


def read_finished(plans: Sequence[Plan]) -> list[list[Response]]:
    """The latest of each plan that are finished, with their answers, oldest first."""
    finished = Response.objects.filter(submitted_at__isnull=False).order_by("-submitted_at", "-pk")
    latest = [responses[:MOST][::-1] for responses in numbered_responses(plans, finished)]
    prefetch_related_objects([one for some in latest for one in some], Prefetch("answers", values_alone()))
    return latest


def state_then(response: Response, bands: Bands) -> StateThen:
    content = response.questionnaire_version.content
    scores = domain_scores(content, answers_of(response))
    standings = [standing(domain, score, bands, None) for domain, score in zip(content["domains"], scores, strict=True)]
    return StateThen(response.submitted_at, getattr(response, REVIEW_NUMBER), standings)
