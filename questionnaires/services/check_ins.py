"""Check-ins: a face, and as much more as the young person likes. Only they can send one."""

from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.audit.services import record
from leavingwell.platform.people.models import Person, YoungPerson
from leavingwell.platform.problems import Problem, ProblemCode, Problems, not_allowed
from leavingwell.questionnaires.models import CheckIn, Domain

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
