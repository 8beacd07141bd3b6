"""Who looked at a plan: noted once an hour, read by the young person and the team's manager alone."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import DatabaseError, connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from leavingwell.graphql import sights
from leavingwell.platform.access.services.allocating import allocate_worker
from leavingwell.platform.audit import seeing
from leavingwell.platform.audit.models import AuditEntry
from leavingwell.platform.audit.seeing import Seen, record_seen
from leavingwell.platform.councils.scope import scope
from leavingwell.platform.plans.services.actions import add_action
from tests.api import ask, client_of, opaque
from tests.factories import Household, make_young_person
from tests.platform.insight.past import finished

PAGE = "query($id: ID!) { youngPerson(id: $id) { preferredName plan { goals { words } } } }"
ANSWERS = "query($id: ID!) { youngPerson(id: $id) { responses { answers { comment } } } }"
LOG = """query($id: ID!, $after: String) { accessLog(youngPersonId: $id, first: 2, after: $after) {
  totalCount pageInfo { hasNextPage endCursor } edges { node { name role deed looked reason place at } } } }"""


def person_id(house: Household) -> str:
    with scope(house.council):
        return opaque("YoungPerson", house.young_person)


def look(house: Household, who: str, query: str = PAGE) -> dict[str, Any]:
    return ask(house.people[who], house.council, query, id=person_id(house))


def log(house: Household, who: str | None, at: Household | None = None, **more: Any) -> dict[str, Any]:
    place = at or house
    answer = ask(place.people[who] if who else None, place.council, LOG, id=person_id(house), **more)
    found: dict[str, Any] = answer["data"]["accessLog"]
    return found


def noted(house: Household) -> list[tuple[str, str]]:
    with scope(house.council):
        rows = AuditEntry.objects.filter(action__startswith="seen.").order_by("actor_name", "action")
        return list(rows.values_list("actor_name", "action"))


def test_whoever_looks_is_noted_once_an_hour_for_each_kind_of_thing(north: Household) -> None:
    for _again in range(3):
        look(north, "worker")
    look(north, "worker", ANSWERS)
    assert noted(north) == [(north.worker.name, f"seen.{kind}") for kind in ("answers", "page", "plan")]


def test_a_look_in_another_hour_is_noted_again(north: Household, monkeypatch: pytest.MonkeyPatch) -> None:
    look(north, "worker")
    later = timezone.now() + timedelta(hours=1)
    monkeypatch.setattr(seeing.timezone, "now", lambda: later)
    look(north, "worker")
    assert len(noted(north)) == 4


def test_a_note_of_a_look_says_who_whose_where_and_from_where(north: Household) -> None:
    look(north, "manager")
    with scope(north.council):
        entry = AuditEntry.objects.get(action="seen.plan")
        assert entry.young_person_id == north.young_person.pk
        assert (entry.actor_id, entry.actor_role) == (north.manager.pk, "team_manager")
        assert (entry.place, entry.address) == ("api", "127.0.0.1")


def test_nobody_is_noted_for_their_own_nor_for_what_they_could_not_see(north: Household, east: Household) -> None:
    look(north, "owner")
    look(north, "owner", ANSWERS)
    look(north, "other_worker")
    look(north, "other_owner")
    ask(east.worker, east.council, PAGE, id=person_id(north))
    ask(None, north.council, PAGE, id=person_id(north))
    assert noted(north) == []
    assert noted(east) == []


def test_a_list_of_names_is_no_look_but_plans_read_through_a_list_are(north: Household) -> None:
    ask(north.worker, north.council, "{ caseload(first: 10) { edges { node { preferredName state } } } }")
    ask(north.manager, north.council, "{ signOffQueue(first: 5) { edges { node { review { submittedAt } } } } }")
    assert noted(north) == []
    ask(north.worker, north.council, "{ caseload(first: 10) { edges { node { plan { goals { words } } } } } }")
    assert noted(north) == [(north.worker.name, "seen.plan")]


HELP = """{ caseload(wantsHelpWith: "HOME-03", first: 50) { edges { node { preferredName } } } }"""
NUMBER = """{ caseload(wantsHelpWith: "HOME-03", first: 0) { totalCount } }"""
NAMED = """{ insight(domain: "HOME") { questions { whoWantsHelp { preferredName } } } }"""


def wish(house: Household, number: int) -> None:
    """So many more young people want help at one question."""
    with scope(house.council):
        for _each in range(number):
            one = make_young_person(house.young_person.team, worker=house.worker)
            finished(one, "sometimes", timezone.localdate()).answers.update(wants_help=True)


@pytest.mark.parametrize("query", [HELP, NUMBER, NAMED])
def test_who_wants_help_with_what_is_an_answer_that_was_read(north: Household, query: str) -> None:
    wish(north, 2)
    with scope(north.council):
        make_young_person(north.young_person.team, worker=north.worker)
    ask(north.analyst, north.council, NAMED)
    ask(north.worker, north.council, HELP.replace('wantsHelpWith: "HOME-03", ', ""))
    ask(north.worker, north.council, NAMED.replace("whoWantsHelp { preferredName }", "total"))
    assert noted(north) == []
    ask(north.worker, north.council, query)
    assert noted(north) == [(north.worker.name, "seen.answers")] * 2


@pytest.mark.parametrize("query", [HELP, NAMED])
def test_noting_many_who_want_help_costs_as_much_as_noting_two(north: Household, query: str) -> None:
    costs = []
    for number in (2, 8):
        wish(north, number)
        ask(north.worker, north.council, "{ caseload { edges { node { id } } } }")  # what is kept is read by now
        with CaptureQueriesContext(connection) as queries:
            ask(north.worker, north.council, query)
        costs.append(len(queries))
    assert costs[0] == costs[1]
    assert len(noted(north)) == 10


def test_of_a_review_its_days_are_no_look_and_its_words_are(north: Household) -> None:
    dates = "query($id: ID!) { youngPerson(id: $id) { plan { review { number dueOn } } } }"
    look(north, "worker", dates)
    assert noted(north) == [(north.worker.name, "seen.page")]
    hidden = (
        "query($id: ID!) { youngPerson(id: $id) { plan { review { ...W } } } } fragment W on Review { returnReason }"
    )
    look(north, "worker", hidden)
    assert (north.worker.name, "seen.plan") in noted(north)


@pytest.mark.parametrize("number", [2, 10])
def test_noting_is_one_insert_however_many_plans_are_read(
    north: Household, number: int, django_assert_num_queries: Any
) -> None:
    with scope(north.council):
        people = [make_young_person(north.young_person.team, worker=north.worker) for _each in range(number)]
        sights_seen = [(one.pk, Seen.PLAN) for one in people]
        with django_assert_num_queries(1):
            record_seen(north.worker, sights_seen)
        with django_assert_num_queries(0):
            record_seen(north.worker, [])


def test_a_look_that_cannot_be_noted_shows_nothing(north: Household, monkeypatch: pytest.MonkeyPatch) -> None:
    def down(*_given: Any) -> None:
        raise DatabaseError("down")

    monkeypatch.setattr(sights, "record_seen", down)
    visitor = client_of(north.worker, north.council)
    visitor.raise_request_exception = False
    answer = visitor.post(
        "/graphql/", {"query": PAGE, "variables": {"id": person_id(north)}}, content_type="application/json"
    )
    assert answer.status_code >= 500
    assert north.owner.name not in answer.content.decode()


def test_the_young_person_reads_in_plain_words_who_looked_and_who_changed(north: Household) -> None:
    look(north, "worker", ANSWERS)
    with scope(north.council):
        add_action(north.plan, title="Secret words", by=north.worker, language="en")
    found = log(north, "owner")
    nodes = [edge["node"] for edge in found["edges"]]
    assert nodes[0]["deed"] == "put something on the to-do list"
    assert nodes[1]["deed"] in ("looked at your page", "looked at your answers")  # both at the same moment
    assert {node["name"] for node in nodes} == {north.worker.name}
    assert nodes[0]["role"] == "personal_adviser"
    assert [node["looked"] for node in nodes] == [False, True]
    assert "Secret words" not in str(found)


def test_it_comes_newest_first_and_in_pages(north: Household) -> None:
    for who in ("worker", "manager", "duty", "supervisor"):
        look(north, who)
    first = log(north, "owner")
    assert first["pageInfo"]["hasNextPage"]
    second = log(north, "owner", after=first["pageInfo"]["endCursor"])
    times = [edge["node"]["at"] for edge in first["edges"] + second["edges"]]
    assert times == sorted(times, reverse=True)
    assert len(times) == 4


def test_the_manager_reads_what_staff_did_and_not_what_the_young_person_or_supporters_did(north: Household) -> None:
    look(north, "worker")
    look(north, "supporter")
    with scope(north.council):
        add_action(north.plan, title="Mine", by=north.owner, language="en")
    seen = [edge["node"]["name"] for edge in log(north, "manager")["edges"]]
    assert north.worker.name in seen
    assert not {north.owner.name, north.supporter.name} & set(seen)
    assert north.supporter.name in str([log(north, "owner")["edges"], look(north, "owner", LOG)])


@pytest.mark.parametrize("who", ["worker", "duty", "supervisor", "supporter", "other_owner", "other_worker", "admin"])
def test_nobody_else_of_the_council_reads_it(north: Household, who: str) -> None:
    look(north, "manager")
    assert log(north, who)["totalCount"] == 0


def test_nor_does_another_council_or_a_visitor(north: Household, east: Household) -> None:
    look(north, "worker")
    for who in ("owner", "manager", "admin"):
        assert log(north, who, at=east)["totalCount"] == 0
    assert log(north, None)["totalCount"] == 0


def test_a_former_manager_and_nonsense_read_nothing(north: Household) -> None:
    look(north, "worker")
    answer = ask(north.owner, north.council, LOG, id="nonsense")
    assert answer["data"]["accessLog"]["totalCount"] == 0
    with scope(north.council):
        allocate_worker(north.young_person, north.other_worker, by=north.manager)
    assert log(north, "worker")["totalCount"] == 0


def test_reading_the_log_costs_the_same_for_two_entries_and_for_ten(north: Household) -> None:
    whole = LOG.replace("first: 2", "first: 50")
    costs = []
    log(north, "owner")  # what is asked for but once in a process
    for number in (2, 8):
        with scope(north.council):
            for _each in range(number):
                add_action(north.plan, title="One more", by=north.worker, language="en")
        identity = person_id(north)
        with CaptureQueriesContext(connection) as queries:
            ask(north.owner, north.council, whole, id=identity)
        costs.append(len(queries))
    assert costs[0] == costs[1]
