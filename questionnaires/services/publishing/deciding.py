"""The second person's answer, and the way back."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.audit.services import record
from leavingwell.platform.people.models import Person
from leavingwell.platform.problems import invalid, not_allowed, not_found, wrong_state
from leavingwell.questionnaires.models import Proposal
from leavingwell.questionnaires.services.publishing.proposing import check_may_publish, proceed

State = Proposal.State


def locked(proposal: Proposal, *states: State) -> Proposal:
    """The proposal as it stands now, held until the transaction ends. Raises WRONG_STATE when it is past `states`."""
    rows = Proposal.objects.select_for_update(of=("self",)).select_related("questionnaire", "proposed_by")
    found: Proposal | None = rows.filter(pk=proposal.pk).first()
    if found is None:
        raise not_found()
    if found.state not in states:
        raise wrong_state(_("Somebody has decided about this in the meantime."))
    return found


def decide(proposal: Proposal, state: State, by: Person, reason: str = "") -> None:
    """Stored and on record."""
    changes = {"state": [proposal.state, state]}
    proposal.state, proposal.decided_by, proposal.decided_at, proposal.reason = state, by, timezone.now(), reason
    proposal.save(update_fields=["state", "decided_by", "decided_at", "reason"])
    action = "approved" if state == State.SCHEDULED else state
    record(f"questionnaire.{action}", proposal, by=by, changes=changes, reason=reason)


def second_person(proposal: Proposal, by: Person | None) -> Person:
    """Raises NOT_ALLOWED for the proposer: four eyes are the point."""
    person = check_may_publish(by)
    if person.pk == proposal.proposed_by_id:
        raise not_allowed(_("You asked for this yourself, so somebody else has to look at it."))
    return person


@transaction.atomic
def approve(proposal: Proposal, by: Person | None) -> Proposal:
    """Publishes what was proposed, at once or on its day. Raises NOT_ALLOWED, WRONG_STATE, and as `propose` does."""
    proposal = locked(proposal, State.WAITING)
    person = second_person(proposal, by)
    decide(proposal, State.SCHEDULED, person)
    proceed(proposal)
    return proposal


@transaction.atomic
def send_back(proposal: Proposal, by: Person | None, reason: str) -> Proposal:
    """Raises NOT_ALLOWED, WRONG_STATE, and INVALID without a reason."""
    proposal = locked(proposal, State.WAITING)
    person = second_person(proposal, by)
    if not reason.strip():
        raise invalid(_("Say why, so that it can be put right."), "reason")
    decide(proposal, State.RETURNED, person, reason.strip())
    return proposal


@transaction.atomic
def withdraw(proposal: Proposal, by: Person | None) -> Proposal:
    """By anybody who may publish: the proposer may be away on the day. Raises NOT_ALLOWED, WRONG_STATE."""
    person = check_may_publish(by)
    proposal = locked(proposal, State.WAITING, State.SCHEDULED)
    decide(proposal, State.WITHDRAWN, person)
    return proposal
