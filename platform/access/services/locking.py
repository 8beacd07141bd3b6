"""Rows that two at once could change: the second waits for the first, then sees what it has done.

Always in the same order (people, then teams, then young people, each by key), so that nobody waits in a circle.
"""

from collections.abc import Iterable

from django.db.models import Q

from leavingwell.platform.people.models import Person, Team, YoungPerson
from leavingwell.platform.people.roles import Role


def lock_people(*people: Person | None, administrators: bool = False) -> None:
    """Locks them, and with `administrators` the council's as well, and brings role and leaving up to date."""
    named = [person for person in people if person]
    wanted = Q(pk__in=[person.pk for person in named])
    if administrators:
        wanted |= Q(role=Role.COUNCIL_ADMIN)
    rows = Person.objects.select_for_update(no_key=True).filter(wanted).order_by("pk")
    now = {pk: (role, left_on) for pk, role, left_on in rows.values_list("pk", "role", "left_on")}
    for person in named:
        person.role, person.left_on = now.get(person.pk, (person.role, person.left_on))


def lock_team(team: Team) -> Team:
    rows = Team.objects.select_for_update(no_key=True, of=("self",))
    return rows.select_related("manager__user", "practice_supervisor__user").get(pk=team.pk)


def lock_young_people(young_people: Iterable[YoungPerson]) -> list[YoungPerson]:
    rows = YoungPerson.objects.select_for_update(no_key=True, of=("self",))
    found = rows.select_related("person__user", "team__manager__user")
    return list(found.filter(pk__in=[one.pk for one in young_people]).order_by("pk"))
