"""The category that counts: the suggested one, or another for a reason that a worker gives."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.access.services.care import locked
from leavingwell.platform.audit.services import differences, record
from leavingwell.platform.people.category import Suggestion, Why, suggested_category
from leavingwell.platform.people.models import Person, YoungPerson
from leavingwell.platform.problems import ProblemCode, invalid, refuse

LONGEST_REASON = 500


def suggestion_for(young_person: YoungPerson) -> Suggestion:
    """Reads `care_periods`, which a list fetches ahead."""
    return suggested_category(young_person.care_periods.all(), young_person.date_of_birth, timezone.localdate())


def ahead_of(suggestion: Suggestion) -> YoungPerson.Category | None:
    """What somebody is taken for whose plan begins before 16, or of whom no times in care are known yet."""
    early = suggestion.why in (Why.NOTHING_KNOWN, Why.NOT_16_YET)
    return YoungPerson.Category.ELIGIBLE if early else None


def reason_for(category: YoungPerson.Category, reason: str, suggestion: Suggestion, field: str = "reason") -> str:
    """The reason to keep: none for the suggested category. Raises INVALID where one is needed, TOO_LARGE."""
    if category in (suggestion.category, ahead_of(suggestion)):
        return ""
    reason = reason.strip()
    if len(reason) > LONGEST_REASON:
        raise refuse(ProblemCode.TOO_LARGE, _("Please keep this to %d characters.") % LONGEST_REASON, field)
    if not reason and suggestion.why != Why.NOTHING_KNOWN:
        raise invalid(_("This is not the suggested category. Say why."), field)
    return reason


@transaction.atomic
def set_category(
    young_person: YoungPerson, category: YoungPerson.Category, *, reason: str = "", by: Person | None
) -> YoungPerson:
    """Raises INVALID for another category than the suggested one without a reason, TOO_LARGE for a long one."""
    young_person = locked(young_person)
    kept = reason_for(category, reason, suggestion_for(young_person))
    before = {"category": young_person.category, "category_reason": young_person.category_reason}
    young_person.category, young_person.category_reason = category, kept
    young_person.save(update_fields=["category", "category_reason"])
    after = {"category": str(category), "category_reason": kept}
    changes = differences(before, after)
    record("category.set", young_person, by=by, young_person_id=young_person.pk, changes=changes, reason=kept)
    return young_person
