"""The shared to-do list."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.audit.services import differences, record
from leavingwell.platform.people.models import Person
from leavingwell.platform.plans.known_offers import offers_by_key
from leavingwell.platform.plans.models import Action, ActionOwner, Goal, Plan
from leavingwell.platform.plans.services.action_states import apply_state
from leavingwell.platform.plans.services.fields import (
    check_version,
    checked_text,
    differing,
    domain_of,
    planned_day,
)
from leavingwell.platform.problems import not_found, wrong_state

LONGEST_TITLE, LONGEST_MEASURE = 300, 300
FINISHED = (Action.Status.DONE, Action.Status.DROPPED)


@dataclass(frozen=True)
class ActionChanges:
    """What to change of an action; None leaves a part as it is, but for the day that `clears_day` takes away.

    `reason` is for stuck and dropped ones.
    """

    title: str | None = None
    domain: str | None = None
    due_on: date | None = None
    clears_day: bool = False
    status: Action.Status | None = None
    owner_ids: tuple[UUID, ...] | None = None
    measure: str | None = None
    reason: str | None = None
    went_well: str | None = None


def people_on(plan: Plan) -> dict[UUID, Person]:
    """Who can own an action of this plan: the young person, their worker, their team's manager, their supporters."""
    young_person = plan.young_person
    people = [young_person.person, young_person.team.manager]
    people += [one.worker for one in young_person.allocations.filter(ends_on=None).select_related("worker")]
    people += [one.person for one in young_person.supporters.filter(ended_at=None).select_related("person")]
    return {person.pk: person for person in people if person}


def owners_from(plan: Plan, ids: Iterable[UUID], already: Iterable[Person] = ()) -> list[Person]:
    """Raises NOT_FOUND for somebody who has no part in this plan; who owns it `already` may go on."""
    known = people_on(plan) | {person.pk: person for person in already}
    wanted = list(dict.fromkeys(ids))
    if unknown := [pk for pk in wanted if pk not in known]:
        raise not_found(f"ownerIds.{wanted.index(unknown[0])}")
    return [known[pk] for pk in wanted]


def set_owners(action: Action, owners: Iterable[Person]) -> None:
    action.action_owners.all().delete()
    ActionOwner.objects.bulk_create([ActionOwner(action=action, person=person) for person in owners])


def title_from(title: str) -> str:
    return checked_text(title, "title", longest=LONGEST_TITLE, empty=_("Tell us what needs doing."))


def measure_from(measure: str) -> str:
    return checked_text(measure, "measure", longest=LONGEST_MEASURE)


def offer_to_ask_about(plan: Plan, key: UUID) -> UUID:
    """The offer's key of today. Raises NOT_FOUND for what is not offered, WRONG_STATE while it is on the list."""
    Plan.objects.select_for_update(of=("self",)).get(pk=plan.pk)  # two taps at once come one after the other
    today = offers_by_key([key])
    if key not in today:
        raise not_found("offerId")
    if plan.actions.filter(offer__in=today.keys()).exclude(status__in=FINISHED).exists():
        raise wrong_state(_("This is on your list already. Nobody has forgotten it."), "offerId")
    found: UUID = today[key].translation_key
    return found


@transaction.atomic
def add_action(
    plan: Plan,
    *,
    title: str,
    by: Person,
    language: str,
    domain: str = "",
    goal: Goal | None = None,
    due_on: date | None = None,
    owner_ids: Iterable[UUID] = (),
    measure: str = "",
    offer: UUID | None = None,
) -> Action:
    """Adds it to the list of both; without owners it is the adder's. Raises INVALID, TOO_LARGE or NOT_FOUND.

    `offer` is the key of something of the local offer. Raises WRONG_STATE while another open action is about it.
    """
    action = Action(plan=plan, goal=of_the_plan(plan, goal), language=language, added_by=by)
    action.due_on = planned_day(due_on, "dueOn")
    action.offer = offer_to_ask_about(plan, offer) if offer else None
    owners = owners_from(plan, owner_ids) or [by]
    action.title, action.measure = title_from(title), measure_from(measure)
    action.domain = domain_of(domain) or (goal.domain if goal else None)
    return put_on_the_list(action, owners)


def of_the_plan(plan: Plan, goal: Goal | None) -> Goal | None:
    if goal and goal.plan_id != plan.pk:
        raise not_found("goalId")
    return goal


def put_on_the_list(action: Action, owners: Iterable[Person]) -> Action:
    action.save()
    set_owners(action, owners)
    whose, changes = action.plan.young_person_id, {"title": [None, action.title]}
    record("action.added", action, by=action.added_by, young_person_id=whose, changes=changes)
    return action


def state_of(action: Action) -> dict[str, Any]:
    return {
        "title": action.title,
        "domain": action.domain.code if action.domain else None,
        "due_on": action.due_on.isoformat() if action.due_on else None,
        "status": action.status,
        "measure": action.measure,
        "reason": action.reason,
        "went_well": action.went_well,
        "owners": sorted(owner.name for owner in action.owners.all()),
    }


def locked(action: Action, expected_version: int | None, changes: ActionChanges | None = None) -> Action:
    action = Action.objects.select_for_update(of=("self",)).select_related("plan__young_person__team").get(pk=action.pk)
    check_version(action.version, expected_version, differs_from(action, changes) if changes else None)
    return action


def differs_from(action: Action, changes: ActionChanges) -> dict[str, object]:
    """The input fields in which the action says something else now."""
    sent = {"title": changes.title, "measure": changes.measure, "reason": changes.reason, "dueOn": changes.due_on}
    now = {"title": action.title, "measure": action.measure, "reason": action.reason, "dueOn": action.due_on}
    found = differing(sent, now)
    owners = {owner.pk: owner.name for owner in action.owners.all()}
    if changes.owner_ids is not None and set(changes.owner_ids) != set(owners):
        found["ownerIds"] = ", ".join(sorted(owners.values()))
    return found


@transaction.atomic
def update_action(action: Action, changes: ActionChanges, *, by: Person, expected_version: int | None = None) -> Action:
    """Changes what is given; turning a draft into an action is giving it the status `open`.

    Raises STALE_VERSION when somebody else changed it after `expected_version`, INVALID, TOO_LARGE or NOT_FOUND.
    """
    action = locked(action, expected_version, changes)
    before = state_of(action)
    if changes.title is not None:
        action.title = title_from(changes.title)
    if changes.domain is not None:
        action.domain = domain_of(changes.domain)
    if changes.due_on is not None or changes.clears_day:
        action.due_on = planned_day(changes.due_on, "dueOn", action.due_on)
    if changes.measure is not None:
        action.measure = measure_from(changes.measure)
    apply_state(action, changes.status, changes.reason, changes.went_well, by)
    if changes.owner_ids is not None:
        set_owners(action, owners_from(action.plan, changes.owner_ids, action.owners.all()))
    return save_changes(action, before, "action.changed", by)


def save_changes(action: Action, before: dict[str, Any], what: str, by: Person) -> Action:
    action.version += 1
    action.save()
    changed = differences(before, state_of(action))
    record(what, action, by=by, young_person_id=action.plan.young_person_id, changes=changed)
    return action


@transaction.atomic
def complete_action(action: Action, *, by: Person, went_well: str = "") -> Action:
    """Ticks it off, with what went well if somebody says so. Raises WRONG_STATE when it is done or dropped already."""
    action = locked(action, None)
    if action.status in FINISHED:
        raise wrong_state(_("This is done already."))
    before = state_of(action)
    apply_state(action, Action.Status.DONE, None, went_well, by)
    return save_changes(action, before, "action.done", by)
