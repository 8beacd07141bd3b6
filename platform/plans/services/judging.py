"""Keeping what somebody found who read an agreed plan to see how good it is."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.access.why_not import SENTENCES, WhyNot
from leavingwell.platform.audit.services import record
from leavingwell.platform.people.models import Person
from leavingwell.platform.plans.authorship import may_judge
from leavingwell.platform.plans.models import QualityJudgement, QualityNote, Review
from leavingwell.platform.plans.services.fields import checked_text
from leavingwell.platform.problems import invalid, not_allowed, wrong_state

Outcome = QualityJudgement.Outcome
Point = QualityNote.Point


@dataclass(frozen=True)
class PointNote:
    point: Point
    note: str


def checked_notes(given: Sequence[PointNote]) -> list[PointNote]:
    """Each point once at most; one about which nothing is said is left out."""
    if len({one.point for one in given}) < len(given):
        raise invalid(_("Say it once for each point."), "notes")
    found = [
        PointNote(one.point, checked_text(one.note, f"notes.{place}.note", longest=1000))
        for place, one in enumerate(given)
    ]
    return [one for one in found if one.note]


@transaction.atomic
def judge_quality(review: Review, outcome: Outcome, notes: Sequence[PointNote], *, by: Person) -> QualityJudgement:
    """Keeps it beside earlier ones.

    Raises WRONG_STATE before sign-off, NOT_ALLOWED for who wrote the plan, TOO_LARGE, INVALID for a point that is there
    twice and for a plan that needs work when nothing says what it needs.
    """
    if review.authorised_at is None:
        raise wrong_state(_("This version is not agreed yet."))
    if not may_judge(review, by):
        raise not_allowed(SENTENCES[WhyNot.JUDGING_OWN_WORK])
    said = checked_notes(notes)
    if outcome == Outcome.NEEDS_WORK and not said:
        raise invalid(_("Say beside at least one point what it needs."), "notes")
    judgement = QualityJudgement.objects.create(review=review, outcome=outcome, by=by)
    QualityNote.objects.bulk_create(QualityNote(judgement=judgement, point=one.point, note=one.note) for one in said)
    changes = {"outcome": [None, outcome.value]}
    record("quality.judged", judgement, by=by, young_person_id=review.plan.young_person_id, changes=changes)
    return judgement
