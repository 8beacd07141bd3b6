"""A council's translation of a national text: handed up to the nation, taken or left there, or given up."""

from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from leavingwell.platform.audit.services import record
from leavingwell.platform.councils import scope
from leavingwell.platform.people.models import Person
from leavingwell.platform.problems import invalid, not_allowed, not_found, wrong_state
from leavingwell.translations import kept
from leavingwell.translations.models import Status, Suggestion, Translation
from leavingwell.translations.services.drafting import save_translation
from leavingwell.translations.services.found import change_of
from leavingwell.translations.services.reviewing import approve
from leavingwell.translations.services.rights import may_review, may_translate

State = Suggestion.State
LONGEST = 500
NOT_NATIONAL = gettext_lazy("Only a translation of a national text can go to the nation.")
ENGLISH_CHANGED = gettext_lazy("The English has changed since this was suggested. It cannot be taken as it is.")
WAITS_ALREADY = gettext_lazy("The nation has not answered your last suggestion for this text yet.")
DECIDED = gettext_lazy("Somebody has already decided on this.")
SAY_WHY = gettext_lazy("Say why, in a few words.")
TOO_LONG = gettext_lazy("Please keep this to 500 characters.")
NOT_READY = gettext_lazy("Finish the translation first.")
NOT_YOURS = gettext_lazy("The nation's reviewers of this language decide on it.")
READY = (Status.TRANSLATED, Status.REVIEWED)


def clean(words: str, field: str) -> str:
    if len(words) > LONGEST or "\0" in words:
        raise invalid(TOO_LONG, field)
    return words.strip()


def waiting() -> QuerySet[Suggestion]:
    """In the national scope every council's, the oldest first."""
    rows = Suggestion.objects.filter(state=State.WAITING, unit__council=None, unit__gone=False)
    return rows.select_related("unit", "council", "suggested_by")


def waiting_for(translation: Translation) -> Suggestion | None:
    found = Suggestion.objects.filter(unit=translation.unit_id, language=translation.language)
    return found.filter(council=translation.council_id).order_by("-suggested_at").first()


@transaction.atomic
def suggest_to_nation(translation: Translation, *, by: Person, note: str = "") -> Suggestion:
    """Hands up a council's own translation of a national text, as it is now.

    Raises NOT_ALLOWED, INVALID, WRONG_STATE for a draft, for one made from older English, and while another waits.
    """
    row = Translation.objects.select_related("unit").filter(pk=translation.pk).first()
    if row is None or row.council_id is None or row.council_id != scope.current():
        raise not_found()
    if not (may_translate(by, row.language, row.unit.area) or may_review(by, row.language, row.unit.area)):
        raise not_allowed()
    if row.unit.council_id is not None:
        raise invalid(NOT_NATIONAL)
    if row.status not in READY or row.source_hash != row.unit.source_hash:
        raise wrong_state(NOT_READY)
    made = Suggestion(
        unit=row.unit,
        language=row.language,
        text=row.text,
        forms=row.forms,
        source_hash=row.source_hash,
        note=clean(note, "note"),
        suggested_by=by,
    )
    try:
        with transaction.atomic():
            made.save()
    except IntegrityError:
        raise wrong_state(WAITS_ALREADY) from None
    record("translation.suggested", made, by=by)
    return made


def locked(suggestion: Suggestion, by: Person) -> Suggestion:
    """In the national scope. Raises NOT_FOUND, NOT_ALLOWED, WRONG_STATE."""
    rows = Suggestion.objects.select_for_update(of=("self",)).select_related("unit", "council")
    row = rows.filter(pk=suggestion.pk, unit__council=None).first()
    if row is None or scope.current() != scope.NATIONAL:
        raise not_found()
    if not may_review(by, row.language, row.unit.area):
        raise not_allowed(NOT_YOURS)
    if row.state != State.WAITING:
        raise wrong_state(DECIDED)
    return row


@transaction.atomic
def take(suggestion: Suggestion, *, by: Person, answer: str = "") -> Translation:
    """The nation says it so from now on, in every council that has no translation of its own.

    Raises what `approve` raises, and WRONG_STATE where the English has changed since.
    """
    row = locked(suggestion, by)
    if row.source_hash != row.unit.source_hash:
        raise wrong_state(ENGLISH_CHANGED)
    answer = clean(answer, "answer")
    # Every council reads the nation's history: which of them suggested it stands in the suggestion alone.
    made = save_translation(row.unit, row.language, row.words, by=None, why=_("Suggested by a council"))
    approve(made, by=by)
    decide(row, State.TAKEN, answer, by)
    return made


@transaction.atomic
def leave(suggestion: Suggestion, answer: str, *, by: Person) -> Suggestion:
    """The nation's text stays, and the council keeps its own. Raises INVALID without a reason."""
    row = locked(suggestion, by)
    if not clean(answer, "answer"):
        raise invalid(SAY_WHY, "answer")
    return decide(row, State.LEFT, clean(answer, "answer"), by)


def decide(row: Suggestion, state: State, answer: str, by: Person) -> Suggestion:
    row.state, row.answer, row.decided_by, row.decided_at = state, answer, by, timezone.now()
    row.save(update_fields=["state", "answer", "decided_by", "decided_at"])
    record(f"suggestion.{state.value}", row, by=by, reason=answer, council_id=row.council_id)
    return row


@transaction.atomic
def go_back_to_national(translation: Translation, *, by: Person) -> None:
    """The council gives up its own translation of a national text. Its words stay in the history.

    Raises NOT_FOUND, NOT_ALLOWED.
    """
    row = Translation.objects.select_for_update(of=("self",)).select_related("unit").filter(pk=translation.pk).first()
    if row is None or row.council_id is None or row.council_id != scope.current() or row.unit.council_id is not None:
        raise not_found()
    if not may_review(by, row.language, row.unit.area) and row.applied_hash:
        raise not_allowed()
    if not may_translate(by, row.language, row.unit.area):
        raise not_allowed()
    change_of(row, by, str(_("Back to the national words"))).save()
    record("translation.given_up", row, by=by)
    row.delete()
    kept.changed()
