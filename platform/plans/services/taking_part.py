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
    """Stores the part; what was there before stays in the record. The same once more changes nothing."""
    before = {name: getattr(review, name) for name in changes}
    whose = "young_person" if action == "review.my_part" else "worker"
    if before == changes and getattr(review, f"{whose}_part_at"):
        return
    review.version += 1
    written = {**changes, f"{whose}_part_at": timezone.now(), f"{whose}_part_version": review.version}
    for name, value in written.items():
        setattr(review, name, value)
    review.save(update_fields=[*written, "version"])
    told = {name: pair for name, pair in differences(before, changes).items() if name != "worker_part_by"}
    record(action, review, by=by, young_person_id=plan.young_person_id, changes=told)


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
    if plan.review:
        theirs = {"agrees": plan.review.young_person_agrees, "words": plan.review.young_person_words}
        check_part(plan.review.young_person_part_version, expected_version, {"agrees": agrees, "words": words}, theirs)
    if agrees not in Review.Agrees.values:
        raise invalid(_("Choose one: yes, some of it, or no."), "agrees")
    young_person_took_part(plan, by=by)
    review = review_in(plan, NOT_AGREED_YET, _("The plan is agreed. Ask for a review to say something about it."))
    given = {"young_person_agrees": agrees, "young_person_words": words, "young_person_language": language}
    save(plan, review, "review.my_part", dict(given), by=by)
    return plan


def check_part(saved_in: int, expected_version: int | None, given: dict[str, str], now: dict[str, str]) -> None:
    """Raises STALE_VERSION where this part, which was saved in version `saved_in`, says something else since.

    What happens to the rest of the review is in nobody's way here. A choice is told by its name.
    """
    if expected_version is None or expected_version >= saved_in or now == given:
        return
    labels = dict(Review.Agrees.choices)
    raise stale({name: labels.get(text, text) for name, text in now.items() if text != given[name]})


@transaction.atomic
def save_workers_part(plan: Plan, *, words: str, by: Person, expected_version: int | None = None) -> Plan:
    """Raises INVALID without words, TOO_LARGE, WRONG_STATE once it is handed in, STALE_VERSION, NOT_ALLOWED."""
    plan = locked_for(plan, Operation.SAVE_WORKERS_PART, by)
    review = open_review(plan)
    words = checked_text(words, "words", longest=LONGEST, empty=_("Write something first."))
    check_part(review.worker_part_version, expected_version, {"words": words}, {"words": review.worker_words})
    save(plan, review, "review.workers_part", {"worker_words": words, "worker_part_by": by}, by=by)
    return plan
