"""What a change of worker means for plans: what was still to be done goes along, and those concerned are told.

Receives `access.signals.worker_changed`, within the transaction of the change. As many queries for thirty as for one.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from leavingwell.platform.access.signals import WorkerChange
from leavingwell.platform.councils.models import Council
from leavingwell.platform.councils.scope import current_council_id
from leavingwell.platform.people.models import Person, YoungPerson
from leavingwell.platform.plans.letters import tell_of_notice
from leavingwell.platform.plans.models import Action, ActionOwner, Notice, NoticePreference
from leavingwell.platform.plans.services.noticing import can_be_told
from leavingwell.platform.plans.waiting import next_version

NEW_WORKER = Notice.Kind.NEW_WORKER
UNFINISHED = (Action.Status.DRAFT, Action.Status.OPEN, Action.Status.STUCK)


def on_worker_changed(sender: Any, changes: Sequence[WorkerChange], **kwargs: Any) -> None:
    for (giver, heir), young_people in by_heir(changes).items():
        take_actions_along(giver, heir, young_people)
    next_version(change.young_person.pk for change in changes)
    tell_those_concerned(changes)


def by_heir(changes: Iterable[WorkerChange]) -> dict[tuple[Person, Person], list[YoungPerson]]:
    """Where nobody is the worker for now, the team's manager has what is to be done."""
    found = defaultdict(list)
    for change in changes:
        heir = change.after or change.young_person.team.manager
        if change.before and heir and heir != change.before:
            found[change.before, heir].append(change.young_person)
    return found


def take_actions_along(giver: Person, heir: Person, young_people: Sequence[YoungPerson]) -> None:
    """Makes `heir` an owner of what `giver` still had to do; what is done stays as it was."""
    unfinished = Action.objects.filter(plan__young_person__in=young_people, status__in=UNFINISHED)
    owned = list(ActionOwner.objects.filter(action__in=unfinished, person=giver))
    # By their keys: in one statement the database would look for both owners among all actions of the council.
    both = ActionOwner.objects.filter(action__in=[one.action_id for one in owned], person=heir)
    shared = set(both.values_list("action", flat=True))
    ActionOwner.objects.filter(pk__in=[one.pk for one in owned if one.action_id in shared]).delete()
    ActionOwner.objects.filter(pk__in=[one.pk for one in owned if one.action_id not in shared]).update(person=heir)


def concerned(change: WorkerChange) -> Iterable[Person]:
    people = [change.young_person.person, change.before, change.after]
    if change.after is None:
        people.append(change.young_person.team.manager)
    return [person for person in people if person and can_be_told(person)]


def tell_those_concerned(changes: Sequence[WorkerChange]) -> None:
    """A notice for each change, and one e-mail to each person, however many young people it is about."""
    told = [(person, change) for change in changes for person in concerned(change)]
    Notice.objects.bulk_create(
        [
            Notice(recipient=person, kind=NEW_WORKER, young_person=change.young_person, key=change.key)
            for person, change in told
        ],
        ignore_conflicts=True,
    )
    people = {person.pk: person for person, _change in told}
    preferences = NoticePreference.objects.filter(person__in=people, kind=NEW_WORKER, by_email=False)
    unwilling = set(preferences.values_list("person", flat=True))
    council = Council.objects.get(pk=current_council_id())
    for pk, person in people.items():
        if pk not in unwilling:
            tell_of_notice(person, council)
