"""Who decides on a plan has read it as it stands: what is written while it waits makes another version of it."""

from typing import Any

import pytest

from leavingwell.platform.councils.scope import scope
from leavingwell.platform.people.roles import Role
from leavingwell.platform.plans.models import PlanRules
from leavingwell.platform.plans.services.goals import add_goal
from leavingwell.platform.plans.services.homes import Move, record_move
from tests.api import ask, codes, do, opaque
from tests.factories import Household, make_person
from tests.platform.plans.asking import act, plan_of, state, version

WRITES: dict[str, dict[str, Any]] = {
    "addGoal": {"words": "A flat by the sea"},
    "addAction": {"title": "Ring the landlord"},
    "addComment": {"body": "One more thing"},
    "recordAttempt": {"channel": "CALL", "outcome": "No answer"},
}


def written(house: Household, mutation: str, who: str = "worker") -> None:
    done = do(house.people[who], house.council, mutation, "", planId=plan_of(house), **WRITES[mutation])
    assert done["__typename"] != "Problems", done


def person_of(house: Household) -> str:
    with scope(house.council):
        return opaque("YoungPerson", house.young_person)


@pytest.mark.parametrize("mutation", list(WRITES))
def test_what_is_written_while_it_waits_is_not_signed_unread(north: Household, mutation: str) -> None:
    act(north, "worker", "submitPlan")
    read = version(north)
    written(north, mutation)
    refused = act(north, "manager", "authorisePlan", expectedVersion=read)
    assert codes(refused) == [("STALE_VERSION", "expectedVersion")]
    assert state(north) == "submitted"
    assert act(north, "manager", "authorisePlan", expectedVersion=read + 1)["status"] == "CURRENT"


def test_a_changed_goal_and_a_move_are_told_in_words(north: Household) -> None:
    with scope(north.council):
        goal = opaque("Goal", add_goal(north.plan, words="Garden", by=north.worker, language="en"))
    act(north, "worker", "submitPlan")
    read = version(north)
    do(north.worker, north.council, "updateGoal", "", goalId=goal, contingency="Sell the flat")
    with scope(north.council):
        record_move(north.young_person, Move("U", "A flat"), by=north.worker)
    refused = act(north, "manager", "authorisePlan", expectedVersion=read)
    assert refused["problems"][0]["message"] == (
        f"The plan has changed since you opened it: {north.worker.name}: changed the goals; "
        f"{north.worker.name}: noted something about the home. Look at it again."
    )


def test_what_others_read_alone_and_what_was_only_seen_changes_nothing(north: Household) -> None:
    act(north, "worker", "submitPlan")
    read = version(north)
    query = "query($id: ID!) { plan(id: $id) { goals { id } comments { totalCount } } }"
    ask(north.worker, north.council, query, id=plan_of(north))
    given = {"youngPersonId": person_of(north), "channel": "CALL", "summary": "Spoke"}
    assert do(north.worker, north.council, "recordContact", "", **given)["__typename"] == "Contact"
    assert version(north) == read


def test_nothing_is_counted_while_it_is_worked_on_or_once_it_is_agreed(north: Household) -> None:
    read = version(north)
    written(north, "addGoal")
    assert version(north) == read
    act(north, "worker", "submitPlan")
    act(north, "manager", "authorisePlan")
    read = version(north)
    written(north, "addAction", "owner")
    assert version(north) == read


def test_a_hand_over_of_the_worker_counts(north: Household) -> None:
    act(north, "worker", "submitPlan")
    read = version(north)
    with scope(north.council):
        worker = opaque("Person", make_person(Role.PERSONAL_ADVISER))
    given = {"youngPersonId": person_of(north), "workerId": worker}
    assert do(north.manager, north.council, "allocateWorker", "", **given)["__typename"] == "YoungPerson"
    refused = act(north, "manager", "authorisePlan", expectedVersion=read)
    assert "chose the personal adviser" in refused["problems"][0]["message"]


def test_who_does_not_say_what_they_read_decides_nothing(north: Household) -> None:
    act(north, "worker", "submitPlan")
    missing = [("INVALID", "expectedVersion")]
    assert codes(act(north, "manager", "authorisePlan", expectedVersion=None)) == missing
    assert state(north) == "submitted"
    assert act(north, "manager", "returnPlan", reason="More")["status"] == "RETURNED"  # signs nothing


def test_the_same_for_a_quality_check(north: Household) -> None:
    with scope(north.council):
        PlanRules.objects.create(quality_check=True)
    act(north, "worker", "submitPlan")
    read = version(north)
    written(north, "addComment", "owner")
    for given, problem in ((None, "INVALID"), (read, "STALE_VERSION")):
        refused = act(north, "supervisor", "checkQuality", passOn=True, expectedVersion=given)
        assert codes(refused) == [(problem, "expectedVersion")]
    assert act(north, "supervisor", "checkQuality", passOn=True, expectedVersion=read + 1)["status"] == "SUBMITTED"


def test_another_young_persons_plan_stays_as_it_was(north: Household, east: Household) -> None:
    act(north, "worker", "submitPlan")
    act(east, "worker", "submitPlan")
    read = version(north)
    written(east, "addGoal")
    with scope(north.council):
        given = {"planId": opaque("Plan", north.other_young_person.plan), "words": "Work"}
    assert do(north.other_worker, north.council, "addGoal", "", **given)["__typename"] == "Goal"
    assert version(north) == read
