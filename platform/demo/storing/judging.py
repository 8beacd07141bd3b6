"""What managers found who read some of the agreed plans."""

from datetime import datetime, timedelta
from typing import Any

from leavingwell.platform.demo.files import read
from leavingwell.platform.people.models import Person
from leavingwell.platform.plans.models import QualityJudgement, QualityNote, Review

READ_AFTER = timedelta(days=9)
ONE_IN = 3


def judged(review: Review, by: Person, place: int, now: datetime) -> list[QualityJudgement]:
    """One for some of the plans that were agreed long enough ago. `place` chooses which, and the words."""
    at = review.authorised_at + READ_AFTER if review.authorised_at else now
    if place % ONE_IN or at >= now:
        return []
    return [QualityJudgement(review=review, outcome=words_at(place)["outcome"], by=by, at=at)]


def words_at(place: int) -> Any:
    """`{outcome, notes}`: by point, what is said about it."""
    words = read("words", "judgements")
    return words[place // ONE_IN % len(words)]


def notes_on(judgement: QualityJudgement, place: int) -> list[QualityNote]:
    return [
        QualityNote(judgement=judgement, point=point, note=note) for point, note in words_at(place)["notes"].items()
    ]
