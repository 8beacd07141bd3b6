"""Colleagues, teams and hand-overs over the API."""

from datetime import timedelta
from uuid import uuid4

import pytest
from allauth.mfa.models import Authenticator
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from leavingwell.platform.access.services.covering import start_duty_cover
from leavingwell.platform.access.services.managing import set_manager
from leavingwell.platform.access.services.teams import add_team
from leavingwell.platform.councils.scope import scope
from leavingwell.platform.people.models import Person, Team
from leavingwell.platform.people.roles import Role
from tests.api import ask, codes, do, opaque
from tests.factories import Household, make_person, make_young_person

STAFF = """query($search: String, $role: Role, $team: ID, $left: Boolean) {
  staff(search: $search, role: $role, teamId: $team, hasLeft: $left, first: 100) { totalCount edges { node {
    id name role email lastSignInAt hasSecondStep caseload team teamId leftOn person { id name phone } } } } }"""
TEAMS = """{ teams { id name size withoutWorker closedOn manager { name } practiceSupervisor { name }
  covers { id startsAt endsAt team person { name } } } }"""
HISTORY = """query($id: ID!) { youngPerson(id: $id) {
  allocations { startsOn endsOn worker { name } } teamHistory { team startsOn endsOn } } }"""
WAITING = "{ withoutWorker { totalCount edges { node { id preferredName team: person { name } } } } }"


def names(answer: dict) -> list[str]:  # type: ignore[type-arg]
    return [edge["node"]["name"] for edge in answer["data"]["staff"]["edges"]]


def person_id(person: Person) -> str:
    return opaque("Person", person)


def owner_of(house: Household) -> str:
    with scope(house.council):
        return opaque("YoungPerson", house.young_person)


def test_who_works_here_and_how_they_sign_in(north: Household) -> None:
    Authenticator.objects.create(user=north.worker.user, type="totp", data={})
    Authenticator.objects.create(user=north.analyst.user, type="recovery_codes", data={})
    nodes = [edge["node"] for edge in ask(north.admin, north.council, STAFF)["data"]["staff"]["edges"]]
    found = {node["name"]: node for node in nodes}
    assert len(found) == 10
    worker = found[north.worker.name]
    assert worker["email"] == north.worker.user.email  # type: ignore[union-attr]
    assert (worker["role"], worker["caseload"], worker["hasSecondStep"]) == ("personal_adviser", 1, True)
    assert not found[north.analyst.name]["hasSecondStep"]
    assert not any("eastmarsh" in str(node) for node in nodes)


def test_the_list_is_searched_and_narrowed(north: Household, east: Household) -> None:
    with scope(north.council):
        team = Team.objects.get(name="Team of northmoor")
        Person.objects.filter(pk=north.worker.pk).update(team=team)
    assert names(ask(north.manager, north.council, STAFF, search="ANALYST")) == [north.analyst.name]
    assert len(names(ask(north.manager, north.council, STAFF, role="personal_adviser"))) == 2
    assert names(ask(north.manager, north.council, STAFF, team=opaque("Team", team))) == [north.worker.name]
    for unknown in ("none", opaque("Team", north.worker)):
        assert names(ask(north.manager, north.council, STAFF, team=unknown)) == []
    do(north.admin, north.council, "removeStaff", "", personId=person_id(north.analyst))
    assert names(ask(north.admin, north.council, STAFF, left=True)) == [north.analyst.name]
    assert north.analyst.name not in names(ask(north.admin, north.council, STAFF))


def test_teams_say_how_they_stand(north: Household) -> None:
    with scope(north.council):
        make_young_person(north.young_person.team)
    team = {one["name"]: one for one in ask(north.manager, north.council, TEAMS)["data"]["teams"]}["Team of northmoor"]
    assert (team["size"], team["withoutWorker"]) == (2, 1)
    assert team["manager"] == {"name": north.manager.name}
    assert [cover["person"]["name"] for cover in team["covers"]] == [north.duty.name]
    for_analyst = ask(north.analyst, north.council, TEAMS)["data"]["teams"][0]
    assert (for_analyst["size"], for_analyst["withoutWorker"]) == (None, None)


