"""What ends with a role, and who hears of somebody new in a team."""

from typing import Any

import pytest
from django.core import mail
from django.utils import timezone

from leavingwell.platform.access.permissions import relations_with
from leavingwell.platform.access.relations import Relation
from leavingwell.platform.access.services.moving import move_all
from leavingwell.platform.access.services.staffing import change_staff
from leavingwell.platform.councils.scope import scope
from leavingwell.platform.people.models import EmergencyAccess
from leavingwell.platform.people.roles import Role
from leavingwell.platform.plans.models import Notice
from leavingwell.platform.plans.services.emergencies import open_in_emergency
from tests.api import ask, opaque
from tests.factories import Household, make_person, make_team, make_young_person

PAGE = "query($id: ID!) { youngPerson(id: $id) { preferredName } }"


def test_another_role_closes_what_was_opened_in_an_emergency(north: Household) -> None:
    with scope(north.council):
        young_person = north.other_young_person
        opener = make_person(Role.PERSONAL_ADVISER)
        access = open_in_emergency(young_person, reason="They rang and nobody was there", by=opener)
        ident = opaque("YoungPerson", young_person)
    assert ask(opener, north.council, PAGE, id=ident)["data"]["youngPerson"]
    with scope(north.council):
        change_staff(opener, name=opener.name, role=Role.ANALYST, team=None, by=north.admin)
        assert EmergencyAccess.objects.get(pk=access.pk).ends_at <= timezone.now()
        assert relations_with(opener, young_person) == set()
    assert ask(opener, north.council, PAGE, id=ident)["data"]["youngPerson"] is None


def test_another_name_closes_nothing(in_north: Household) -> None:
    opener = make_person(Role.PERSONAL_ADVISER)
    open_in_emergency(in_north.other_young_person, reason="They rang and nobody was there", by=opener)
    change_staff(opener, name="Another name", role=Role.PERSONAL_ADVISER, team=None, by=in_north.admin)
    assert relations_with(opener, in_north.other_young_person) == {Relation.EMERGENCY}


@pytest.mark.parametrize("number", [2, 10])
def test_the_new_manager_hears_of_everybody_by_one_e_mail(
    in_north: Household, number: int, django_capture_on_commit_callbacks: Any
) -> None:
    manager = make_person(Role.TEAM_MANAGER)
    team = make_team(manager=manager)
    young_people = [make_young_person(in_north.young_person.team) for _each in range(number)]
    with django_capture_on_commit_callbacks(execute=True):
        move_all(young_people, team, by=in_north.admin)
    told = Notice.objects.filter(recipient=manager, kind=Notice.Kind.NEW_IN_TEAM)
    assert {notice.young_person_id for notice in told} == {one.pk for one in young_people}
    assert [letter.to for letter in mail.outbox] == [[manager.user.email]]  # type: ignore[union-attr]
    assert not Notice.objects.filter(kind=Notice.Kind.NEW_IN_TEAM).exclude(recipient=manager).exists()


def test_who_moves_them_to_their_own_team_is_not_told(in_north: Household) -> None:
    manager = make_person(Role.TEAM_MANAGER)
    team = make_team(manager=manager)
    move_all([in_north.young_person], team, by=manager)
    assert not Notice.objects.filter(kind=Notice.Kind.NEW_IN_TEAM).exists()
