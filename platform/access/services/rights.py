"""Giving and taking one relation for many young people: as many queries for thirty as for one."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from leavingwell.platform.access import grants
from leavingwell.platform.access.codes import first_letter
from leavingwell.platform.access.matrix import MATRIX
from leavingwell.platform.access.models import YoungPersonGrant
from leavingwell.platform.access.operations import Operation
from leavingwell.platform.access.relations import Relation
from leavingwell.platform.people.invitations import withdraw_unasked
from leavingwell.platform.people.models import DutyCover, Invitation, Person, Team, YoungPerson

YoungPeople = Iterable[YoungPerson] | QuerySet[YoungPerson]
BY_TEAM = (Relation.MANAGER, Relation.SUPERVISOR, Relation.DUTY)  # these come from the team alone


def give(relation: Relation, person: Person | None, young_people: YoungPeople, until: datetime | None = None) -> None:
    if person:
        grants.grant_many(relation, person, young_people, until)


def take(relation: Relation, people: Iterable[Person], young_people: YoungPeople) -> None:
    """Codes that they made for somebody whom they no longer have anything to do with are good no more."""
    losing = [person for person in people if person.user_id]
    rows = YoungPersonGrant.objects.filter(user__in=[one.user_id for one in losing], permission__codename=relation)
    rows.filter(content_object__in=young_people).delete()
    withdraw_codes(losing, young_people)


def take_all(person: Person) -> None:
    """Every relation that somebody has to anybody, and every code that they made."""
    YoungPersonGrant.objects.filter(user=person.user_id).delete()
    withdraw_unasked(Invitation.objects.filter(made_by=person))


def withdraw_codes(makers: Iterable[Person], young_people: YoungPeople) -> None:
    """Those of makers who have no other relation left that lets them make one, but for a first letter in the post."""
    left = grants.live_grants().filter(user=OuterRef("made_by__user"), content_object=OuterRef("person__young_person"))
    may_still = left.filter(permission__codename__in=MATRIX[Operation.INVITE_AGAIN])
    made = Invitation.objects.filter(made_by__in=list(makers), person__young_person__in=young_people)
    withdraw_unasked(made.filter(~Exists(may_still), ~first_letter()))


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


def take_from_team(young_people: YoungPeople) -> list[Person]:
    """Gives those who had rights: their codes are for `withdraw_codes`, once the next team has its rights."""
    rows = YoungPersonGrant.objects.filter(permission__codename__in=BY_TEAM, content_object__in=young_people)
    losing = list(Person.objects.filter(user__in=rows.values("user")))
    rows.delete()
    return losing
