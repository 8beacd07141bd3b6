"""What is due: for one young person, for everybody of a worker or manager, and how many."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from leavingwell.platform.councils.scope import scope
from leavingwell.platform.plans.models import Contact, Home, PlanRules
from leavingwell.platform.plans.services.contacts import record_contact
from leavingwell.platform.plans.services.reviewing import open_plan
from tests.api import ask, opaque
from tests.factories import Household, make_young_person

CLOCKS = (
    "query($kinds: [ClockKind!], $states: [ClockState!], $first: Int) { clocks(kinds: $kinds, states: $states, first: "
    "$first) { totalCount edges { node { preferredName workerName clock { kind state dueOn startedOn law } } } } }"
)
ALL = ["DONE", "OK", "SOON", "DUE", "OVERDUE"]


def ago(days: int) -> date:
    return timezone.localdate() - timedelta(days=days)


def moved(house: Household, days: int) -> None:
    young_person = house.young_person
    Home.objects.create(
        young_person=young_person, kind="U", description="A flat", moved_in_on=ago(days), recorded_by=house.worker
    )


def due(house: Household, who: str, **given: Any) -> list[tuple[str, str, str]]:
    found = ask(house.people[who], house.council, CLOCKS, **given)["data"]["clocks"]
    nodes = [edge["node"] for edge in found["edges"]]
    return [(one["preferredName"], one["clock"]["kind"], one["clock"]["state"]) for one in nodes]


def test_the_longest_due_comes_first(in_north: Household) -> None:
    moved(in_north, 10)
    record_contact(in_north.young_person, channel=Contact.Channel.CALL, summary="Hello", by=in_north.worker, on=ago(37))
    name = "Owner of northmoor"
    assert due(in_north, "worker") == [(name, "VISIT_AFTER_MOVE", "OVERDUE"), (name, "CONTACT", "DUE")]
    assert due(in_north, "manager", kinds=["CONTACT"]) == [(name, "CONTACT", "DUE")]
    assert due(in_north, "duty", states=["OVERDUE"]) == [(name, "VISIT_AFTER_MOVE", "OVERDUE")]
    kinds = [kind for _name, kind, _state in due(in_north, "worker", states=ALL)]
    assert kinds == ["VISIT_AFTER_MOVE", "CONTACT", "FIRST_PLAN"]


def test_a_visit_stops_the_clock_and_starts_the_next(in_north: Household) -> None:
    moved(in_north, 10)
    for channel, reached in (("call", True), ("visit", False)):  # neither is a visit
        record_contact(
            in_north.young_person, channel=Contact.Channel(channel), summary="-", by=in_north.worker, reached=reached
        )
    assert due(in_north, "worker", kinds=["VISIT_AFTER_MOVE"], states=["OVERDUE"])
    record_contact(in_north.young_person, channel=Contact.Channel.VISIT, summary="-", by=in_north.worker)
    states = due(in_north, "worker", kinds=["VISIT", "VISIT_AFTER_MOVE"], states=ALL)
    assert [(kind, state) for _name, kind, state in states] == [("VISIT_AFTER_MOVE", "DONE"), ("VISIT", "OK")]


def test_what_a_clock_says_of_itself(in_north: Household) -> None:
    moved(in_north, 1)
    found = ask(in_north.worker, in_north.council, CLOCKS, kinds=["VISIT_AFTER_MOVE"])["data"]["clocks"]
    (edge,) = found["edges"]
    assert edge["node"]["workerName"] == "Worker of northmoor"
    assert edge["node"]["clock"] == {
        "kind": "VISIT_AFTER_MOVE",
        "state": "DUE",
        "dueOn": ago(-6).isoformat(),
        "startedOn": ago(1).isoformat(),
        "law": "Care Leavers (England) Regulations 2010, regulation 8",
    }


def test_the_rules_of_the_day_on_which_the_clock_started(in_north: Household) -> None:
    PlanRules.objects.create(effective_from=date(2000, 1, 1), visit_after_move_days=14)
    PlanRules.objects.create(effective_from=ago(5), visit_after_move_days=3)
    moved(in_north, 10)
    assert due(in_north, "worker", kinds=["VISIT_AFTER_MOVE"])[0][2] == "DUE"


def test_everybody_counts_their_own(in_north: Household) -> None:
    moved(in_north, 10)
    query = "{ clockTotals { kind state count } }"
    for who in ("worker", "manager", "duty", "supervisor"):
        found = ask(in_north.people[who], in_north.council, query)["data"]["clockTotals"]
        assert {"kind": "VISIT_AFTER_MOVE", "state": "OVERDUE", "count": 1} in found
    found = ask(in_north.other_worker, in_north.council, query)["data"]["clockTotals"]
    assert "OVERDUE" not in [one["state"] for one in found]


def test_the_caseload_of_those_with_something_overdue(in_north: Household) -> None:
    moved(in_north, 10)
    open_plan(make_young_person(in_north.young_person.team, "Somebody else", worker=in_north.worker), by=None)
    query = "query($clock: ClockState) { caseload(clock: $clock) { edges { node { preferredName } } } }"

    def names(clock: str | None) -> set[str]:
        edges = ask(in_north.worker, in_north.council, query, clock=clock)["data"]["caseload"]["edges"]
        return {edge["node"]["preferredName"] for edge in edges}

    assert names("OVERDUE") == {"Owner of northmoor"}
    assert names(None) == {"Owner of northmoor", "Somebody else"}


def test_who_is_late_for_a_visit_comes_first_and_is_counted(in_north: Household) -> None:
    open_plan(make_young_person(in_north.young_person.team, "Aaron", worker=in_north.worker), by=None)
    query = "query($level: AttentionLevel) { caseload(level: $level) { totalCount edges { node { preferredName } } } }"

    def found(level: str | None, who: str = "worker") -> list[str]:
        answer = ask(in_north.people[who], in_north.council, query, level=level)["data"]["caseload"]
        names = [edge["node"]["preferredName"] for edge in answer["edges"]]
        assert answer["totalCount"] == len(names)
        return names

    assert found(None) == ["Aaron", "Owner of northmoor"]
    assert found("TODAY") == []
    moved(in_north, 10)
    assert found(None) == ["Owner of northmoor", "Aaron"]
    assert found("TODAY") == ["Owner of northmoor"]
    assert found("WEEK") == []
    assert found("TODAY", "other_worker") == []


def test_the_young_person_reads_their_own_clocks_and_a_supporter_none(in_north: Household) -> None:
    moved(in_north, 10)
    query = "query($id: ID!) { youngPerson(id: $id) { clocks { kind } } }"
    young_person = opaque("YoungPerson", in_north.young_person)
    for who, number in (("owner", 3), ("worker", 3), ("supporter", 0)):
        found = ask(in_north.people[who], in_north.council, query, id=young_person)["data"]["youngPerson"]["clocks"]
        assert len(found) == number, who


@pytest.mark.parametrize(
    ("who", "code"),
    [("owner", "NOT_ALLOWED"), ("supporter", "NOT_ALLOWED"), ("analyst", "NOT_ALLOWED"), (None, "UNAUTHENTICATED")],
)
def test_who_has_no_list(north: Household, who: str | None, code: str) -> None:
    person = north.people[who] if who else None
    for query in (CLOCKS, "{ clockTotals { count } }"):
        (error,) = ask(person, north.council, query)["errors"]
        assert error["extensions"]["code"] == code


def test_nothing_of_another_council(in_north: Household, east: Household) -> None:
    moved(in_north, 10)
    with scope(east.council):
        names = {name for name, _kind, _state in due(east, "manager", states=ALL)}
    assert names == {"Owner of eastmarsh"}


@pytest.mark.parametrize(("given", "said"), [({"first": -1}, "'first'"), ({"first": 101}, "'first'")])
def test_a_page_of_no_size(north: Household, given: dict[str, Any], said: str) -> None:
    answer = ask(north.worker, north.council, CLOCKS, **given)
    assert said in answer["errors"][0]["message"]


def test_the_lists_cost_the_same_for_two_and_for_ten(in_north: Household) -> None:
    contacts = "contacts(first: 3) { edges { node { summary } } }"
    listed = f"{{ caseload {{ edges {{ node {{ preferredName clocks {{ kind dueOn }} {contacts} }} }} }} }}"
    counts = []
    for number in (1, 8):
        for _each in range(number):
            another = make_young_person(in_north.young_person.team, worker=in_north.worker)
            open_plan(another, by=None)
        one_size = []
        for query in (CLOCKS, "{ clockTotals { count } }", listed):
            ask(in_north.worker, in_north.council, query)
            with CaptureQueriesContext(connection) as queries:
                answer = ask(in_north.worker, in_north.council, query)
            assert "errors" not in answer, answer
            one_size.append(len(queries))
        counts.append(one_size)
    assert counts[0] == counts[1]
