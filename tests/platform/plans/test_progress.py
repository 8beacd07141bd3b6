"""What is next, who owes what, how far each goal is, and what went well."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from leavingwell.platform.councils.scope import scope
from leavingwell.platform.plans.models import Action, Comment, Goal
from leavingwell.platform.plans.services.actions import ActionChanges, add_action, complete_action, update_action
from leavingwell.platform.plans.services.comments import add_comment
from leavingwell.platform.plans.services.finishing_goals import reach_goal
from leavingwell.platform.plans.services.goals import add_goal
from tests.api import ask, codes, do, opaque
from tests.factories import Household

SUPPORTERS = Comment.Audience.SUPPORTERS
QUERY = """query($id: ID!) { plan(id: $id) {
    goalProgress { goalId done open stuck yours theirs late next { turn late action { title owners { name } } } }
    whatIsNext { turn late action { title threads { first { body } } hints { code } addedBy { name } } }
    owed { person { name } open stuck late next { action { title } } }
    goals { id threads { first { body readBy { person { name } } } } }
    actions { edges { node { id hints { code } threads { first { body } } } } }
    threads { first { body } }
    unreadComments
    wentWell { kind what said by { name } }
} }"""


def plan_of(house: Household, who: str) -> dict[str, Any]:
    with scope(house.council):
        plan = opaque("Plan", house.plan)
    answer = ask(house.people[who], house.council, QUERY, id=plan)
    assert "errors" not in answer, answer
    found: dict[str, Any] = answer["data"]["plan"]
    return found


def to_do(house: Household, title: str, days: int | None, *owners: str, goal: Goal | None = None) -> Action:
    due_on = None if days is None else timezone.localdate() + timedelta(days=days)
    owner_ids = [house.people[owner].pk for owner in owners]
    return add_action(
        house.plan, title=title, by=house.owner, language="en", due_on=due_on, owner_ids=owner_ids, goal=goal
    )


def fill(house: Household) -> Goal:
    goal = add_goal(house.plan, words="A flat", domain="HOME", by=house.owner, language="en")
    to_do(house, "Find a list", 9, "worker", goal=goal)
    to_do(house, "Ring them", -2, "owner", goal=goal)
    to_do(house, "Go and see it", None, "owner", "worker", goal=goal)
    complete_action(to_do(house, "Save a deposit", 1, "owner", goal=goal), by=house.owner)
    stuck = to_do(house, "Ask for a letter", -9, "worker", goal=goal)
    update_action(stuck, ActionChanges(status=Action.Status.STUCK, reason="No answer"), by=house.worker)
    return goal


def test_one_query_tells_it_all(north: Household) -> None:
    with scope(north.council):
        goal = fill(north)
    plan = plan_of(north, "owner")
    [progress] = plan["goalProgress"]
    assert progress.pop("goalId") == opaque("Goal", goal)
    assert progress.pop("next") == {
        "turn": "YOURS",
        "late": True,
        "action": {"title": "Ring them", "owners": [{"name": north.owner.name}]},
    }
    assert progress == {"done": 1, "open": 3, "stuck": 1, "yours": 2, "theirs": 3, "late": 2}
    titles = [(one["action"]["title"], one["turn"], one["late"]) for one in plan["whatIsNext"]]
    assert titles == [("Ring them", "YOURS", True), ("Find a list", "THEIRS", False), ("Go and see it", "BOTH", False)]
    owed = [(one["person"]["name"], one["open"], one["stuck"], one["late"]) for one in plan["owed"]]
    assert owed == [(north.owner.name, 2, 0, 1), (north.worker.name, 2, 1, 1)]
    assert plan_of(north, "worker")["owed"][0]["person"]["name"] == north.worker.name


STEPS = "goals { id addedBy { id } actions { id status dueOn addedAt owners { id } } }"
ID_ALONE = "goalProgress { done open stuck yours theirs late next { turn late action { id } } }"
MORE = "goalProgress { done open stuck yours theirs late next { turn late action { id title domain { code } } } }"


def progress_of(house: Household, who: str, asked: str) -> tuple[list[dict[str, Any]], int]:
    """What is told of the goals, with how many queries it took."""
    with scope(house.council):
        plan = opaque("Plan", house.plan)
    document = f"query($id: ID!) {{ plan(id: $id) {{ {asked} }} }}"
    ask(house.people[who], house.council, document, id=plan)
    with CaptureQueriesContext(connection) as queries:
        found = ask(house.people[who], house.council, document, id=plan)["data"]["plan"]["goalProgress"]
    for one in found:
        (one["next"] or {"action": {}})["action"] = one["next"] and one["next"]["action"]["id"]
    return found, len(queries)


@pytest.mark.parametrize("who", ["owner", "worker", "supporter"])
def test_beside_the_steps_themselves_it_reads_none_again(north: Household, who: str) -> None:
    with scope(north.council):
        fill(north)
    alone, _queries = progress_of(north, who, ID_ALONE)
    beside, few = progress_of(north, who, STEPS + ID_ALONE)
    assert beside == alone
    more, many = progress_of(north, who, STEPS + MORE)
    assert more == alone
    assert many > few or who == "supporter"
    assert progress_of(north, who, "goals { id actions { id title } }" + ID_ALONE)[0] == alone


def test_a_supporter_is_told_of_their_parts_alone(north: Household) -> None:
    with scope(north.council):
        fill(north)
    plan = plan_of(north, "supporter")  # let in to goals, not to the to-do list
    assert (plan["whatIsNext"], plan["owed"], plan["wentWell"]) == ([], [], [])
    assert [one["next"] for one in plan["goalProgress"]] == [None]


def test_how_many_are_asked_for(north: Household) -> None:
    with scope(north.council):
        fill(north)
        plan = opaque("Plan", north.plan)
    query = "query($id: ID!, $first: Int!) { plan(id: $id) { whatIsNext(first: $first) { late } } }"
    assert len(ask(north.owner, north.council, query, id=plan, first=1)["data"]["plan"]["whatIsNext"]) == 1
    for faulty in (-1, 101):
        answer = ask(north.owner, north.council, query, id=plan, first=faulty)
        assert answer["errors"][0]["extensions"]["code"] == "BAD_USER_INPUT"


def test_what_waits_for_the_viewer_alone_and_how_much_there_is(north: Household) -> None:
    with scope(north.council):
        to_do(north, "Ring them", 3, "worker")
        to_do(north, "Pack", 2, "owner")
        to_do(north, "Go there", 1, "owner", "worker")
        complete_action(to_do(north, "Was done", 1, "owner"), by=north.owner)
        plan = opaque("Plan", north.plan)
    query = "query($id: ID!) { plan(id: $id) { toDo whatIsNext(yours: true) { action { title domain { code } } } } }"
    waiting = {
        who: ask(north.people[who], north.council, query, id=plan)["data"]["plan"] for who in ("owner", "worker")
    }
    titles = {who: [one["action"]["title"] for one in found["whatIsNext"]] for who, found in waiting.items()}
    assert titles == {"owner": ["Go there", "Pack"], "worker": ["Go there", "Ring them"]}
    assert {found["toDo"] for found in waiting.values()} == {3}


def test_a_supporter_counts_what_they_may_see(north: Household) -> None:
    with scope(north.council):
        to_do(north, "Pack", 2, "owner")
        plan = opaque("Plan", north.plan)
    counts = []
    for parts in ([], ["actions"]):
        with scope(north.council):
            north.young_person.supporters.update(parts=parts)
        answer = ask(north.people["supporter"], north.council, "query($id: ID!) { plan(id: $id) { toDo } }", id=plan)
        counts.append(answer["data"]["plan"]["toDo"])
    assert counts == [0, 1]


def went_well(house: Household) -> None:
    goal = add_goal(house.plan, words="A flat", by=house.owner, language="en")
    reach_goal(goal, went_well="My nan helped", by=house.owner)
    complete_action(to_do(house, "Ring them", 1, "owner"), by=house.owner, went_well="They were kind")
    complete_action(to_do(house, "Nothing said", 1, "owner"), by=house.owner)
    add_comment(house.plan, body="I got the job", by=house.owner, language="en", kind=Comment.Kind.GOOD_NEWS)


def celebrate(house: Household, who: str, celebrates: bool = True) -> dict[str, Any]:
    with scope(house.council):
        person = opaque("YoungPerson", house.young_person)
    fields = "... on YoungPerson { celebrates }"
    return do(house.people[who], house.council, "setCelebrates", fields, youngPersonId=person, celebrates=celebrates)


def test_what_went_well_is_told_if_they_want_it(north: Household) -> None:
    with scope(north.council):
        went_well(north)
    assert plan_of(north, "owner")["wentWell"] == []  # off by default
    assert celebrate(north, "owner")["celebrates"] is True
    found = plan_of(north, "worker")["wentWell"]
    assert [(one["kind"], one["what"], one["said"]) for one in found] == [
        ("GOOD_NEWS", "I got the job", ""),
        ("DONE", "Ring them", "They were kind"),
        ("GOAL_REACHED", "A flat", "My nan helped"),
    ]
    assert plan_of(north, "supporter")["wentWell"] == []
    celebrate(north, "owner", celebrates=False)
    assert plan_of(north, "owner")["wentWell"] == []


def test_only_they_say_so(north: Household, east: Household) -> None:
    for who in ("worker", "manager", "supporter"):
        assert codes(celebrate(north, who)) == [("NOT_ALLOWED", None)]
    with scope(north.council):
        person = opaque("YoungPerson", north.young_person)
    given = {"youngPersonId": person, "celebrates": True}
    assert codes(do(east.owner, east.council, "setCelebrates", "", **given)) == [("NOT_FOUND", "youngPersonId")]
    assert codes(do(north.other_owner, north.council, "setCelebrates", "", **given)) == [("NOT_FOUND", "youngPersonId")]


@pytest.mark.parametrize("who", ["owner", "worker", "supporter"])
def test_as_many_queries_for_ten_as_for_two(north: Household, who: str) -> None:
    counts = []
    with scope(north.council):
        north.young_person.supporters.update(parts=["goals", "actions", "comments"])
    celebrate(north, "owner")
    for number in (2, 8):
        with scope(north.council):
            for _place in range(number):
                goal = fill(north)
                went_well(north)
                add_comment(north.plan, body="Words", by=north.worker, language="en", audience=SUPPORTERS, goal=goal)
                add_comment(north.plan, body="Words", by=north.worker, language="en", audience=SUPPORTERS)
        with CaptureQueriesContext(connection) as queries:
            plan_of(north, who)
        counts.append(len(queries))
    assert counts[0] == counts[1], [query["sql"][:200] for query in queries]


def test_goals_of_which_a_document_reads_little_cost_no_more_each(north: Household) -> None:
    little, counts = "query($id: ID!) { plan(id: $id) { goals { id addedBy { name } } wentWell { what } } }", []
    celebrate(north, "owner")
    for number in (2, 8):
        with scope(north.council):
            for _place in range(number):
                reach_goal(fill(north), went_well="It worked", by=north.owner)
            plan = opaque("Plan", north.plan)
        with CaptureQueriesContext(connection) as queries:
            found = ask(north.owner, north.council, little, id=plan)["data"]["plan"]
        assert found["wentWell"]
        counts.append(len(queries))
    assert counts[0] == counts[1], counts
