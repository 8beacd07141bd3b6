"""What managers found who read some of the agreed plans: it agrees with what the plans have."""

from datetime import datetime, timedelta
from typing import Any

from leavingwell.platform.demo.files import read
from leavingwell.platform.people.models import Person
from leavingwell.platform.plans.models import QualityJudgement, QualityNote, Review
from leavingwell.platform.plans.quality import Point, quality_of

READ_AFTER = timedelta(days=9)
ONE_IN = 3
MOST_NOTES = 2
Outcome = QualityJudgement.Outcome


def judged(review: Review, by: Person, place: int, now: datetime) -> list[QualityJudgement]:
    """One for some of the plans that were agreed long enough ago. `place` chooses which."""
    at = review.authorised_at + READ_AFTER if review.authorised_at else now
    if place % ONE_IN or at >= now:
        return []
    outcome = Outcome.NEEDS_WORK if len(missing(review)) > 1 else Outcome.GOOD
    return [QualityJudgement(review=review, outcome=outcome, by=by, at=at)]


def missing(review: Review) -> list[Point]:
    return [point for point, met in quality_of(review.plan, review.snapshot, has_copy=None).items() if not met]


def notes_on(judgement: QualityJudgement, place: int) -> list[QualityNote]:
    """What it needs; a word of praise where nothing is missing. `place` chooses the words."""
    words: Any = read("words", "judgements")
    found = {point: words["missing"][point] for point in missing(judgement.review)[:MOST_NOTES]}
    praise = words["praise"][place // ONE_IN % len(words["praise"])]
    return [QualityNote(judgement=judgement, point=point, note=note) for point, note in (found or praise).items()]