def test_who_waits_for_a_worker_is_on_the_managers_list_alone(north: Household) -> None:
    with scope(north.council):
        alone = make_young_person(north.young_person.team, "Alone")
    found = ask(north.manager, north.council, WAITING)["data"]["withoutWorker"]
    assert [edge["node"]["preferredName"] for edge in found["edges"]] == ["Alone"]
    for who in ("supervisor", "duty", "other_worker"):
        assert ask(north.people[who], north.council, WAITING)["data"]["withoutWorker"]["totalCount"] == 0
    given = {"youngPersonId": opaque("YoungPerson", alone), "workerId": person_id(north.worker)}
    do(north.manager, north.council, "allocateWorker", "", expectedWorkerId=None, **given)
    assert ask(north.manager, north.council, WAITING)["data"]["withoutWorker"]["totalCount"] == 0


@pytest.mark.parametrize(("who", "sees"), [("owner", True), ("worker", True), ("manager", True), ("supporter", False)])
def test_the_history_of_workers_and_teams(north: Household, who: str, sees: bool) -> None:
    given = {"youngPersonId": owner_of(north), "workerId": person_id(north.other_worker)}
    do(north.manager, north.council, "allocateWorker", "", **given)
    do(north.manager, north.council, "allocateWorker", "", **{**given, "workerId": person_id(north.worker)})
    found = ask(north.people[who], north.council, HISTORY, id=owner_of(north))["data"]["youngPerson"]
    workers = [(one["worker"]["name"], one["endsOn"] is None) for one in found["allocations"]]
    expected = [(north.worker.name, True), (north.other_worker.name, False), (north.worker.name, False)]
    assert workers == (expected if sees else [])
    assert [one["team"] for one in found["teamHistory"]] == (["Team of northmoor"] if sees else [])


def test_a_repeated_move_is_done_once_even_by_a_manager_who_has_lost_them(north: Household) -> None:
    with scope(north.council):
        team = Team.objects.get(name="Other team of northmoor")
        set_manager(team, make_person(Role.TEAM_MANAGER), by=None)
    given = {"youngPersonId": owner_of(north), "teamId": opaque("Team", team), "requestId": str(uuid4())}
    fields = "... on TimeWithTeam { id team endsOn }"
    first = do(north.manager, north.council, "moveToTeam", fields, **given)
    assert first["team"] == "Other team of northmoor"
    assert do(north.manager, north.council, "moveToTeam", fields, **given) == first
    again = do(north.manager, north.council, "moveToTeam", fields, **{**given, "requestId": str(uuid4())})
    assert codes(again) == [("NOT_FOUND", "youngPersonId")]


def test_a_manager_hands_over_their_own_teams_young_people_alone(north: Household) -> None:
    with scope(north.council):
        elsewhere = make_young_person(north.other_young_person.team, worker=north.worker)
        third = make_person(Role.PERSONAL_ADVISER)
    given = {"fromId": person_id(north.worker), "workerId": person_id(third)}
    done = do(north.manager, north.council, "handOverCaseload", "... on StaffMember { caseload }", **given)
    assert done["caseload"] == 1
    with scope(north.council):
        assert elsewhere.allocations.get(ends_on=None).worker == north.worker
    assert (
        do(north.admin, north.council, "handOverCaseload", "... on StaffMember { caseload }", **given)["caseload"] == 0
    )


