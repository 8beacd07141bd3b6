"""Answers that cannot be: each gets a problem with a code, nothing is saved, and nothing that was there is lost."""

from copy import deepcopy
from datetime import date
from typing import Any

import pytest

from leavingwell.platform.councils.scope import scope
from leavingwell.questionnaires.models import Answer, AnswerRevision, Indicator, QuestionArrangement, Response
from tests.api import client_of, opaque
from tests.conftest import check_links
from tests.factories import Household
from tests.questionnaires.every_type import (
    DATE,
    FACES,
    LATER,
    NUMBER,
    ONE,
    SEVERAL,
    TEXT,
    ask_every_type,
    own_question,
    publish_again,
)

QUERY = (
    "mutation Do($input: SaveAnswersInput!) { saveAnswers(input: $input) "
    "{ __typename ... on Problems { problems { code field message } } } }"
)
KEPT = {"question": TEXT, "text": "What I said first", "comment": "And this"}


@pytest.fixture(scope="module")
def _asked(_households: list[Household], django_db_blocker: Any) -> None:
    north = deepcopy(_households[0])
    with django_db_blocker.unblock(), scope(north.council):
        own_question("NM-HOME-08", "TEXT", 108)
        hidden = Indicator.objects.filter(is_core=False, council=None, domain__code="HOME").first()
        assert hidden
        QuestionArrangement.objects.create(indicator=hidden, is_hidden=True)
        Indicator.objects.filter(code="NM-HOME-08").update(retired_on=date(2026, 1, 1))
        ask_every_type(north)
        check_links()


@pytest.fixture
def house(_asked: None, north: Household) -> Household:
    assert outcome(north, KEPT) == "Response"
    return north


def post(house: Household, answers: Any, who: str = "owner", of: Household | None = None, **given: Any) -> Any:
    target = of or house
    with scope(target.council):
        response = opaque("Response", target.plan.review.response)
    body = {"query": QUERY, "variables": {"input": {"responseId": response, "answers": answers, **given}}}
    return client_of(house.people[who], house.council).post("/graphql/", body, content_type="application/json")


def outcome(house: Household, *answers: Any, **given: Any) -> Any:
    """What came of it: the type of the result, or the problems as (code, field), or the codes of the errors."""
    answer = post(house, list(answers), **given)
    assert answer.status_code < 500, answer.content
    found = answer.json()
    if found.get("errors"):
        return [error["extensions"]["code"] for error in found["errors"]]
    result = found["data"]["saveAnswers"]
    if result["__typename"] != "Problems":
        return result["__typename"]
    assert all(problem["message"] for problem in result["problems"])
    return [(problem["code"], problem["field"]) for problem in result["problems"]]


def assert_untouched(house: Household) -> None:
    with scope(house.council):
        (answer,) = Answer.objects.all()
        assert (answer.question_code, answer.text, answer.comment) == (TEXT, KEPT["text"], KEPT["comment"])
        assert not AnswerRevision.objects.exists()
        assert Response.objects.get(pk=answer.response_id).version == 1


def refused(house: Household, *answers: Any, **given: Any) -> Any:
    """Beside a good answer, which is not saved either."""
    good = {"question": "HOME-01", "choice": "yes"}
    found = outcome(house, *answers, good, **given)
    assert_untouched(house)
    return found


NOT_THERE = [("NOT_FOUND", "answers.0.question")]


def test_unknown_questions(house: Household) -> None:
    for code in ("HOME-99", "", " ", "home-01", "'; --", "x" * 100_000, "☃", "HOME-01 "):
        assert refused(house, {"question": code, "choice": "yes"}) == NOT_THERE, code[:20]


def test_retired_and_hidden_questions(house: Household) -> None:
    with scope(house.council):
        hidden = QuestionArrangement.objects.get(is_hidden=True).indicator
    assert refused(house, {"question": "NM-HOME-08", "text": "Anything"}) == NOT_THERE
    assert refused(house, {"question": hidden.code, "kind": "RATHER_NOT_SAY"}) == NOT_THERE


def test_questions_that_the_other_answers_hide(house: Household) -> None:
    unseen = [("INVALID", "answers.0.question")]
    assert refused(house, {"question": LATER, "text": "Unasked"}) == unseen
    turned = {"question": "HOME-03", "choice": "yes_mostly"}
    assert refused(house, {"question": LATER, "text": "Unasked"}, turned) == unseen


