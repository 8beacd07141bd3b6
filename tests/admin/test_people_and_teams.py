"""The administrator's own screens for staff, teams and duty: Wagtail's user screens stay shut."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from leavingwell.platform.access.operations import Operation
from leavingwell.platform.access.permissions import user_can
from leavingwell.platform.councils.scope import scope
from leavingwell.platform.people.models import DutyCover, Person, Team
from leavingwell.platform.people.roles import Role
from tests.admin.asking import at, at_the_nation, errors_in, form_in, send, text_of, was_saved
from tests.factories import make_person, make_young_person

LIST, INVITE, TEAMS, DUTY = "/admin/people/", "/admin/people/invite/", "/admin/people/teams/", "/admin/people/duty/"


@pytest.fixture
def client(north):
    return at(north.council, north.admin)


def page_of(person, what=""):
    return f"{LIST}staff/{person.pk}/{what}"


@pytest.mark.parametrize("who", ["editor", "questionnaire_editor", "translator", "manager", "worker", "owner", None])
@pytest.mark.parametrize("address", [LIST, INVITE, TEAMS, DUTY])
def test_only_an_administrator_enters(north, who, address):
    answer = at(north.council, north.people[who] if who else None).get(address)
    assert answer.status_code in ((302,) if who is None else (302, 403))
    assert "analyst of northmoor" not in text_of(answer)
    if who:
        assert "people and teams" not in text_of(at(north.council, north.people[who]).get("/admin/"))


def test_nor_another_councils_administrator_nor_one_at_the_nations_host(north, east, nation, client):
    for what in ("", "remove/", "hand-over/"):
        assert client.get(page_of(east.worker, what)).status_code == 404
        assert client.post(page_of(east.worker, what), {"name": "X", "role": "analyst"}).status_code == 404
    with scope(east.council):
        team = Team.objects.first()
    assert client.post(f"{TEAMS}{team.pk}/close/").status_code == 404
    assert at_the_nation(nation.framework_editor.user).get(LIST).status_code in (302, 403)
    assert at(north.council, nation.operator).get(LIST).status_code == 200


def test_the_list_shows_who_works_here_and_is_searched(north, client):
    page = text_of(client.get(LIST))
    assert "worker of northmoor" in page
    assert "owner of northmoor" not in page
    assert "eastmarsh" not in page
    found = text_of(client.get(f"{LIST}?q=analyst&role=analyst&team=none&left="))
    assert "analyst of northmoor" in found
    assert "duty of northmoor" not in found
    assert "nobody is found" in text_of(client.get(f"{LIST}?q=zzz"))
    assert client.get(f"{LIST}?q=%00&team=%00&role=nonsense&p=999999").status_code == 200


def test_a_colleague_is_invited_changed_and_removed(north, client):
    answer = send(client, INVITE, name="Nell", email="nell@example.org", role="analyst")
    assert was_saved(answer)
    with scope(north.council):
        nell = Person.objects.get(user__email="nell@example.org")
    assert "invite again" in text_of(client.get(LIST))
    assert client.post(page_of(nell, "invite-again/")).status_code == 302
    assert was_saved(send(client, page_of(nell), role="translator"))
    assert was_saved(send(client, page_of(nell, "remove/")))
    with scope(north.council):
        nell.refresh_from_db()
        assert (nell.role, nell.left_on) == (Role.TRANSLATOR, timezone.localdate())
    assert "nell@example.org" in text_of(client.get(f"{LIST}?left=1"))
    assert client.get(page_of(nell)).status_code == 404


@pytest.mark.parametrize(
    "changes",
    [
        {"name": "", "email": "nell@example.org", "role": "analyst"},
        {"name": "Nell", "email": "none", "role": "analyst"},
        {"name": "Nell", "email": "nell@example.org", "role": "operator"},
        {"name": "Nell", "email": "nell@example.org", "role": "young_person"},
        {"name": "a\0b", "email": "nell@example.org", "role": "analyst"},
        {"name": "x" * 300, "email": "nell@example.org", "role": "analyst"},
    ],
)
def test_what_cannot_be_is_said_beside_the_field_and_stays_typed(north, client, changes):
    answer = send(client, INVITE, **changes)
    assert answer.status_code == 422
    assert errors_in(answer)
    kept = form_in(answer)
    assert (kept["email"], kept["name"]) == (changes["email"], changes["name"])


def test_nobody_rises_by_themselves_and_nobody_leaves_work_undone(north, client):
    assert "nobody can change their own role" in text_of(send(client, page_of(north.admin), role="analyst"))
    assert "hand over first" in text_of(send(client, page_of(north.worker), role="analyst"))
    assert "needs an administrator" in text_of(send(client, page_of(north.admin, "remove/")))
    assert "say who manages" in text_of(send(client, page_of(north.manager, "remove/")))


def test_a_caseload_goes_over_and_a_worker_leaves(north, client):
    assert was_saved(send(client, page_of(north.worker, "hand-over/"), worker=north.other_worker.pk))
    with scope(north.council):
        assert user_can(north.other_worker, Operation.SUBMIT_PLAN, north.young_person)
        third = make_person(Role.PERSONAL_ADVISER)
    assert was_saved(send(client, page_of(north.other_worker, "remove/"), worker=third.pk))
    with scope(north.council):
        assert user_can(third, Operation.SUBMIT_PLAN, north.other_young_person)
    again = send(client, page_of(third, "hand-over/"), worker=third.pk)
    assert again.status_code == 422


def test_teams_are_added_changed_and_closed(north, client):
    with scope(north.council):
        manager = make_person(Role.TEAM_MANAGER)
        old = north.young_person.team
    assert was_saved(send(client, f"{TEAMS}add/", name="New team", manager=manager.pk))
    with scope(north.council):
        new = Team.objects.get(name="New team")
        assert new.manager == manager
    assert send(client, f"{TEAMS}add/", name="new TEAM").status_code == 422
    assert "young person is in this team" in text_of(send(client, f"{TEAMS}{old.pk}/close/"))
    assert was_saved(send(client, f"{TEAMS}{old.pk}/close/", into=new.pk))
    with scope(north.council):
        assert user_can(manager, Operation.AUTHORISE_PLAN, north.young_person)
    assert client.get(f"{TEAMS}{old.pk}/").status_code == 404
    assert was_saved(send(client, f"{TEAMS}{new.pk}/", name="Newer team", manager=north.manager.pk))
    assert "newer team" in text_of(client.get(TEAMS))


def test_duty_starts_and_ends(north, client):
    with scope(north.council):
        team, cover = north.young_person.team, DutyCover.objects.get(person=north.duty)
    assert was_saved(send(client, f"{DUTY}{cover.pk}/end/"))
    assert client.get(f"{DUTY}{cover.pk}/end/").status_code == 404
    until = (timezone.now() + timedelta(hours=3)).strftime("%Y-%m-%d %H:%M")
    assert was_saved(send(client, f"{DUTY}start/", team=team.pk, person=north.duty.pk, until=until))
    assert (
        send(client, f"{DUTY}start/", team=team.pk, person=north.worker.pk, until="2020-01-01 10:00").status_code == 422
    )
    assert "duty of northmoor" in text_of(client.get(DUTY))


@pytest.mark.parametrize("address", [LIST, TEAMS, DUTY])
def test_lists_cost_the_same_for_two_and_for_ten(north, client, address):
    counts = []
    for number in (2, 8):
        with scope(north.council):
            for _ in range(number):
                worker = make_person(Role.PERSONAL_ADVISER)
                team = Team.objects.create(name=f"Team of {worker.name}", manager=north.manager)
                make_young_person(team, worker=worker)
                DutyCover.objects.create(
                    team=team, person=worker, starts_at=timezone.now(), ends_at=timezone.now() + timedelta(hours=1)
                )
        client.get(address)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address).status_code == 200
        counts.append(len(queries))
    assert counts[0] == counts[1]
