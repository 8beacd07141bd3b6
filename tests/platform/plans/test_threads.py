"""Words on a plan: threads, who reads them, and that nobody changes them."""

from typing import Any

import pytest
from django.db import connection, transaction

from leavingwell.platform.councils.scope import ScopeViolation, scope
from leavingwell.platform.people.models import Supporter
from leavingwell.platform.plans.models import Comment, CommentRead, Goal, Notice
from leavingwell.platform.plans.services.actions import add_action
from leavingwell.platform.plans.services.goals import add_goal
from leavingwell.platform.plans.services.reviewing import open_plan
from tests.api import ask, codes, do, opaque
from tests.factories import Household, make_young_person

FIELDS = "... on Comment { id part kind audience goalId actionId inAnswerTo body }"
SEEN = """query($id: ID!) { plan(id: $id) {
    unreadComments
    comments(first: 100) { totalCount edges { node { body unread readBy { person { name } } } } }
    threads { unread first { body } replies { body } }
    goals { threads { first { body } replies { body } } }
} }"""
EVERYBODY = ("owner", "worker", "manager", "supervisor", "duty", "supporter")
AUDIENCES = {
    "WORKER": {"owner", "worker", "manager"},
    "TEAM": {"owner", "worker", "manager", "supervisor", "duty"},
    "SUPPORTERS": set(EVERYBODY),
}


def plan_id(house: Household) -> str:
    with scope(house.council):
        return opaque("Plan", house.plan)


def say(house: Household, who: str, body: str = "Words", **given: Any) -> dict[str, Any]:
    return do(house.people[who], house.council, "addComment", FIELDS, planId=plan_id(house), body=body, **given)


def seen(house: Household, who: str, of: Household | None = None) -> dict[str, Any] | None:
    answer = ask(house.people.get(who), house.council, SEEN, id=plan_id(of or house))
    assert "errors" not in answer, answer
    found: dict[str, Any] | None = answer["data"]["plan"]
    return found


def bodies(house: Household, who: str) -> list[str]:
    found = seen(house, who)
    assert found
    nodes = [edge["node"]["body"] for edge in found["comments"]["edges"]]
    assert found["comments"]["totalCount"] == len(nodes)
    return nodes


def let_in(house: Household, parts: list[str], domains: list[str] | None = None) -> None:
    with scope(house.council):
        Supporter.objects.update(parts=parts, domain_codes=domains or [])


@pytest.mark.parametrize("audience", AUDIENCES)
def test_an_audience_holds_for_the_list_the_count_and_the_thread(north: Household, audience: str) -> None:
    let_in(north, ["comments", "goals"])
    first = say(north, "owner", "To some", audience=audience)
    assert (first["audience"], first["kind"], first["inAnswerTo"]) == (audience, "COMMENT", None)
    answer = say(north, "worker", "An answer", inAnswerTo=first["id"])
    assert (answer["audience"], answer["inAnswerTo"]) == (audience, first["id"])
    for who in EVERYBODY:
        told = ["To some", "An answer"] if who in AUDIENCES[audience] else []
        found = seen(north, who)
        assert found
        assert bodies(north, who) == told, who
        assert found["threads"] == (
            [{"unread": found["unreadComments"], "first": {"body": "To some"}, "replies": [{"body": "An answer"}]}]
            if told
            else []
        ), who


def test_nobody_outside_gets_any(north: Household, east: Household) -> None:
    say(north, "owner", audience="SUPPORTERS")
    for house, who in ((north, "other_owner"), (north, "other_worker"), (north, "analyst"), (east, "manager")):
        assert seen(house, who, of=north) is None, who
    assert seen(north, "nobody", of=north) is None


def test_without_an_audience_the_team_reads_it_and_no_supporter(north: Household) -> None:
    let_in(north, ["comments"])
    assert say(north, "owner")["audience"] == "TEAM"
    assert bodies(north, "supporter") == []


def test_whoever_wrote_the_first_words_reads_the_answers(north: Household) -> None:
    first = say(north, "supervisor", "A question", audience="WORKER")
    say(north, "worker", "An answer", inAnswerTo=first["id"])
    assert bodies(north, "supervisor") == ["A question", "An answer"]
    assert bodies(north, "duty") == []


def test_an_answer_to_what_one_may_not_read_finds_nothing(north: Household, east: Household) -> None:
    first = say(north, "owner", audience="WORKER")
    assert codes(say(north, "supervisor", inAnswerTo=first["id"])) == [("NOT_FOUND", "inAnswerTo")]
    assert codes(say(east, "worker", inAnswerTo=first["id"])) == [("NOT_FOUND", "inAnswerTo")]
    assert codes(say(north, "other_worker", inAnswerTo=first["id"])) == [("NOT_FOUND", "planId")]


def test_an_answer_has_the_threads_part_and_readers(north: Household) -> None:
    first = say(north, "owner", part="HOME", audience="TEAM")
    second = say(north, "worker", inAnswerTo=first["id"])
    third = say(north, "owner", inAnswerTo=second["id"])
    assert (third["part"], third["inAnswerTo"]) == ("HOME", first["id"])
    assert codes(say(north, "owner", inAnswerTo=first["id"], audience="SUPPORTERS")) == [("INVALID", "audience")]
    for other in ({"part": "MIND"}, {"kind": "GOOD_NEWS"}):
        assert codes(say(north, "owner", inAnswerTo=first["id"], **other)) == [("INVALID", "inAnswerTo")]