def test_another_councils_own_questions(house: Household, east: Household) -> None:
    with scope(east.council):
        own_question("EM-HOME-01", "TEXT", 101)
        publish_again()
    assert refused(house, {"question": "EM-HOME-01", "text": "Over here"}) == NOT_THERE


def test_choices_of_another_question(house: Household) -> None:
    for answer, field in (
        ({"question": ONE, "choice": "yes"}, "choice"),
        ({"question": ONE, "choice": "music"}, "choice"),
        ({"question": FACES, "choice": "yes_mostly"}, "choice"),
        ({"question": "HOME-03", "choice": "very_good"}, "choice"),
        ({"question": SEVERAL, "choices": ["music", "front"]}, "choices"),
        ({"question": SEVERAL, "choices": ["music", "music"]}, "choices"),
        ({"question": SEVERAL, "choices": ["music"] * 5_000}, "choices"),
    ):
        assert refused(house, answer) == [("INVALID", f"answers.0.{field}")], answer["question"]


def test_values_in_the_field_of_another_type(house: Household) -> None:
    for answer, field in (
        ({"question": ONE, "choices": ["back"]}, "choices"),
        ({"question": SEVERAL, "choice": "music"}, "choice"),
        ({"question": NUMBER, "text": "three"}, "text"),
        ({"question": TEXT, "number": 3}, "number"),
        ({"question": DATE, "text": "2026-01-01"}, "text"),
        ({"question": "HOME-03", "date": "2026-01-01"}, "date"),
        ({"question": NUMBER, "number": 3, "kind": "RATHER_NOT_SAY"}, "number"),
    ):
        assert ("INVALID", f"answers.0.{field}") in refused(house, answer), answer


def test_answered_with_nothing(house: Household) -> None:
    for answer, field in (
        ({"question": ONE, "kind": "ANSWERED"}, "choice"),
        ({"question": SEVERAL, "choices": []}, "choices"),
        ({"question": NUMBER, "kind": "ANSWERED", "number": None}, "number"),
        ({"question": DATE, "kind": "ANSWERED"}, "date"),
        ({"question": TEXT, "text": ""}, "text"),
        ({"question": TEXT, "text": " \n\t "}, "text"),
    ):
        assert refused(house, answer) == [("INVALID", f"answers.0.{field}")], answer


@pytest.mark.parametrize(
    "number",
    [
        *(-1, -0.01, 11, 10.01, 2.555, "2.555", 1e300, 10**30, "1e400", "1e999999999", "-1e999999999", "1e-999999999"),
        *("NaN", "sNaN", "-NaN", "Infinity", "-Infinity", "inf"),
    ],
)
def test_numbers_that_are_none_or_out_of_range(house: Household, number: object) -> None:
    assert refused(house, {"question": NUMBER, "number": number}) == [("INVALID", "answers.0.number")]


@pytest.mark.parametrize("number", ["", "three", "0x10", "1,5", "--1", True, [1], {"a": 1}, "1" * 5_000, 10**600])
def test_what_is_no_number_at_all(house: Household, number: object) -> None:
    assert refused(house, {"question": NUMBER, "number": number}) in (
        ["BAD_USER_INPUT"],
        [("INVALID", "answers.0.number")],
    )


@pytest.mark.parametrize("literal", ["1e400", "-1e400"])
def test_numbers_beyond_all_bounds_in_the_document_itself(house: Household, literal: str) -> None:
    with scope(house.council):
        response = opaque("Response", house.plan.review.response)
    answers = f'[{{question: "{NUMBER}", number: {literal}}}]'
    query = f'mutation {{ saveAnswers(input: {{responseId: "{response}", answers: {answers}}}) {{ __typename }} }}'
    answer = client_of(house.owner, house.council).post("/graphql/", {"query": query}, content_type="application/json")
    assert answer.status_code < 500
    assert "Response" not in answer.content.decode()
    assert_untouched(house)


@pytest.mark.parametrize("body", ["NaN", "Infinity", "1e400"])
def test_json_that_is_none(house: Household, body: str) -> None:
    with scope(house.council):
        response = opaque("Response", house.plan.review.response)
    given = f'{{"responseId": "{response}", "answers": [{{"question": "{NUMBER}", "number": {body}}}]}}'
    raw = f'{{"query": "{QUERY}", "variables": {{"input": {given}}}}}'
    answer = client_of(house.owner, house.council).post("/graphql/", raw, content_type="application/json")
    assert answer.status_code in (200, 400)
    assert '"Response"' not in answer.content.decode()
    assert_untouched(house)


