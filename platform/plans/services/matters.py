"""Writing down how a plan meets a matter of Schedule 1."""

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.access.operations import Operation
from leavingwell.platform.audit.services import differences, record
from leavingwell.platform.people.models import Person
from leavingwell.platform.plans.models import Plan, PlanMatter, Review
from leavingwell.platform.plans.services.fields import checked_text, planned_day
from leavingwell.platform.plans.services.review_steps import locked_for
from leavingwell.platform.problems import invalid, stale, wrong_state

WAITING = (Review.State.QUALITY_CHECK, Review.State.SUBMITTED)
FIELDS = {"how": "how", "by_when": "byWhen", "by_whom": "byWhom", "not_needed_reason": "notNeededReason"}


@dataclass(frozen=True)
class MatterWords:
    """How, by when and by whom; or why nothing is needed. What is not known yet stays empty."""

    how: str = ""
    by_when: date | None = None
    by_whom: str = ""
    not_needed_reason: str = ""


def checked(words: MatterWords) -> MatterWords:
    found = MatterWords(
        how=checked_text(words.how, "how", longest=4000),
        by_when=words.by_when,
        by_whom=checked_text(words.by_whom, "byWhom", longest=200),
        not_needed_reason=checked_text(words.not_needed_reason, "notNeededReason", longest=500),
    )
    if found == MatterWords():
        raise invalid(_("Say how this need is met, or why nothing is needed."), "how")
    if found.not_needed_reason and (found.how or found.by_whom or found.by_when):
        raise invalid(_("Either nothing is needed, or say how. Not both."), "notNeededReason")
    return found


def said(row: PlanMatter | None) -> dict[str, Any]:
    """What a matter says now, fit for JSON."""
    if row is None:
        return dict.fromkeys(FIELDS, "")
    return {**{name: getattr(row, name) for name in FIELDS}, "by_when": row.by_when.isoformat() if row.by_when else ""}


def check_version(row: PlanMatter | None, words: MatterWords, expected_version: int | None) -> None:
    """Raises STALE_VERSION with what somebody else wrote. A matter of which nothing is written has version 0."""
    if expected_version is None or expected_version == (row.version if row else 0):
        return
    typed = {**asdict(words), "by_when": words.by_when.isoformat() if words.by_when else ""}
    raise stale({FIELDS[name]: now for name, now in said(row).items() if now != (typed[name] or "")})


@transaction.atomic
def save_matter(
    plan: Plan,
    matter: PlanMatter.Matter,
    words: MatterWords,
    *,
    by: Person,
    language: str,
    expected_version: int | None = None,
) -> PlanMatter:
    """Writes one matter down, the former words stay in the record.

    Raises INVALID for nothing or for both kinds of words, TOO_LARGE, WRONG_STATE while the plan waits for sign-off,
    STALE_VERSION when somebody else changed it after `expected_version`, NOT_ALLOWED, NOT_FOUND.
    """
    plan = locked_for(plan, Operation.SAVE_MATTER, by)
    if plan.status in WAITING:
        raise wrong_state(_("The plan waits for sign-off. It can be changed again after that."))
    row = PlanMatter.objects.filter(plan=plan, matter=matter).first()
    check_version(row, words, expected_version)
    before, found = said(row), checked(words)
    planned_day(found.by_when, "byWhen", row.by_when if row else None)
    row = row or PlanMatter(plan=plan, matter=matter)
    for name, value in vars(found).items():
        setattr(row, name, value)
    row.language, row.changed_by, row.changed_at = language, by, timezone.now()
    row.version += 1
    row.save()
    changed = differences(before, said(row))
    record("matter.saved", row, by=by, young_person_id=plan.young_person_id, changes=changed)
    return row
