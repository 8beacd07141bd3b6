"""Inviting colleagues and changing their roles: nobody gives what is not theirs to give."""

import re

import pytest
from django.core import mail
from django.test import Client

from leavingwell.platform.access.services.leaving import leave
from leavingwell.platform.access.services.staffing import NewColleague, change_staff, invite_again, invite_staff
from leavingwell.platform.access.services.teams import add_team, close_team
from leavingwell.platform.audit.models import AuditEntry
from leavingwell.platform.councils.scope import national_scope, scope
from leavingwell.platform.people.models import Person, User
from leavingwell.platform.people.roles import NATIONAL_ROLES, Role
from leavingwell.platform.problems import Problems
from tests.api import BACKEND, client_of
from tests.factories import Household, make_person


def colleague(**changes: object) -> NewColleague:
    given = {"name": "Nell New", "email": "nell@example.org", "role": Role.PERSONAL_ADVISER, **changes}
    return NewColleague(**given)  # type: ignore[arg-type]


def test_a_colleague_is_asked_in_and_chooses_a_password(north: Household, django_capture_on_commit_callbacks) -> None:  # type: ignore[no-untyped-def]
    with scope(north.council), django_capture_on_commit_callbacks(execute=True):
        person = invite_staff(colleague(team=north.young_person.team), by=north.admin)
    (letter,) = mail.outbox
    address = re.search(r"http\S+reset/", letter.body)
    assert address is not None
    browser = client_of(None, north.council)
    path = "/" + address[0].split("/", 3)[3]
    mail.outbox.clear()
    with django_capture_on_commit_callbacks(execute=True):
        answer = browser.post(path, {"email": "nell@example.org"}, follow=True)
    code = re.search(r"\b[A-Z0-9]{3,}-?[A-Z0-9]{3,}\b", mail.outbox[-1].body)
    assert code is not None, mail.outbox[-1].body
    answer = browser.post(answer.request["PATH_INFO"], {"code": code[0]}, follow=True)
    password = "quite a long password for Nell"
    browser.post(answer.request["PATH_INFO"], {"password1": password, "password2": password}, follow=True)
    with scope(north.council):
        assert User.objects.get(pk=person.user.pk).check_password(password)  # type: ignore[union-attr]


@pytest.mark.parametrize("role", sorted(NATIONAL_ROLES))
def test_a_national_role_is_not_a_councils_to_give(in_north: Household, role: Role) -> None:
    with pytest.raises(Problems, match="NOT_ALLOWED role"):
        invite_staff(colleague(role=role), by=in_north.admin)
    with pytest.raises(Problems, match="NOT_ALLOWED role"):
        change_staff(in_north.analyst, name="A", role=role, team=None, by=in_north.admin)
    assert not User.objects.filter(email="nell@example.org").exists()


@pytest.mark.parametrize("role", [Role.YOUNG_PERSON, Role.SUPPORTER])
def test_young_people_and_supporters_are_no_staff(in_north: Household, role: Role) -> None:
    with pytest.raises(Problems, match="INVALID role"):
        invite_staff(colleague(role=role), by=in_north.admin)
    with pytest.raises(Problems, match="NOT_FOUND personId"):
        change_staff(in_north.owner, name="A", role=Role.ANALYST, team=None, by=in_north.admin)


def test_an_address_elsewhere_tells_nothing_and_one_here_is_taken(in_north: Household, east: Household) -> None:
    email = east.worker.user.email  # type: ignore[union-attr]
    assert invite_staff(colleague(email=email), by=in_north.admin).user.email == email  # type: ignore[union-attr]
    for taken in (in_north.worker, in_north.owner):
        with pytest.raises(Problems, match="INVALID email"):
            invite_staff(colleague(email=taken.user.email), by=in_north.admin)  # type: ignore[union-attr]
    with national_scope("a superuser for tests"):
        User.objects.create_superuser("root@example.org", "a long password for tests")
    with pytest.raises(Problems, match="INVALID email"):
        invite_staff(colleague(email="root@example.org"), by=in_north.admin)


def test_what_cannot_be_invited(in_north: Household) -> None:
    closed = close_team(add_team("Old", by=None), by=None)
    faults = {"name": " ", "email": "none", "team": closed}
    problems = {"name": "INVALID name", "email": "INVALID email", "team": "WRONG_STATE teamId"}
    for field, value in faults.items():
        with pytest.raises(Problems, match=problems[field]):
            invite_staff(colleague(**{field: value}), by=in_north.admin)


def test_nobody_changes_their_own_role_but_their_name(in_north: Household) -> None:
    make_person(Role.COUNCIL_ADMIN)
    with pytest.raises(Problems, match="NOT_ALLOWED role"):
        change_staff(in_north.admin, name="Ada", role=Role.ANALYST, team=None, by=in_north.admin)
    assert change_staff(in_north.admin, name="Ada", role=Role.COUNCIL_ADMIN, team=None, by=in_north.admin).name == "Ada"


@pytest.mark.parametrize("who", ["worker", "manager", "supervisor", "duty", "admin"])
def test_a_role_with_something_left_undone_stays(in_north: Household, who: str) -> None:
    person = in_north.people[who]
    before = person.role
    with pytest.raises(Problems, match="WRONG_STATE role"):
        change_staff(person, name="X", role=Role.ANALYST, team=None, by=None)
    kept = Person.objects.get(pk=person.pk)
    assert (kept.role, kept.name) == (before, person.name)


def test_a_new_role_counts_at_once_and_is_on_the_record(north: Household) -> None:
    assert client_of(north.analyst, north.council).get("/admin/").status_code == 403
    with scope(north.council):
        change_staff(north.analyst, name="Ann", role=Role.CONTENT_EDITOR, team=None, by=north.admin)
        entry = AuditEntry.objects.get(action="staff.changed")
        assert entry.changes["role"] == ["analyst", "content_editor"]
        assert entry.actor_id == north.admin.pk
    assert client_of(north.analyst, north.council).get("/admin/").status_code == 200


def test_who_comes_back_gets_the_new_role_and_none_of_the_old_rights(in_north: Household) -> None:
    email = in_north.supervisor.user.email  # type: ignore[union-attr]
    leave(in_north.supervisor, by=in_north.admin)
    back = invite_staff(colleague(email=email.upper(), role=Role.DUTY_WORKER), by=in_north.admin)
    assert back.pk == in_north.supervisor.pk
    assert (back.role, back.left_on, back.name) == (Role.DUTY_WORKER, None, "Nell New")
    assert back.user is not None
    assert back.user.is_active
    assert not back.user.has_usable_password()


def test_the_invitation_is_sent_again_until_they_have_signed_in(
    in_north: Household,
    django_capture_on_commit_callbacks,  # type: ignore[no-untyped-def]
) -> None:
    person = invite_staff(colleague(), by=in_north.admin)
    with django_capture_on_commit_callbacks(execute=True):
        invite_again(person, by=in_north.admin)
    assert [letter.to for letter in mail.outbox] == [["nell@example.org"]]
    Client(HTTP_HOST=in_north.council.host).force_login(person.user, backend=BACKEND)
    with pytest.raises(Problems, match="WRONG_STATE personId"):
        invite_again(Person.objects.get(pk=person.pk), by=in_north.admin)