@pytest.mark.parametrize(
    "day", ["0000-01-01", "9999-99-99", "2026-02-30", "27/11/2026", "", "tomorrow", "2026", 20260101]
)
def test_dates_that_are_none(house: Household, day: object) -> None:
    assert refused(house, {"question": DATE, "date": day}) == ["BAD_USER_INPUT"]


@pytest.mark.parametrize("day", ["0001-01-01", "0206-05-01", "9999-12-31"])
def test_dates_far_from_any_life(house: Household, day: str) -> None:
    assert refused(house, {"question": DATE, "date": day}) == [("INVALID", "answers.0.date")]


def test_texts_that_are_too_long(house: Household) -> None:
    megabyte = "word " * 200_000
    for field, text in (("text", "x" * 501), ("comment", "x" * 4_001), ("text", megabyte), ("comment", megabyte)):
        found = refused(house, {"question": TEXT, field: text})
        assert found in (
            [("TOO_LARGE", f"answers.0.{field}")],
            ["BAD_USER_INPUT"],
            ["TOO_LARGE"],
            ["REQUEST_TOO_LARGE"],
        )


@pytest.mark.parametrize("field", ["question", "choice", "text", "comment", "workerNote"])
@pytest.mark.parametrize("text", ["a\0b", "\ud800"])
def test_characters_that_cannot_be_kept(house: Household, field: str, text: str) -> None:
    assert refused(house, {"question": TEXT, field: text}) == ["BAD_USER_INPUT"]
    assert refused(house, {"question": SEVERAL, "choices": [text]}) == ["BAD_USER_INPUT"]


@pytest.mark.parametrize("version", [-1, 2, 2**31 - 1])
def test_versions_that_the_checklist_never_had(house: Household, version: int) -> None:
    change = {"question": TEXT, "text": "Else"}
    assert refused(house, change, expectedVersion=version) == [("INVALID", "expectedVersion")]


@pytest.mark.parametrize("version", [2**31, "one", 1.5])
def test_versions_that_are_no_number(house: Household, version: object) -> None:
    assert refused(house, {"question": TEXT, "text": "Else"}, expectedVersion=version) == ["BAD_USER_INPUT"]


def test_an_old_version_overwrites_nothing(house: Household) -> None:
    change = {"question": TEXT, "text": "Else"}
    assert refused(house, change, expectedVersion=0) == [("STALE_VERSION", "answers.0.question")]


def test_a_finished_checklist(house: Household) -> None:
    with scope(house.council):
        response = house.plan.review.response
        Response.objects.filter(pk=response.pk).update(submitted_at=response.started_at)
    assert refused(house, {"question": TEXT, "text": "Else"}) == [("WRONG_STATE", None)]


def test_somebody_elses_checklist(house: Household, east: Household) -> None:
    gone = [("NOT_FOUND", "responseId")]
    change = {"question": "HOME-03", "choice": "sometimes"}
    for who in ("other_owner", "other_worker"):
        assert refused(house, change, who=who) == gone
    for who in ("owner", "worker", "manager"):
        assert outcome(east, change, who=who, of=house) == gone
    for made_up in ("", "nonsense", "UmVzcG9uc2U6eA==", "UGxhbjp4"):
        assert outcome(house, change, responseId=made_up) == gone
    assert_untouched(house)


def test_too_many_none_and_the_same_twice(house: Household) -> None:
    many = [{"question": f"X-{number}", "choice": "yes"} for number in range(201)]
    assert ("INVALID", "answers") in outcome(house, *many)
    assert outcome(house) == [("INVALID", "answers")]
    twice = {"question": NUMBER, "number": 1}
    assert refused(house, twice, {**twice, "number": 2}) == [("INVALID", "answers.1.question")]
    assert_untouched(house)


def test_shapes_that_are_none(house: Household) -> None:
    for answers in (None, "all", [None], [[]], [{}], [{"question": None}], [{"question": 1}], {"question": {"a": 1}}):
        assert post(house, answers).status_code < 500
    for unknown in ({"kind": "PERHAPS"}, {"scores": 2}, {"choices": {"a": 1}}, {"wantsHelp": "yes"}):
        assert refused(house, {"question": SEVERAL, **unknown}) == ["BAD_USER_INPUT"], unknown
    for key in ("", "nonsense", 7):
        assert refused(house, {"question": TEXT, "text": "Else"}, requestId=key) == ["BAD_USER_INPUT"]
    assert_untouched(house)
