"""A request that is sent twice, and changes that cross one another."""

from typing import Any
from uuid import uuid4

import pytest

from leavingwell.platform.audit.models import AuditEntry
from leavingwell.platform.councils.scope import scope
from leavingwell.platform.plans.models import Action, Comment
from leavingwell.questionnaires.models import AnswerRevision
from tests.conftest import taken_back
from tests.graphql.asking import ask
from tests.graphql.expectations import MUTATIONS
from tests.graphql.outcomes import outcome
from tests.graphql.story import Cast, ids
from tests.graphql.test_hostile import good_input, input_type

PROBLEMS = "... on Problems { problems { code field } }"


def do(cast: Cast, who: str, mutation: str, fields: str = "", **given: Any) -> dict[str, Any]:
    name = input_type(mutation).name
    document = f"mutation($input: {name}!) {{ {mutation}(input: $input) {{ __typename {fields} {PROBLEMS} }} }}"
    found: dict[str, Any] = ask(cast.north.council, document, cast.token(cast.north, who), input=given)["data"][
        mutation
    ]
    return found


def problems(result: dict[str, Any]) -> list[tuple[str, str | None]]:
    return [(problem["code"], problem["field"]) for problem in result["problems"]]


SEARCHES = {"findInEmergency"}  # it makes nothing that could be made twice
ALLOWED = [mutation for mutation, row in MUTATIONS.items() if row.answered and mutation not in SEARCHES]


@pytest.mark.parametrize("mutation", ALLOWED)
def test_a_repeat_changes_nothing_and_answers_alike(cast: Cast, mutation: str) -> None:
    who, good = MUTATIONS[mutation].answered[0], good_input(cast, mutation)
    given = {**good, "requestId": str(uuid4())}
    first = do(cast, who, mutation, "... on Node { id }", **given)
    with scope(cast.north.council):
        before = AuditEntry.objects.count()
    assert do(cast, who, mutation, "... on Node { id }", **given) == first
    with scope(cast.north.council):
        assert AuditEntry.objects.count() == before
    assert first["id"]


def test_without_an_id_it_is_another_request(cast: Cast) -> None:
    plan = ids(cast.north, cast.stories["north"])["plan"]
    for _ in range(2):
        do(cast, "owner", "addComment", planId=plan, body="Twice")
    with scope(cast.north.council):
        assert Comment.objects.filter(body="Twice").count() == 2


def test_an_id_serves_for_one_operation(cast: Cast) -> None:
    plan, request = ids(cast.north, cast.stories["north"])["plan"], str(uuid4())
    do(cast, "owner", "addComment", planId=plan, body="Words", requestId=request)
    again = do(cast, "owner", "addAction", planId=plan, title="Else", requestId=request)
    assert problems(again) == [("CONFLICT", "requestId")]


def test_two_people_may_think_of_the_same_id(cast: Cast) -> None:
    plan, request = ids(cast.north, cast.stories["north"])["plan"], str(uuid4())
    for who in ("owner", "worker"):
        do(cast, who, "addComment", planId=plan, body=f"From {who}", requestId=request)
    with scope(cast.north.council):
        assert Comment.objects.filter(body__startswith="From ").count() == 2


def test_a_refused_request_can_be_put_right_under_its_id(cast: Cast) -> None:
    plan, request = ids(cast.north, cast.stories["north"])["plan"], str(uuid4())
    refused = do(cast, "owner", "addComment", planId=plan, body=" ", requestId=request)
    assert problems(refused) == [("INVALID", "body")]
    assert do(cast, "owner", "addComment", planId=plan, body="Better", requestId=request)["__typename"] == "Comment"


def save(cast: Cast, who: str, comment: str, expected_version: int | None = None) -> dict[str, Any]:
    names = ids(cast.north, cast.stories["north"])
    answer = {"question": names["question"], "kind": "ANSWERED", "choice": comment}
    given = {"responseId": names["response"], "answers": [answer], "expectedVersion": expected_version}
    return do(cast, who, "saveAnswers", "... on Response { version }", **given)


def test_an_answer_that_somebody_else_changed_is_not_overwritten(cast: Cast) -> None:
    shown = cast.stories["north"].response.version
    newer = save(cast, "owner", "yes", shown)
    assert newer["version"] == shown + 1
    assert problems(save(cast, "worker", "no", shown)) == [("STALE_VERSION", "answers.0.question")]
    assert save(cast, "worker", "no", newer["version"])["version"] == shown + 2


def test_a_stale_save_saves_nothing(cast: Cast) -> None:
    shown = cast.stories["north"].response.version
    save(cast, "owner", "yes", shown)
    with scope(cast.north.council):
        before = AnswerRevision.objects.count()
    save(cast, "worker", "no", shown)
    with scope(cast.north.council):
        assert AnswerRevision.objects.count() == before


def test_a_stale_action(cast: Cast) -> None:
    action = ids(cast.north, cast.stories["north"])["action"]
    version = cast.stories["north"].action.version
    do(cast, "owner", "updateAction", actionId=action, title="Mine", expectedVersion=version)
    stale = do(cast, "worker", "updateAction", actionId=action, title="Theirs", expectedVersion=version)
    assert problems(stale) == [("STALE_VERSION", "expectedVersion"), ("STALE_VERSION", "title")]
    with scope(cast.north.council):
        assert Action.objects.get(pk=cast.stories["north"].action.pk).title == "Mine"


def test_a_mutation_with_a_problem_leaves_nothing_behind(cast: Cast) -> None:
    names = ids(cast.north, cast.stories["north"])
    with scope(cast.north.council):
        before = Action.objects.count()
    with taken_back():
        given = {"planId": names["plan"], "title": "To do", "ownerIds": [names["newWorker"]]}
        assert problems(do(cast, "worker", "addAction", **given)) == [("NOT_FOUND", "ownerIds.0")]
        with scope(cast.north.council):
            assert Action.objects.count() == before


def test_each_mutation_of_a_request_stands_alone(cast: Cast) -> None:
    plan = ids(cast.north, cast.stories["north"])["plan"]
    document = """mutation($plan: ID!) {
      first: addComment(input: {planId: $plan, body: "Kept"}) { __typename }
      second: addComment(input: {planId: $plan, body: " "}) { __typename ... on Problems { problems { code } } }
    }"""
    answer = ask(cast.north.council, document, cast.token(cast.north, "owner"), plan=plan)
    assert outcome(answer, "first") == "answered"
    assert outcome(answer, "second") == "INVALID"
    with scope(cast.north.council):
        assert Comment.objects.filter(body="Kept").exists()


def test_a_former_worker_learns_nothing_by_repeating(cast: Cast) -> None:
    names, request = ids(cast.north, cast.stories["north"]), str(uuid4())
    given = {"planId": names["plan"], "title": "Call the bank", "requestId": request}
    action = do(cast, "worker", "addAction", "... on Action { id }", **given)["id"]
    do(cast, "manager", "allocateWorker", youngPersonId=names["youngPerson"], workerId=names["newWorker"])
    do(cast, "owner", "updateAction", actionId=action, title="Not for you")
    again = do(cast, "worker", "addAction", "... on Action { title }", **given)
    assert again["__typename"] == "Problems"
    assert [code for code, _field in problems(again)] == ["NOT_FOUND"]