def test_a_manager_says_who_covers_for_their_own_team_alone(north: Household) -> None:
    with scope(north.council):
        theirs, other = north.young_person.team, add_team("Far team", by=None)
        cover = start_duty_cover(north.duty, other, until=timezone.now() + timedelta(hours=1), by=None)
    until = (timezone.now() + timedelta(hours=2)).isoformat()
    given = {"personId": person_id(north.worker), "until": until}
    refused = do(north.manager, north.council, "startDutyCover", "", teamId=opaque("Team", other), **given)
    assert codes(refused) == [("NOT_ALLOWED", None)]
    refused = do(north.manager, north.council, "endDutyCover", "", dutyCoverId=opaque("DutyCover", cover))
    assert codes(refused) == [("NOT_ALLOWED", None)]
    made = do(
        north.manager,
        north.council,
        "startDutyCover",
        "... on DutyCover { id }",
        teamId=opaque("Team", theirs),
        **given,
    )
    ended = do(north.manager, north.council, "endDutyCover", "... on DutyCover { endsAt }", dutyCoverId=made["id"])
    assert ended["endsAt"] < until
    again = do(north.manager, north.council, "endDutyCover", "", dutyCoverId=made["id"])
    assert codes(again) == [("WRONG_STATE", None)]


def test_a_colleague_comes_changes_and_goes(north: Household) -> None:
    fields = "... on StaffMember { name role team person { id } lastSignInAt leftOn }"
    with scope(north.council):
        team = opaque("Team", north.young_person.team)
    new = {"name": "Nell", "email": "nell@example.org", "role": "analyst", "teamId": team}
    made = do(north.admin, north.council, "inviteStaff", fields, **new)
    assert (made["role"], made["team"], made["lastSignInAt"]) == ("analyst", "Team of northmoor", None)
    who = made["person"]["id"]
    changed = do(north.admin, north.council, "changeStaff", fields, personId=who, role="translator")
    assert (changed["name"], changed["role"], changed["team"]) == ("Nell", "translator", "Team of northmoor")
    assert do(north.admin, north.council, "changeStaff", fields, personId=who, teamId=None)["team"] is None
    gone = do(north.admin, north.council, "removeStaff", fields, personId=who)
    assert gone["leftOn"] == timezone.localdate().isoformat()


@pytest.mark.parametrize("mutation", ["removeStaff", "changeStaff"])
@pytest.mark.parametrize("whom", ["owner", "supporter", "elsewhere", "nonsense", ""])
def test_only_a_colleague_of_this_council_can_be_named(
    north: Household, east: Household, mutation: str, whom: str
) -> None:
    people = {**north.people, "elsewhere": east.worker}
    given = person_id(people[whom]) if whom in people else whom
    assert codes(do(north.admin, north.council, mutation, "", personId=given)) == [("NOT_FOUND", "personId")]


@pytest.mark.parametrize("field", ["workerId", "managerId", "supervisorId"])
def test_no_heir_of_another_council(north: Household, east: Household, field: str) -> None:
    given = {"personId": person_id(north.analyst), field: person_id(east.people["other_worker"])}
    assert codes(do(north.admin, north.council, "removeStaff", "", **given)) == [("NOT_FOUND", field)]


def test_national_roles_and_ones_own_are_refused(north: Household) -> None:
    given = {"personId": person_id(north.analyst), "role": "operator"}
    assert codes(do(north.admin, north.council, "changeStaff", "", **given)) == [("NOT_ALLOWED", "role")]
    given = {"personId": person_id(north.admin), "role": "analyst"}
    assert codes(do(north.admin, north.council, "changeStaff", "", **given)) == [("NOT_ALLOWED", "role")]


@pytest.mark.parametrize("query", [STAFF, TEAMS, WAITING, "caseload"])
def test_constant(north: Household, query: str) -> None:
    if query == "caseload":
        query = "{ caseload { edges { node { allocations { worker { name } } teamHistory { team } } } } }"
    counts = []
    for number in (2, 8):
        with scope(north.council):
            for _ in range(number):
                worker = make_person(Role.PERSONAL_ADVISER)
                team = add_team(f"Team {worker.name}", by=None)
                set_manager(team, north.manager, by=None)
                make_young_person(team, worker=worker)
                make_young_person(team)
                start_duty_cover(worker, team, until=timezone.now() + timedelta(hours=1), by=None)
        ask(north.manager, north.council, query)  # what is kept is read by now
        with CaptureQueriesContext(connection) as queries:
            answer = ask(north.manager, north.council, query)
        assert "errors" not in answer, answer
        counts.append(len(queries))
    assert counts[0] == counts[1], [query["sql"][:200] for query in queries]
