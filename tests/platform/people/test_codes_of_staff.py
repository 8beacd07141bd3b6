"""Codes that staff make: the young person hears of each, and none is good once its maker has no right to them."""

from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.core.cache import cache
from django.test import override_settings
from django.utils import timezone

from leavingwell.platform.access.services.allocating import allocate_worker
from leavingwell.platform.access.services.covering import end_duty_cover, start_duty_cover
from leavingwell.platform.access.services.leaving import leave
from leavingwell.platform.access.services.managing import set_manager
from leavingwell.platform.access.services.moving import move_to_team
from leavingwell.platform.access.services.staffing import change_staff
from leavingwell.platform.audit.models import AuditEntry
from leavingwell.platform.councils.scope import scope
from leavingwell.platform.people.models import DutyCover, Invitation, User, YoungPerson
from leavingwell.platform.people.roles import Role
from leavingwell.platform.plans.models import Notice
from tests.api import ask, opaque
from tests.factories import Household, make_person, make_team, make_young_person
from tests.platform.people.test_invitations import again, invite, is_in, join, own_id

LOG = "query($id: ID!) { accessLog(youngPersonId: $id) { edges { node { name deed } } } }"


@pytest.fixture(autouse=True)
def fresh_limits() -> None:
    cache.clear()


def code_by(house: Household, who: str) -> str:
    made = again(house, who, own_id(house))
    return str(made["code"])


def lets_in(house: Household, code: str) -> bool:
    cache.clear()
    return is_in(join(house, code)[0])


def deeds(house: Household) -> list[tuple[str, str]]:
    answer = ask(house.owner, house.council, LOG, id=own_id(house))
    return [(one["node"]["name"], one["node"]["deed"]) for one in answer["data"]["accessLog"]["edges"]]


def warned(house: Household) -> list[Notice]:
    with scope(house.council):
        return list(Notice.objects.filter(recipient=house.owner, kind=Notice.Kind.CODE_MADE))


def test_the_young_person_hears_of_it_and_reads_of_its_use(
    north: Household, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        code = code_by(north, "worker")
    assert len(warned(north)) == 1
    (letter,) = mail.outbox
    assert letter.to == [north.owner.user.email]
    assert code not in letter.body
    assert north.owner.name not in letter.body
    assert lets_in(north, code)
    assert deeds(north)[:2] == [
        (north.owner.name, "signed in with a code that was made for you"),
        (north.worker.name, "made a code with which one can sign in as you"),
    ]
    said = ask(north.owner, north.council, "{ viewer { notices { edges { node { kind text } } } } }")
    assert said["data"]["viewer"]["notices"]["edges"][0]["node"] == {
        "kind": "CODE_MADE",
        "text": "A worker made a code to sign in as you. If you did not ask for it, make it useless.",
    }


def test_an_address_that_nobody_has_shown_to_be_theirs_gets_nothing(
    north: Household, django_capture_on_commit_callbacks: Any
) -> None:
    User.objects.filter(pk=north.owner.user.pk).update(email_confirmed_at=None)
    with django_capture_on_commit_callbacks(execute=True):
        code_by(north, "worker")
    assert len(warned(north)) == 1
    assert mail.outbox == []


def test_nobody_is_told_of_their_own(north: Household, django_capture_on_commit_callbacks: Any) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        assert lets_in(north, code_by(north, "owner"))
    assert warned(north) == []


def test_another_worker_takes_over(north: Household) -> None:
    code = code_by(north, "worker")
    with scope(north.council):
        allocate_worker(north.young_person, north.other_worker, by=north.manager)
        assert AuditEntry.objects.filter(action="invitation.withdrawn").count() == 1
    assert not lets_in(north, code)
    assert lets_in(north, code_by(north, "other_worker"))


def test_a_first_letter_in_the_post_is_good_when_another_worker_takes_over(north: Household) -> None:
    invited = invite(north, "worker", preferredName="Wren", teamId=team_id(north))
    with scope(north.council):
        wren = YoungPerson.objects.get(person__name="Wren")
        allocate_worker(wren, north.worker, by=north.manager)
        allocate_worker(wren, north.other_worker, by=north.manager)
    assert lets_in(north, str(invited["invitation"]["code"]))


def test_a_cover_ends_early(north: Household) -> None:
    code = code_by(north, "duty")
    with scope(north.council):
        end_duty_cover(DutyCover.objects.get(person=north.duty), by=north.manager)
    assert not lets_in(north, code)


def test_a_cover_ends_by_the_clock(north: Household, monkeypatch: pytest.MonkeyPatch) -> None:
    code = code_by(north, "duty")
    later = timezone.now() + timedelta(days=1)
    monkeypatch.setattr(timezone, "now", lambda: later)
    assert not lets_in(north, code)
    with scope(north.council):
        assert Invitation.objects.get(made_by=north.duty).withdrawn_at


def test_a_worker_who_covers_too_keeps_what_the_other_relation_gives(north: Household) -> None:
    with scope(north.council):
        team = north.young_person.team
        cover = start_duty_cover(north.worker, team, until=timezone.now() + timedelta(hours=1), by=north.manager)
    code = code_by(north, "worker")
    with scope(north.council):
        end_duty_cover(cover, by=north.manager)
    assert lets_in(north, code)


def test_another_manager_or_another_team(north: Household) -> None:
    code = code_by(north, "manager")
    with scope(north.council):
        set_manager(north.young_person.team, make_person(Role.TEAM_MANAGER), by=north.admin)
    assert not lets_in(north, code)
    code = code_by(north, "duty")
    with scope(north.council):
        team = make_team(manager=make_person(Role.TEAM_MANAGER))
        move_to_team(north.young_person, team, by=north.admin)
    assert not lets_in(north, code)


def test_whoever_leaves_or_gets_another_role_leaves_no_code_behind(north: Household) -> None:
    first = str(invite(north, "admin", preferredName="Wren", teamId=team_id(north))["invitation"]["code"])
    second = str(invite(north, "worker", preferredName="Finch", teamId=team_id(north))["invitation"]["code"])
    with scope(north.council):
        make_person(Role.COUNCIL_ADMIN)
        change_staff(north.admin, name="Ash", role=Role.ANALYST, team=None, by=None)
        leave(north.worker, by=None)
    assert not lets_in(north, first)
    assert not lets_in(north, second)


def team_id(house: Household) -> str:
    with scope(house.council):
        return opaque("Team", house.young_person.team)


def test_who_begins_a_record_lets_in_for_the_first_time_alone(north: Household) -> None:
    invited = invite(north, "admin", preferredName="Wren", teamId=team_id(north))
    assert lets_in(north, str(invited["invitation"]["code"]))


def test_codes_of_others_stay(north: Household, east: Household) -> None:
    elsewhere = code_by(east, "worker")
    code = code_by(north, "manager")
    with scope(north.council):
        leave(north.worker, by=north.admin)
    assert lets_in(north, code)
    assert lets_in(east, elsewhere)


@pytest.mark.parametrize("number", [2, 10])
def test_taking_rights_costs_the_same_for_many(
    north: Household, number: int, django_assert_max_num_queries: Any
) -> None:
    with scope(north.council):
        for _each in range(number):
            make_young_person(north.young_person.team, worker=north.worker)
        with django_assert_max_num_queries(60):
            leave(north.worker, by=north.admin)


def test_a_letter_outlives_a_change_of_keys(north: Household) -> None:
    code = code_by(north, "worker")
    with override_settings(SECRET_KEY="another", SECRET_KEY_FALLBACKS=["the tests hold no secrets"]):
        assert lets_in(north, code)
