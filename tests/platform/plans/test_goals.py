"""Goals: whose words they are, how they change and how they end."""

from datetime import date
from typing import Any

import pytest

from leavingwell.platform.audit.models import AuditEntry
from leavingwell.platform.councils.scope import scope
from leavingwell.platform.plans.models import Goal
from leavingwell.platform.plans.services.goals import add_goal
from tests.api import ask, codes, do, opaque
from tests.factories import Household

FIELDS = """... on Goal {
    id words contingency term state finishedBecause version mayChangeWords permissions addedBy { name }
}"""


def goal_of(house: Household, who: str = "owner", **given: Any) -> str:
    with scope(house.council):
        given = {"words": "A warm room", "language": "en", **given}
        return opaque("Goal", add_goal(house.plan, by=house.people[who], **given))


def change(house: Household, who: str, goal: str, **given: Any) -> dict[str, Any]:
    return do(house.people[who], house.council, "updateGoal", FIELDS, goalId=goal, **given)


def finish(house: Household, who: str, goal: str, end: str = "REACHED", **given: Any) -> dict[str, Any]:
    return do(house.people[who], house.council, "finishGoal", FIELDS, goalId=goal, end=end, **given)


def reopen(house: Household, who: str, goal: str, **given: Any) -> dict[str, Any]:
    return do(house.people[who], house.council, "reopenGoal", FIELDS, goalId=goal, **given)


def test_soon_or_later_and_who_wrote_it_down(north: Household) -> None:
    with scope(north.council):
        plan = opaque("Plan", north.plan)
    given = {"planId": plan, "words": "My own flat", "term": "LONG"}
    added = do(north.worker, north.council, "addGoal", FIELDS, **given)
    assert (added["term"], added["addedBy"]) == ("LONG", {"name": north.worker.name})
    assert added["mayChangeWords"]
    assert set(added["permissions"]) == {"UPDATE_GOAL", "FINISH_GOAL"}


def test_the_young_person_changes_all_of_it(north: Household) -> None:
    goal = goal_of(north, "worker")
    changed = change(
        north, "owner", goal, words="A room of my own", contingency="Ask again", term="LONG", expectedVersion=0
    )
    assert (changed["words"], changed["contingency"], changed["term"], changed["version"]) == (
        "A room of my own",
        "Ask again",
        "LONG",
        1,
    )
    with scope(north.council):
        entry = AuditEntry.objects.get(action="goal.changed")
    assert entry.changes["words"] == ["A warm room", "A room of my own"]


def test_nobody_changes_somebody_elses_words(north: Household) -> None:
    goal = goal_of(north)
    assert codes(change(north, "worker", goal, words="Tidied")) == [("NOT_ALLOWED", "words")]
    assert codes(change(north, "duty", goal_of(north, "worker"), words="Tidied")) == [("NOT_ALLOWED", "words")]
    with scope(north.council):
        assert set(Goal.objects.values_list("words", flat=True)) == {"A warm room"}


def test_a_worker_changes_the_rest_and_their_own_words(north: Household) -> None:
    changed = change(north, "worker", goal_of(north), contingency="A heater", words="A warm room")
    assert (changed["contingency"], changed["mayChangeWords"]) == ("A heater", False)
    assert change(north, "worker", goal_of(north, "worker"), words="Better said")["words"] == "Better said"


def test_a_day_can_be_taken_away(north: Household) -> None:
    goal = goal_of(north, wanted_by=date(2027, 1, 2))
    fields = "... on Goal { wantedBy }"
    for given, wanted_by in (({"contingency": "Ask"}, "2027-01-02"), ({"wantedBy": None}, None)):
        assert do(north.owner, north.council, "updateGoal", fields, goalId=goal, **given)["wantedBy"] == wanted_by


def test_a_stale_version_shows_both_texts(north: Household) -> None:
    goal = goal_of(north)
    change(north, "owner", goal, contingency="First", expectedVersion=0)
    query = (
        "mutation($input: UpdateGoalInput!) { updateGoal(input: $input) "
        "{ ... on Problems { problems { code field theirs } } } }"
    )
    given = {"goalId": goal, "contingency": "Second", "expectedVersion": 0}
    found = ask(north.worker, north.council, query, input=given)["data"]["updateGoal"]["problems"]
    assert found == [
        {"code": "STALE_VERSION", "field": "expectedVersion", "theirs": None},
        {"code": "STALE_VERSION", "field": "contingency", "theirs": "First"},
    ]
    for refused in (finish(north, "owner", goal, expectedVersion=0), reopen(north, "owner", goal, expectedVersion=0)):
        assert codes(refused)[0] == ("STALE_VERSION", "expectedVersion")


def test_reaching_and_taking_up_again(north: Household) -> None:
    goal = goal_of(north)
    reached = finish(north, "owner", goal, because="My nan helped")
    assert (reached["state"], reached["finishedBecause"]) == ("REACHED", "My nan helped")
    assert set(reached["permissions"]) == {"UPDATE_GOAL", "REOPEN_GOAL"}
    assert codes(finish(north, "worker", goal, "DROPPED", because="No")) == [("WRONG_STATE", None)]
    again = reopen(north, "owner", goal)
    assert (again["state"], again["finishedBecause"]) == ("OPEN", "")
    assert codes(reopen(north, "worker", goal)) == [("WRONG_STATE", None)]
    with scope(north.council):
        entry = AuditEntry.objects.get(action="goal.reopened")
    assert entry.changes["finished_because"] == ["My nan helped", ""]


def test_dropping_needs_a_reason(north: Household) -> None:
    goal = goal_of(north)
    assert codes(finish(north, "owner", goal, "DROPPED")) == [("INVALID", "because")]
    assert codes(finish(north, "owner", goal, "DROPPED", because="  ")) == [("INVALID", "because")]
    assert finish(north, "owner", goal, "DROPPED", because="I want a flat now")["state"] == "DROPPED"


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ({"words": "  "}, ("INVALID", "words")),
        ({"words": "x" * 501}, ("TOO_LARGE", "words")),
        ({"contingency": "x" * 1001}, ("TOO_LARGE", "contingency")),
        ({"domain": "NOPE"}, ("NOT_FOUND", "domain")),
    ],
)
def test_what_is_faulty_is_named(north: Household, given: dict[str, Any], problem: tuple[str, str]) -> None:
    assert codes(change(north, "owner", goal_of(north), **given)) == [problem]


def test_too_long_a_reason(north: Household) -> None:
    goal = goal_of(north)
    for end in ("REACHED", "DROPPED"):
        assert codes(finish(north, "owner", goal, end, because="x" * 501)) == [("TOO_LARGE", "because")]


@pytest.mark.parametrize("act", [change, finish, reopen])
def test_outsiders_find_nothing_and_supporters_may_not(north: Household, east: Household, act: Any) -> None:
    goal = goal_of(north)
    for house, who in ((north, "other_owner"), (north, "other_worker"), (east, "owner"), (east, "worker")):
        assert codes(act(house, who, goal)) == [("NOT_FOUND", "goalId")]
    for who in ("supporter", "manager", "supervisor"):
        assert codes(act(north, who, goal)) == [("NOT_ALLOWED", None)]
    nobody = ask(None, north.council, f'mutation {{ reopenGoal(input: {{goalId: "{goal}"}}) {{ __typename }} }}')
    assert nobody["data"]["reopenGoal"] == {"__typename": "Problems"}