def test_words_on_a_goal_and_on_an_action(north: Household) -> None:
    with scope(north.council):
        row = add_goal(north.plan, words="A flat", domain="HOME", by=north.owner, language="en")
        goal = opaque("Goal", row)
        action = opaque("Action", add_action(north.plan, title="Ask", by=north.owner, language="en"))
    on_goal, on_action = say(north, "worker", goalId=goal), say(north, "worker", actionId=action)
    assert (on_goal["goalId"], on_goal["part"], on_action["actionId"], on_action["part"]) == (goal, "HOME", action, "")
    found = seen(north, "owner")
    assert found
    assert found["goals"] == [{"threads": [{"first": {"body": "Words"}, "replies": []}]}]
    assert (found["threads"], found["unreadComments"]) == ([], 2)
    assert codes(say(north, "owner", goalId=goal, actionId=action)) == [("INVALID", "part")]


def test_a_supporter_of_some_areas_reads_those_alone(north: Household) -> None:
    with scope(north.council):
        goals = [
            opaque("Goal", add_goal(north.plan, words=code, domain=code, by=north.owner, language="en"))
            for code in ("HOME", "MIND")
        ]
    for place, goal in enumerate(goals):
        say(north, "owner", f"On {place}", goalId=goal, audience="SUPPORTERS")
    let_in(north, ["comments", "goals"], ["HOME"])
    assert bodies(north, "supporter") == ["On 0"]


def test_words_on_another_plans_goal_find_nothing(north: Household) -> None:
    with scope(north.council):
        other = open_plan(make_young_person(north.young_person.team, worker=north.worker), by=None)
        goal = opaque("Goal", add_goal(other, words="A flat", by=north.worker, language="en"))
    assert codes(say(north, "worker", goalId=goal)) == [("NOT_FOUND", "goalId")]
    assert codes(say(north, "worker", goalId="nonsense")) == [("NOT_FOUND", "goalId")]


def test_an_answer_to_what_matters_is_not_what_matters(north: Household) -> None:
    first = say(north, "owner", "My dog", part="what_matters")
    answer = say(north, "worker", "We will ask", inAnswerTo=first["id"])
    assert (answer["part"], answer["inAnswerTo"]) == ("what_matters", first["id"])


def test_the_database_keeps_words_as_they_are(north: Household) -> None:
    say(north, "owner", "Mine")
    for statement in ("UPDATE plans_comment SET body = 'Tidied'", "DELETE FROM plans_comment"):
        with scope(north.council), pytest.raises(ScopeViolation), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
    with scope(north.council):
        assert Comment.objects.get().body == "Mine"


def read(house: Household, who: str, **given: Any) -> dict[str, Any]:
    fields = "... on Plan { unreadComments }"
    return do(house.people.get(who), house.council, "markCommentsRead", fields, planId=plan_id(house), **given)


def test_who_has_read_it(north: Household) -> None:
    first = say(north, "owner", "Hello")
    say(north, "owner", "Again")
    assert [seen(north, who)["unreadComments"] for who in ("owner", "worker", "manager")] == [0, 2, 2]  # type: ignore[index]
    assert read(north, "worker", commentIds=[first["id"]])["unreadComments"] == 1
    assert read(north, "worker")["unreadComments"] == 0
    assert read(north, "worker")["unreadComments"] == 0
    found = {who: seen(north, who) for who in ("owner", "worker", "manager")}
    nodes = {who: [edge["node"] for edge in plan["comments"]["edges"]] for who, plan in found.items() if plan}
    assert [node["readBy"] for node in nodes["owner"]] == [[{"person": {"name": north.worker.name}}]] * 2
    assert all(node["readBy"] == [] for node in nodes["worker"] + nodes["manager"])
    assert [node["unread"] for node in nodes["manager"]] == [True, True]


def test_reading_what_one_may_not(north: Household, east: Household) -> None:
    first = say(north, "owner", audience="WORKER")
    assert codes(read(north, "duty", commentIds=[first["id"]])) == [("NOT_FOUND", "commentIds.0")]
    assert read(north, "duty")["unreadComments"] == 0
    assert codes(read(north, "other_worker")) == [("NOT_FOUND", "planId")]
    answer = ask(
        east.worker,
        east.council,
        "mutation($id: ID!) { markCommentsRead(input: {planId: $id}) { __typename } }",
        id=plan_id(north),
    )
    assert answer["data"]["markCommentsRead"] == {"__typename": "Problems"}
    with scope(north.council):
        assert not CommentRead.objects.exists()


def test_who_is_told(north: Household) -> None:
    first = say(north, "owner", "I got the job!", kind="GOOD_NEWS")
    say(north, "worker", "Well done", inAnswerTo=first["id"])
    with scope(north.council):
        told = {(notice.kind, notice.recipient_id) for notice in Notice.objects.all()}
    assert told == {
        ("good_news", north.worker.pk),
        ("good_news", north.manager.pk),
        ("new_comment", north.owner.pk),
    }
    read(north, "owner")
    with scope(north.council):
        assert Notice.objects.get(recipient=north.owner).read_at
        assert Goal.objects.count() == 0
