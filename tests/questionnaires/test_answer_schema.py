"""The JSON Schema of a version accepts what the server accepts."""

import json
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from leavingwell.questionnaires.content import Content
from leavingwell.questionnaires.kinds import AnswerKind
from leavingwell.questionnaires.services.answering import GivenAnswer
from leavingwell.questionnaires.services.value_checks import value_faults
from tests.factories import Household
from tests.questionnaires.published import CURRENT, address, document, get
from tests.questionnaires.rich import publish_rich, rich_content

# What an answer to each question can be: (question, kind, its value by field), and whether it is right.
RIGHT = [
    ("HOME-01", None, {"choice": "yes"}),
    ("HOME-01", "ANSWERED", {"choice": "no"}),
    ("HOME-01", "RATHER_NOT_SAY", {}),
    ("HOME-01", None, {}),
    ("NM-FACES", None, {"choice": "very_good"}),
    ("NM-3PT", None, {"choice": "sometimes"}),
    ("NM-ONE", None, {"choice": "hostel"}),
    ("NM-SEVERAL", None, {"choices": ["bus", "bike"]}),
    ("NM-NUMBER", None, {"number": 0}),
    ("NM-NUMBER", None, {"number": 9.75}),
    ("NM-DATE", None, {"date": "2026-02-03"}),
    ("NM-TEXT", "ANSWERED", {"text": "x" * 500}),
    ("NM-TEXT", "SKIPPED", {}),
]
WRONG = [
    ("HOME-01", None, {"choice": "sometimes"}),
    ("HOME-01", None, {"choice": "YES"}),
    ("HOME-01", None, {"choices": ["yes"]}),
    ("HOME-01", "ANSWERED", {}),
    ("HOME-01", "SKIPPED", {"choice": "yes"}),
    ("NM-FACES", None, {"number": 3}),
    ("NM-3PT", None, {"choice": "yes"}),
    ("NM-ONE", None, {"choice": "bus"}),
    ("NM-ONE", None, {"choices": ["flat"]}),
    ("NM-SEVERAL", None, {"choices": ["bus", "bus"]}),
    ("NM-SEVERAL", None, {"choices": ["flat"]}),
    ("NM-SEVERAL", None, {"choices": []}),
    ("NM-SEVERAL", None, {"choice": "bus"}),
    ("NM-NUMBER", None, {"number": -1}),
    ("NM-NUMBER", None, {"number": 11}),
    ("NM-NUMBER", None, {"text": "3"}),
    ("NM-DATE", None, {"text": "2026-02-03"}),
    ("NM-TEXT", None, {"text": "x" * 501}),
    ("NM-TEXT", None, {"text": ""}),
    ("NM-TEXT", None, {"text": "a", "number": 1}),
]
Case = tuple[str, str | None, dict[str, Any]]


def as_given(case: Case) -> GivenAnswer:
    question, kind, value = case
    value = dict(value)
    if "date" in value:
        value["day"] = date.fromisoformat(value.pop("date"))
    if "number" in value:
        value["number"] = Decimal(str(value["number"]))
    return GivenAnswer(question, AnswerKind[kind] if kind else None, **value)


@pytest.fixture
def schema(north: Household) -> dict[str, Any]:
    found: dict[str, Any] = get(north.council, address(publish_rich(north.council), "schema.json")).json()
    return found


def test_the_schema_is_one(schema: dict[str, Any]) -> None:
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"].endswith("/schema.json")


def test_the_nations_schema_is_small(north: Household) -> None:
    found = get(north.council, get(north.council, CURRENT).json()["addresses"]["schema"])
    Draft202012Validator.check_schema(found.json())
    assert len(found.content) < 10_000


@pytest.mark.parametrize("case", [*RIGHT, *WRONG], ids=lambda case: json.dumps(case)[:60])
def test_the_schema_says_what_the_server_says(schema: dict[str, Any], case: Case) -> None:
    question, kind, value = case
    answer = {"question": question, **({"kind": kind} if kind else {}), **value}
    accepted = not list(value_faults(0, as_given(case), Content(rich_content())))
    assert accepted == (case in RIGHT)
    assert Draft202012Validator(schema).is_valid(document(schema, answer)) == accepted


def test_comments_and_notes(schema: dict[str, Any]) -> None:
    validator = Draft202012Validator(schema)
    fine = {"question": "HOME-01", "comment": "x" * 4000, "workerNote": "n", "wantsHelp": True}
    assert validator.is_valid(document(schema, fine))
    for more in (
        {"comment": "x" * 4001},
        {"wantsHelp": "yes"},
        {"score": 2},
        {"question": "NM-99"},
        {"kind": "answered"},
    ):
        assert not validator.is_valid(document(schema, {**fine, **more}))
    without_question = {"choice": "yes"}
    for wrong in (document(schema), document(schema, without_question), {**document(schema, fine), "contentHash": "0"}):
        assert not validator.is_valid(wrong)
