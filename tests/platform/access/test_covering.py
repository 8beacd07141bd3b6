"""Duty cover: the manager hears of it, gives the long ones themselves, and each young person reads who may act."""

from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.utils import timezone

from leavingwell.platform.access.permissions import relations_with
from leavingwell.platform.access.relations import Relation
from leavingwell.platform.access.services.covering import end_duty_cover, start_duty_cover
from leavingwell.platform.access.services.managing import set_manager
from leavingwell.platform.audit.models import AuditEntry
from leavingwell.platform.councils.scope import scope
from leavingwell.platform.people.models import DutyCover, Team
from leavingwell.platform.people.roles import Role
from leavingwell.platform.plans.models import Notice
from tests.api import ask, codes, do, opaque
from tests.factories import Household, make_person, make_young_person

LOG = "query($id: ID!) { accessLog(youngPersonId: $id) { edges { node { name deed } } } }"


def team_of(house: Household) -> Team:
    with scope(house.council):
        return house.young_person.team


def start(house: Household, by: str, who: str = "other_worker", days: float = 2) -> dict[str, Any]:
    return do(
        house.people[by],
        house.council,
        "startDutyCover",
        "",
        personId=opaque("Person", house.people[who]),
        teamId=opaque("Team", team_of(house)),
        until=(timezone.now() + timedelta(days=days)).isoformat(),
    )


def told(house: Household, who: str) -> list[str]:
    with scope(house.council):
        rows = Notice.objects.filter(recipient=house.people[who], kind=Notice.Kind.DUTY_STARTED)
        return list(rows.values_list("kind", flat=True))


def test_the_manager_hears_of_a_cover_that_somebody_else_gave(
    north: Household, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        assert start(north, "admin")["__typename"] == "DutyCover"
    assert told(north, "manager") == ["duty_started"]
    assert [letter.to for letter in mail.outbox] == [[north.manager.user.email]]
    assert told(north, "admin") == told(north, "other_worker") == []


def test_and_not_of_their_own(north: Household) -> None:
    start(north, "manager")
    assert told(north, "manager") == []


def test_a_long_one_is_for_the_manager_to_give(north: Household) -> None:
    refused = start(north, "admin", days=15)
    assert codes(refused) == [("NOT_ALLOWED", "until")]
    assert "the manager of" in refused["problems"][0]["message"]
    assert told(north, "manager") == []
    assert start(north, "manager", days=15)["__typename"] == "DutyCover"


def test_short_ones_after_each_other_are_a_long_one(north: Household) -> None:
    def ended(days: float) -> None:
        """The cover of now began so many days ago, and ends now."""
        now = timezone.now()
        with scope(north.council):
            DutyCover.objects.filter(person=north.other_worker, ends_at__gt=now).update(
                starts_at=now - timedelta(days=days), ends_at=now
            )

    assert start(north, "admin", days=8)["__typename"] == "DutyCover"
    ended(8)
    assert codes(start(north, "admin", days=7)) == [("NOT_ALLOWED", "until")]
    assert start(north, "admin", who="duty", days=7)["problems"][0]["code"] == "WRONG_STATE"
    assert start(north, "manager", days=30)["__typename"] == "DutyCover"
    ended(30)
    assert start(north, "admin", days=5)["__typename"] == "DutyCover"  # the manager's own are not counted


def test_where_a_team_has_no_manager_the_other_administrators_hear_of_it(north: Household) -> None:
    with scope(north.council):
        second = make_person(Role.COUNCIL_ADMIN)
        Team.objects.filter(pk=team_of(north).pk).update(manager=None)
    assert start(north, "admin")["__typename"] == "DutyCover"
    north.people["second"] = second
    assert (told(north, "second"), told(north, "admin")) == (["duty_started"], [])
    said = ask(second, north.council, "{ viewer { notices { edges { node { text } } } } }")
    assert "no manager" in said["data"]["viewer"]["notices"]["edges"][0]["node"]["text"]


def test_nobody_covers_for_the_team_that_they_manage(north: Household) -> None:
    assert codes(start(north, "admin", who="manager")) == [("INVALID", "personId")]


def test_whoever_begins_to_manage_a_team_covers_for_it_no_more(in_north: Household) -> None:
    new = make_person(Role.TEAM_MANAGER)
    team = in_north.young_person.team
    start_duty_cover(new, team, until=timezone.now() + timedelta(hours=2), by=in_north.manager)
    set_manager(team, new, by=in_north.admin)
    assert relations_with(new, in_north.young_person) == {Relation.MANAGER}
    assert not DutyCover.objects.filter(person=new, ends_at__gt=timezone.now()).exists()


def test_each_young_person_reads_of_it(north: Household, east: Household) -> None:
    start(north, "admin")
    with scope(north.council):
        end_duty_cover(DutyCover.objects.get(person=north.other_worker), by=north.manager)
        young_person = opaque("YoungPerson", north.young_person)
    read = ask(north.owner, north.council, LOG, id=young_person)["data"]["accessLog"]["edges"]
    assert [(one["node"]["name"], one["node"]["deed"]) for one in read[:2]] == [
        (north.manager.name, "ended the time in which a colleague acted for your worker"),
        (north.admin.name, "let a colleague act for your worker for a while"),
    ]
    assert ask(east.owner, east.council, LOG, id=young_person)["data"]["accessLog"]["edges"] == []


@pytest.mark.parametrize("number", [2, 10])
def test_it_costs_the_same_for_many(in_north: Household, number: int, django_assert_max_num_queries: Any) -> None:
    team = in_north.young_person.team
    for _each in range(number):
        make_young_person(team)
    until = timezone.now() + timedelta(days=1)
    with django_assert_max_num_queries(25):
        start_duty_cover(in_north.other_worker, team, until=until, by=in_north.admin)
    rows = AuditEntry.objects.filter(action="duty.started", actor_id=in_north.admin.pk)
    assert rows.exclude(young_person_id=None).count() == team.young_people.count()
