"""Goals, comments, attempts and crises: words are kept as they were written."""

from typing import Any

import pytest

from leavingwell.platform.councils.scope import ScopeViolation, scope
from leavingwell.platform.plans.models import Attempt, Comment
from tests.api import ask, codes, do, opaque
from tests.factories import Household


def act(house: Household, who: str, mutation: str, fields: str = "", **given: Any) -> dict[str, Any]:
    with scope(house.council):
        plan = opaque("Plan", house.plan)
    return do(house.people[who], house.council, mutation, fields, planId=plan, **given)


def test_words_come_back_as_they_were_typed(north: Household) -> None:
    words = "I don't want to explain <b>my whole life</b> &amp; more.\n\nأريد غرفة دافئة 🙂 \u202e"
    act(north, "owner", "addComment", body=words, language="ar")
    with scope(north.council):
        comment = Comment.objects.get()
    assert (comment.body, comment.language, comment.author_id) == (words, "ar", north.owner.pk)


def test_nobody_changes_or_deletes_them(north: Household) -> None:
    act(north, "owner", "addComment", body="Mine.")
    with scope(north.council), pytest.raises(ScopeViolation):
        Comment.objects.update(body="Tidied")


def test_deleting_them_is_refused_too(north: Household) -> None:
    act(north, "owner", "addComment", body="Mine.")
    with scope(north.council), pytest.raises(ScopeViolation):
        Comment.objects.all().delete()


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ({"body": " "}, ("INVALID", "body")),
        ({"body": "x" * 4001}, ("TOO_LARGE", "body")),
        ({"body": "Hi", "part": "NOPE"}, ("NOT_FOUND", "part")),
    ],
)
def test_a_faulty_comment_is_named(north: Household, given: dict[str, Any], problem: tuple[str, str]) -> None:
    assert codes(act(north, "owner", "addComment", **given)) == [problem]


def test_only_the_owner_says_what_matters_to_them(north: Household) -> None:
    given = {"body": "A place that feels like mine.", "part": "what_matters"}
    assert act(north, "owner", "addComment", **given)["__typename"] == "Comment"
    assert codes(act(north, "worker", "addComment", **given)) == [("NOT_ALLOWED", "part")]


def test_a_goal_in_their_words(north: Household) -> None:
    goal = act(
        north,
        "owner",
        "addGoal",
        "... on Goal { words contingency wantedBy domain { code } }",
        words="A warm room",
        domain="HOME",
        contingency="A heater from the store",
        wantedBy="2030-01-31",
    )
    assert goal == {
        "__typename": "Goal",
        "words": "A warm room",
        "contingency": "A heater from the store",
        "wantedBy": "2030-01-31",
        "domain": {"code": "HOME"},
    }
    assert codes(act(north, "owner", "addGoal", words=" ")) == [("INVALID", "words")]


def test_an_attempt_is_recorded_and_counts_as_contact_when_it_reached_them(north: Household) -> None:
    given = {"channel": "CALL", "outcome": "Spoke for ten minutes.", "on": "2026-01-05"}
    act(north, "worker", "recordAttempt", **given)
    with scope(north.council):
        assert north.young_person.last_contact_on is None
    act(north, "worker", "recordAttempt", **given, reached=True)
    with scope(north.council):
        assert str(north.young_person.last_contact_on) == "2026-01-05"
        assert Attempt.objects.count() == 2


@pytest.mark.parametrize(
    ("given", "problem"),
    [({"outcome": ""}, ("INVALID", "outcome")), ({"outcome": "x", "on": "2999-01-01"}, ("INVALID", "on"))],
)
def test_a_faulty_attempt_is_named(north: Household, given: dict[str, Any], problem: tuple[str, str]) -> None:
    assert codes(act(north, "worker", "recordAttempt", channel="CALL", **given)) == [problem]


def test_a_crisis_is_seen_in_the_caseload(north: Household) -> None:
    with scope(north.council):
        young_person = opaque("YoungPerson", north.young_person)
    do(north.worker, north.council, "recordCrisis", "", youngPersonId=young_person, cause="MONEY")
    answer = ask(north.worker, north.council, "{ caseload(state: IN_CRISIS) { totalCount } }")
    assert answer["data"]["caseload"]["totalCount"] == 1
    owner = do(north.owner, north.council, "recordCrisis", "", youngPersonId=young_person, cause="MONEY")
    assert codes(owner) == [("NOT_ALLOWED", None)]


def test_supporters_see_the_chosen_parts_alone(north: Household) -> None:
    act(north, "owner", "addComment", body="Not for supporters.")
    act(north, "owner", "addGoal", words="For supporters too")
    act(north, "owner", "addAction", title="Not for supporters")
    query = (
        "query($id: ID!) { plan(id: $id) { goals { words actions { title } } actions { totalCount } "
        "comments { totalCount } response { answers { comment } } stateOfPlay { phase } "
        "youngPerson { dateOfBirth state } } }"
    )
    with scope(north.council):
        plan = opaque("Plan", north.plan)
    seen = ask(north.supporter, north.council, query, id=plan)["data"]["plan"]
    assert seen["goals"] == [{"words": "For supporters too", "actions": []}]
    assert (seen["actions"]["totalCount"], seen["comments"]["totalCount"]) == (0, 0)
    assert seen["response"]["answers"] == []
    assert len(seen["stateOfPlay"]) == 8
    assert seen["youngPerson"] == {"dateOfBirth": None, "state": None}
