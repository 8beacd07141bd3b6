"""What the young person and the worker say about the plan, and how it came to be written without them."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import timezone

from leavingwell.platform.documents.parts.words import Signed, Words, words
from leavingwell.platform.plans.models import Attempt, Plan, Review
from leavingwell.platform.plans.snapshots import attempts_of
from leavingwell.translations.languages import SOURCE


@dataclass(frozen=True)
class OwnPart:
    agrees: str
    words: Words | None
    on: date


@dataclass(frozen=True)
class Try:
    how: str
    on: date
    words: Words


def own_part(review: Review) -> OwnPart | None:
    if review.young_person_part_at is None:
        return None
    said = words(review.young_person_words, review.young_person_language) if review.young_person_words else None
    agrees = str(Review.Agrees(review.young_person_agrees).label) if review.young_person_agrees else ""
    return OwnPart(agrees, said, timezone.localdate(review.young_person_part_at))


def workers_part(review: Review, language: str) -> Signed | None:
    if review.worker_part_at is None or review.worker_part_by is None:
        return None
    said = words(review.worker_words, language)
    return Signed(said, review.worker_part_by.name, timezone.localdate(review.worker_part_at))


def try_of(attempt: Attempt, language: str) -> Try:
    return Try(str(Attempt.Channel(attempt.channel).label), attempt.on, words(attempt.outcome, language))


def review_of(plan: Plan) -> dict[str, Any]:
    """Staff's words are kept without their language: they are in the council's, or English."""
    review, language = plan.review, plan.council.default_language or SOURCE
    if review is None:
        return {}
    without = review.written_without
    return {
        "own_part": own_part(review),
        "workers_part": workers_part(review, language),
        "without_reason": words(review.written_without_reason, language) if without else None,
        "tries": [try_of(one, language) for one in attempts_of(plan) if not one.reached] if without else [],
    }
