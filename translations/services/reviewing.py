"""A second person reads a translation: what they approve is put before young people, what they send back is not."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.audit.services import record
from leavingwell.platform.councils import scope
from leavingwell.platform.people.models import Person
from leavingwell.platform.problems import (
    Problem,
    ProblemCode,
    Problems,
    invalid,
    not_allowed,
    not_found,
    refuse,
    stale,
    wrong_state,
)
from leavingwell.translations.checks import Severity, check
from leavingwell.translations.models import WAITING, Status, Translation, TranslationUnit
from leavingwell.translations.services.applying import apply
from leavingwell.translations.services.drafting import council_of, is_in_scope, saved, translation_of
from leavingwell.translations.services.found import set_words
from leavingwell.translations.services.rights import may_review

NOT_A_REVIEWER = _("You do not review this language.")
OWN_WORK = _("You wrote this yourself. Somebody else has to read it.")
ENGLISH_CHANGED = _("The English has changed since. Look at the translation first, and save it again.")
NOT_READY = _("It is still a draft. Whoever writes it says when it is ready.")
NOTHING_THERE = _("There is no translation to review.")
OWN_WORDS = _("Your council has words of its own for this.")
SAY_WHY = _("Say what should be different.")
LONGEST_COMMENT = 500
READY = (Status.TRANSLATED, Status.MACHINE_DRAFT, Status.REJECTED, Status.REVIEWED)


def locked(translation: Translation, by: Person | None, expected_version: int | None) -> Translation:
    """Raises NOT_FOUND, NOT_ALLOWED, STALE_VERSION."""
    rows = Translation.objects.select_for_update(of=("self",)).select_related("unit")
    row = rows.filter(pk=translation.pk).first()
    if row is None or not is_in_scope(row.unit) or row.council_id != council_of(row.unit):
        raise not_found()
    if by and not may_review(by, row.language, row.unit.area):
        raise not_allowed(NOT_A_REVIEWER)
    if expected_version is not None and expected_version != row.version:
        raise stale({"text": "\n".join(row.forms) or row.text})
    return row


def note(action: str, row: Translation, by: Person | None, reason: str = "") -> None:
    """In the council's record. The nation's translations have their history (`TranslationChange`) alone."""
    if row.council_id is not None:
        record(action, row, by=by, reason=reason, council_id=row.council_id)


@transaction.atomic
def approve(translation: Translation, *, by: Person | None, expected_version: int | None = None) -> Translation:
    """Young people see it from now on; a text in a body of blocks once all of that body is approved.

    Raises NOT_FOUND, NOT_ALLOWED, STALE_VERSION, SIGNING_OWN_WORK, WRONG_STATE where the English has changed since or
    it is a draft, and INVALID for each fault of the checks that would be wrong before young people.
    """
    row = locked(translation, by, expected_version)
    if by and row.made_by_id == by.pk and row.status != Status.REVIEWED:
        raise refuse(ProblemCode.SIGNING_OWN_WORK, OWN_WORK)
    refuse_unready(row)
    row.version += 1
    return signed(row, by)


def signed(row: Translation, by: Person | None) -> Translation:
    row.status, row.reviewed_by, row.reviewed_at, row.comment = Status.REVIEWED, by, timezone.now(), ""
    saved(row, by)
    note("translation.approved", row, by)
    apply(row)
    return row


@transaction.atomic
def approve_the_nations(
    unit: TranslationUnit, language: str, *, by: Person, expected_version: int | None = None
) -> Translation:
    """A council's reviewer finds right what the nation has of a text, though nobody has checked it there.

    The same words become the council's own, reviewed by them. `expected_version` is that of the nation's row.
    Raises what `approve` raises, and WRONG_STATE where the council has words of its own already.
    """
    if not scope.current() or unit.council_id is not None:
        raise not_found()
    if not may_review(by, language, unit.area):
        raise not_allowed(NOT_A_REVIEWER)
    found = Translation.objects.filter(unit=unit, language=language, council=None).first()
    if found is None or found.status not in WAITING or not found.words:
        raise wrong_state(NOTHING_THERE)
    if expected_version is not None and expected_version != found.version:
        raise stale({"text": "\n".join(found.forms) or found.text})
    if translation_of(unit, language):
        raise wrong_state(OWN_WORDS)
    return signed(taken_over(found, unit), by)


def taken_over(found: Translation, unit: TranslationUnit) -> Translation:
    """The nation's translation as a row of the council's. Raises WRONG_STATE and INVALID."""
    row = Translation(unit=unit, language=found.language, council_id=scope.current(), origin=found.origin)
    set_words(row, found.words)
    row.status, row.source_hash, row.source_seen = found.status, found.source_hash, found.source_seen
    refuse_unready(row)
    return row


def refuse_unready(row: Translation) -> None:
    if row.source_hash != row.unit.source_hash:
        raise wrong_state(ENGLISH_CHANGED)
    if row.status not in READY or row.unit.gone:
        raise wrong_state(NOT_READY if row.words else NOTHING_THERE)
    faults = [one for one in check(row.unit, row.language, row.words) if one.severity == Severity.ERROR]
    if faults:
        raise Problems(Problem(ProblemCode.INVALID, fault.message, "text") for fault in faults)


@transaction.atomic
def reject(
    translation: Translation, comment: str, *, by: Person | None, expected_version: int | None = None
) -> Translation:
    """Back to whoever wrote it, with a word about why. What young people see meanwhile stays.

    Raises NOT_FOUND, NOT_ALLOWED, STALE_VERSION, WRONG_STATE, and INVALID without a comment.
    """
    row = locked(translation, by, expected_version)
    if not comment.strip() or len(comment) > LONGEST_COMMENT or "\0" in comment:
        raise invalid(SAY_WHY, "comment")
    if not row.words:
        raise wrong_state(NOTHING_THERE)
    row.status, row.comment, row.version = Status.REJECTED, comment.strip(), row.version + 1
    saved(row, by, comment.strip())
    note("translation.sent_back", row, by, comment.strip())
    return row
