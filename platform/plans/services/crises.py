"""Crises as the young person sees them, and how a young person is: stable, fragile or in crisis, with its history."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.audit.services import record
from leavingwell.platform.people.models import Person, YoungPerson
from leavingwell.platform.plans.models import Crisis, StateChange
from leavingwell.platform.plans.services.contacts import checked_day
from leavingwell.platform.plans.services.fields import check_version, checked_text, differing
from leavingwell.platform.problems import Checks, invalid, wrong_state

State = YoungPerson.State
REPEAT_DAYS = 90  # domain.md 2F
LONGEST_RESPONSE, LONGEST_REASON = 2000, 1000


def repeats() -> Exists:
    """Whether a crisis began within 90 days after an earlier one of the same young person was over, or while it ran."""
    others = Crisis.objects.filter(young_person=OuterRef("young_person")).exclude(pk=OuterRef("pk"))
    same_day = Q(started_on=OuterRef("started_on"), pk__lt=OuterRef("pk"))
    earlier = others.filter(Q(started_on__lt=OuterRef("started_on")) | same_day)
    calm_from = F("closed_on") + timedelta(days=REPEAT_DAYS)
    return Exists(
        earlier.annotate(calm_from=calm_from).filter(Q(closed_on=None) | Q(calm_from__gte=OuterRef("started_on")))
    )


def write_state(young_person: YoungPerson, state: State, *, reason: str, by: Person) -> StateChange | None:
    """Sets the state and adds to its history; nothing when it is that already."""
    before = young_person.state
    if before == state:
        return None
    young_person.state = state
    young_person.save(update_fields=["state"])
    change = StateChange.objects.create(young_person=young_person, before=before, after=state, reason=reason, by=by)
    changes: dict[str, list[str]] = {"state": [before, state]}
    record("state.changed", change, by=by, young_person_id=young_person.pk, changes=changes, reason=reason)
    return change


def is_repeat(crisis: Crisis) -> bool:
    """The same of one crisis, from the annotation `repeats` where it is there."""
    noted: bool | None = getattr(crisis, "repeats", None)
    return Crisis.objects.filter(repeats(), pk=crisis.pk).exists() if noted is None else noted


def locked(young_person: YoungPerson) -> YoungPerson:
    return YoungPerson.objects.select_for_update(of=("self",)).select_related("person", "team").get(pk=young_person.pk)


def open_crises(young_person: YoungPerson) -> Iterable[Crisis]:
    return Crisis.objects.filter(young_person=young_person, closed_on=None)


@transaction.atomic
def set_state(young_person: YoungPerson, *, state: State, reason: str, by: Person) -> StateChange:
    """Raises INVALID without a reason, WRONG_STATE while a crisis is open: closing it says how they are then."""
    reason = checked_text(reason, "reason", longest=LONGEST_REASON, empty=_("Say why."))
    young_person = locked(young_person)
    if state != State.IN_CRISIS and open_crises(young_person):
        raise wrong_state(_("A crisis is still open. Close it first, and say then how they are."), "state")
    change = write_state(young_person, state, reason=reason, by=by)
    if change is None:
        raise invalid(_("That is how they are already. Choose another."), "state")
    return change


@transaction.atomic
def record_crisis(
    young_person: YoungPerson,
    *,
    cause: Crisis.Cause,
    by: Person,
    response: str = "",
    started_on: date | None = None,
    worked: Crisis.Worked = Crisis.Worked.TOO_EARLY,
) -> Crisis:
    """Records it and sets the young person's state to "in crisis". Raises INVALID or TOO_LARGE."""
    young_person = locked(young_person)
    crisis = Crisis.objects.create(
        young_person=young_person,
        cause=cause,
        response=checked_text(response, "response", longest=LONGEST_RESPONSE),
        started_on=checked_day(started_on, "startedOn", young_person),
        worked=worked,
        recorded_by=by,
    )
    record("crisis.recorded", crisis, by=by, young_person_id=young_person.pk, changes={"cause": [None, cause]})
    write_state(young_person, State.IN_CRISIS, reason=str(crisis.get_cause_display()), by=by)
    return crisis


def to_close(crisis: Crisis, expected_version: int | None, response: str) -> Crisis:
    """The crisis, locked after its young person. Raises STALE_VERSION, or WRONG_STATE when it is over already."""
    young_person = locked(crisis.young_person)
    crisis = Crisis.objects.select_for_update(of=("self",)).get(pk=crisis.pk)
    crisis.young_person = young_person
    if crisis.closed_on:
        raise wrong_state(_("This crisis is closed already."))
    check_version(crisis.version, expected_version, differing({"response": response}, {"response": crisis.response}))
    return crisis


def closed_day(crisis: Crisis, day: date | None) -> date:
    found = checked_day(day, "closedOn", crisis.young_person)
    if found < crisis.started_on:
        raise invalid(_("It cannot end before it began."), "closedOn")
    return found


def state_after(crisis: Crisis, state: State | None) -> State:
    """How they are once this crisis is over. Raises INVALID at `state`."""
    others = Crisis.objects.filter(young_person=crisis.young_person, closed_on=None).exclude(pk=crisis.pk).exists()
    if others:
        if state not in (None, State.IN_CRISIS):
            raise invalid(_("Another crisis is still open, so they are still in crisis."), "state")
        return State.IN_CRISIS
    if state is None or state == State.IN_CRISIS:
        raise invalid(_("This was the last open crisis. Say how they are now: stable or fragile."), "state")
    return state


@transaction.atomic
def close_crisis(
    crisis: Crisis,
    *,
    worked: Crisis.Worked,
    response: str,
    by: Person,
    closed_on: date | None = None,
    state: State | None = None,
    expected_version: int | None = None,
) -> Crisis:
    """Notes what was done and whether it worked; the last open one asks how the young person is now.

    Raises INVALID without a response, for a day to come or before it began, or at `state`; TOO_LARGE, WRONG_STATE when
    it is closed already, STALE_VERSION.
    """
    crisis = to_close(crisis, expected_version, response)
    with Checks() as made:
        empty = _("Say what was done.")
        crisis.response = made(checked_text, response, "response", longest=LONGEST_RESPONSE, empty=empty)
        closed = made(closed_day, crisis, closed_on)
        after = made(state_after, crisis, state)
    crisis.closed_on = closed
    crisis.worked, crisis.closed_by, crisis.version = worked, by, crisis.version + 1
    crisis.save(update_fields=["response", "closed_on", "worked", "closed_by", "version"])
    changes: dict[str, list[Any]] = {"closed_on": [None, closed.isoformat()], "worked": [None, worked]}
    record("crisis.closed", crisis, by=by, young_person_id=crisis.young_person_id, changes=changes)
    write_state(crisis.young_person, after, reason=str(_("The crisis is over.")), by=by)
    return crisis
