"""Giving and taking one relation for many young people: as many queries for thirty as for one."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import QuerySet
from django.utils import timezone

from leavingwell.platform.access import grants
from leavingwell.platform.access.models import YoungPersonGrant
from leavingwell.platform.access.relations import Relation
from leavingwell.platform.people.models import DutyCover, Person, Team, YoungPerson

YoungPeople = Iterable[YoungPerson] | QuerySet[YoungPerson]
BY_TEAM = (Relation.MANAGER, Relation.SUPERVISOR, Relation.DUTY)  # these come from the team alone


def give(relation: Relation, person: Person | None, young_people: YoungPeople, until: datetime | None = None) -> None:
    if person:
        grants.grant_many(relation, person, young_people, until)


def take(relation: Relation, people: Iterable[Person], young_people: YoungPeople) -> None:
    accounts = [person.user_id for person in people if person.user_id]
    rows = YoungPersonGrant.objects.filter(user__in=accounts, permission__codename=relation)
    rows.filter(content_object__in=young_people).delete()


def take_all(person: Person) -> None:
    """Every relation that somebody has to anybody."""
    YoungPersonGrant.objects.filter(user=person.user_id).delete()


def covers_now(team: Team) -> QuerySet[DutyCover]:
    now = timezone.now()
    return team.duty_covers.select_related("person__user").filter(starts_at__lte=now, ends_at__gt=now)


def give_to_team(team: Team, young_people: YoungPeople) -> None:
    """The team's manager, practice supervisor and duty workers get their relations."""
    young_people = list(young_people)
    give(Relation.MANAGER, team.manager, young_people)
    give(Relation.SUPERVISOR, team.practice_supervisor, young_people)
    for cover in covers_now(team):
        give(Relation.DUTY, cover.person, young_people, until=cover.ends_at)


def take_from_team(young_people: YoungPeople) -> None:
    YoungPersonGrant.objects.filter(permission__codename__in=BY_TEAM, content_object__in=young_people).delete()
