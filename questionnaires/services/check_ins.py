"""Check-ins: a face, and as much more as the young person likes. Only they can send one, change it or take it back."""

from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.audit.services import record
from leavingwell.platform.people.models import Person, YoungPerson
from leavingwell.platform.problems import Problem, ProblemCode, Problems, not_allowed, wrong_state
from leavingwell.questionnaires.models import CheckIn, CheckInRevision, Domain

LONGEST_NOTE = 2000


@dataclass(frozen=True)
class GivenCheckIn:
    face: int
    area: str = ""
    note: str = ""
    shared_with: str = CheckIn.SharedWith.WORKER
    call: str = CheckIn.Call.NO


def faults(given: GivenCheckIn, area: Domain | None) -> list[Problem]:
    found = []
    if not 1 <= given.face <= 5:
        found.append(Problem(ProblemCode.INVALID, _("Choose one of the five faces."), "face"))
    if given.area and area is None:
        found.append(Problem(ProblemCode.NOT_FOUND, _("There is no such area."), "area"))
    if len(given.note) > LONGEST_NOTE:
        found.append(Problem(ProblemCode.TOO_LARGE, _("Please keep this to %d characters.") % LONGEST_NOTE, "note"))
    if given.call != CheckIn.Call.NO and given.shared_with == CheckIn.SharedWith.ONLY_ME:
        message = _("If you want a call, let your worker see this check-in.")
        found.append(Problem(ProblemCode.INVALID, message, "sharedWith"))
    return found


@transaction.atomic
def send_check_in(young_person: YoungPerson, given: GivenCheckIn, *, by: Person, language: str) -> CheckIn:
    """Raises NOT_ALLOWED for anybody but the young person, and `Problems` for what is wrong with the check-in."""
    if by.pk != young_person.person_id:
        raise not_allowed(_("Only the young person can send a check-in."))
    area = Domain.objects.filter(code=given.area).first() if given.area else None
    if problems := faults(given, area):
        raise Problems(problems)
    check_in = CheckIn.objects.create(
        young_person=young_person,
        face=given.face,
        area=area,
        note=given.note.strip(),
        shared_with=given.shared_with,
        call=given.call,
        language=language,
    )
    record("check_in.sent", check_in, by=by, young_person_id=young_person.pk)
    return check_in


def faults_of_change(check_in: CheckIn, note: str, shared_with: str) -> list[Problem]:
    given = GivenCheckIn(check_in.face, note=note, shared_with=shared_with, call=check_in.call)
    return faults(given, None)


def changing(check_in: CheckIn, by: Person) -> CheckIn:
    """The check-in as it stands now, locked. Raises NOT_ALLOWED for anybody else, WRONG_STATE after ten minutes."""
    if by.pk != check_in.young_person.person_id:
        raise not_allowed(_("Only the young person can change a check-in."))
    found: CheckIn = CheckIn.objects.select_for_update().get(pk=check_in.pk)
    if found.withdrawn_at:
        raise wrong_state(_("You have taken this check-in back."))
    if not found.can_be_changed:
        raise wrong_state(_("A check-in can be changed for ten minutes. Send another one whenever you like."))
    return found


def keep_as_it_was(check_in: CheckIn) -> None:
    CheckInRevision.objects.create(check_in=check_in, note=check_in.note, shared_with=check_in.shared_with)


def language_of_both(check_in: CheckIn, added: str, language: str) -> str:
    """Empty for words in two languages: named after either, the others would be read aloud wrong and not translated."""
    if not check_in.note:
        return language
    return check_in.language if not added or check_in.language == language else ""


@transaction.atomic
def add_to_check_in(check_in: CheckIn, *, note: str, shared_with: str | None, by: Person, language: str) -> CheckIn:
    """Adds words below those that are there, or chooses anew who sees it (None: as it was).

    Raises what `changing` raises, and `Problems` for what is wrong with the words or the choice.
    """
    found = changing(check_in, by)
    added = "\n\n".join(words for words in (found.note, note.strip()) if words)
    seen_by = shared_with or found.shared_with
    if problems := faults_of_change(found, added, seen_by):
        raise Problems(problems)
    if (added, seen_by) != (found.note, found.shared_with):
        keep_as_it_was(found)
        found.language = language_of_both(found, note.strip(), language)
        found.note, found.shared_with = added, seen_by
        found.save(update_fields=["note", "shared_with", "language"])
        record("check_in.changed", found, by=by, young_person_id=found.young_person_id)
    return found


@transaction.atomic
def withdraw_check_in(check_in: CheckIn, *, by: Person) -> CheckIn:
    """From here on nobody but the young person sees it, and nobody is asked to call. Raises what `changing` raises."""
    found = changing(check_in, by)
    keep_as_it_was(found)
    found.shared_with, found.withdrawn_at = CheckIn.SharedWith.ONLY_ME, timezone.now()
    found.save(update_fields=["shared_with", "withdrawn_at"])
    record("check_in.withdrawn", found, by=by, young_person_id=found.young_person_id)
    return found
