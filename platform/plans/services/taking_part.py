"""The two parts of a review: what the young person says about it, and what the worker says."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.access.operations import Operation
from leavingwell.platform.audit.services import differences, record
from leavingwell.platform.people.models import Person
from leavingwell.platform.plans.models import Plan, Review
from leavingwell.platform.plans.services.fields import checked_text
from leavingwell.platform.plans.services.reopening import young_person_took_part
from leavingwell.platform.plans.services.review_steps import locked_for, open_review, review_in
from leavingwell.platform.problems import invalid, stale

LONGEST = 4000
ONLY_THEY_AGREE = _("Only the young person can say whether they agree.")
State = Review.State
NOT_AGREED_YET = (State.DRAFT, State.RETURNED, State.QUALITY_CHECK, State.SUBMITTED)


def save(plan: Plan, review: Review, action: str, changes: dict[str, object], *, by: Person) -> None:
    """Stores the part; what was there before stays in the record."""
    before = {name: getattr(review, name) for name in changes}
    moment = "young_person_part_at" if action == "review.my_part" else "worker_part_at"
    for name, value in {**changes, moment: timezone.now()}.items():
        setattr(review, name, value)
    review.version += 1
    fields = [*changes, moment, "version"]
    if action == "review.workers_part":
        review.worker_part_by = by
        fields.append("worker_part_by")
    review.save(update_fields=fields)
    record(action, review, by=by, young_person_id=plan.young_person_id, changes=differences(before, changes))


@transaction.atomic
def save_my_part(
    plan: Plan,
    *,
    agrees: str,
    words: str,
    language: str,
    by: Person,
    expected_version: int | None = None,
) -> Plan:
    """The young person's own: whether they agree, and their words. They may until the plan is signed off.

    Raises INVALID without a yes, partly or no, TOO_LARGE, WRONG_STATE for a plan in force, STALE_VERSION, NOT_ALLOWED.
    """
    plan = locked_for(plan, Operation.SAVE_MY_PART, by)
    words = checked_text(words, "words", longest=LONGEST)
    if agrees not in Review.Agrees.values:
        raise invalid(_("Choose one: yes, some of it, or no."), "agrees")
    if plan.review and expected_version not in (None, plan.review.version):
        check_own_words(plan.review, {"agrees": agrees, "words": words})
    young_person_took_part(plan, by=by)
    review = review_in(plan, NOT_AGREED_YET, _("The plan is agreed. Ask for a review to say something about it."))
    given = {"young_person_agrees": agrees, "young_person_words": words, "young_person_language": language}
    save(plan, review, "review.my_part", dict(given), by=by)
    return plan


def check_own_words(review: Review, given: dict[str, str]) -> None:
    """Only their own words can be in the way, from another device of theirs. Raises STALE_VERSION."""
    now = {"agrees": review.young_person_agrees, "words": review.young_person_words}
    if review.young_person_part_at is not None and now != given:
        raise stale({name: text for name, text in now.items() if text != given[name]})


@transaction.atomic
def save_workers_part(plan: Plan, *, words: str, by: Person, expected_version: int | None = None) -> Plan:
    """Raises INVALID without words, TOO_LARGE, WRONG_STATE once it is handed in, STALE_VERSION, NOT_ALLOWED."""
    plan = locked_for(plan, Operation.SAVE_WORKERS_PART, by)
    review = open_review(plan)
    words = checked_text(words, "words", longest=LONGEST, empty=_("Write something first."))
    if expected_version is not None and expected_version != review.version and review.worker_words not in ("", words):
        raise stale({"words": review.worker_words})
    save(plan, review, "review.workers_part", {"worker_words": words}, by=by)
    return plan
