"""Check-ins that ask for a call: somebody hears of it today, and notes that they have called."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.audit.services import record
from leavingwell.platform.people.models import Person, YoungPerson
from leavingwell.platform.plans.letters import tell_by_email
from leavingwell.platform.plans.models import Plan, ReturnedCall
from leavingwell.platform.plans.services.reopening import young_person_took_part
from leavingwell.platform.plans.whom_to_tell import whom_to_tell
from leavingwell.platform.problems import invalid, wrong_state
from leavingwell.questionnaires.models import CheckIn
from leavingwell.questionnaires.services.check_ins import GivenCheckIn, add_to_check_in, send_check_in


@transaction.atomic
def check_in(young_person: YoungPerson, given: GivenCheckIn, *, by: Person, language: str) -> CheckIn:
    """Sends it, and an e-mail to the worker (without one: duty and the manager) if a call is wanted.

    A plan that was written without the young person is open again, unless the check-in is for themselves alone.

    Raises what `send_check_in` raises.
    """
    sent = send_check_in(young_person, given, by=by, language=language)
    take_part(young_person, sent, by)
    if sent.call != CheckIn.Call.NO:
        tell_by_email(whom_to_tell(young_person, duty=False, manager=False), young_person.council)
    return sent


def take_part(young_person: YoungPerson, sent: CheckIn, by: Person) -> None:
    if sent.shared_with == CheckIn.SharedWith.ONLY_ME:  # what nobody may know of tells nobody anything
        return
    if plan := Plan.objects.select_related("review").filter(young_person=young_person).first():
        young_person_took_part(plan, by=by)


@transaction.atomic
def add_to(check_in: CheckIn, *, note: str, shared_with: str | None, by: Person, language: str) -> CheckIn:
    """More words, or others who see it. Raises what `add_to_check_in` raises."""
    changed = add_to_check_in(check_in, note=note, shared_with=shared_with, by=by, language=language)
    take_part(check_in.young_person, changed, by)
    return changed


@transaction.atomic
def record_call(check_in: CheckIn, *, by: Person) -> CheckIn:
    """Notes the call. Raises INVALID where none was wanted, WRONG_STATE when somebody has called already."""
    YoungPerson.objects.select_for_update().get(pk=check_in.young_person_id)  # two callers at once: one after the other
    if check_in.call == CheckIn.Call.NO:
        raise invalid(_("No call was asked for here."), "checkInId")
    if ReturnedCall.objects.filter(check_in=check_in).exists():
        raise wrong_state(_("Somebody has called already."))
    call = ReturnedCall.objects.create(check_in=check_in, called_by=by)
    record("call.returned", call, by=by, young_person_id=check_in.young_person_id)
    return check_in
