"""The documents that front ends rely on: valid against the committed schema, and answered as the table says."""

import re
from pathlib import Path
from typing import Any

import pytest
from graphql import FieldNode, OperationDefinitionNode, build_schema, parse, print_ast, validate

from leavingwell.graphql.schema import schema
from tests.conftest import taken_back
from tests.factories import Household
from tests.graphql.asking import ask
from tests.graphql.expectations import MUTATIONS, QUERIES
from tests.graphql.outcomes import outcome
from tests.graphql.rows import ELSEWHERE
from tests.graphql.story import Cast

ROOT = Path(__file__).parents[2]
FILES = sorted((ROOT / "tests" / "contract").glob("*.graphql"))
ROWS = {**QUERIES, **MUTATIONS}

# What each operation is asked with; a name after `$` stands for one of `ids`.
GIVEN: dict[str, dict[str, Any]] = {
    "CouncilShell": {"language": "ar"},
    "Offers": {"topic": "home", "age": 18, "search": "Offer", "language": "ar", "first": 10},
    "Questionnaire": {"code": "outcomes", "language": "ar", "variant": "STANDARD"},
    "Offline": {"code": "outcomes", "language": "ar", "variant": "EASY_READ"},
    "Plan": {"id": "$plan", "language": "ar"},
    "Caseload": {"state": None, "search": "owner", "first": 20},
    "Document": {"id": "$document"},
    "Insight": {"domain": "HOME", "ageBand": "AGE_18", "team": None, "language": "ar"},
    "AddAction": {"input": {"planId": "$plan", "title": "To do"}},
    "CompleteAction": {"input": {"actionId": "$action"}},
    "SaveAnswers": {"input": {"responseId": "$response", "answers": [{"question": "$question", "kind": "SKIPPED"}]}},
    "CheckIn": {"input": {"face": 3, "youngPersonId": "$youngPerson"}},
    "RequestDocument": {"input": {"planId": "$plan"}},
    "SubmitPlan": {"input": {"planId": "$plan"}},
    "ReturnPlan": {"input": {"planId": "$plan", "reason": "More"}},
    "AuthorisePlan": {"input": {"planId": "$plan"}},
}


def operations() -> dict[str, str]:
    """Each operation by its name, with the fragments of its file."""
    found = {}
    for path in FILES:
        definitions = parse(path.read_text()).definitions
        fragments = [print_ast(one) for one in definitions if not isinstance(one, OperationDefinitionNode)]
        for one in definitions:
            if isinstance(one, OperationDefinitionNode) and one.name:
                found[one.name.value] = "\n".join([print_ast(one), *fragments])
    return found


OPERATIONS = operations()


def root_fields(document: str) -> list[str]:
    operation = next(one for one in parse(document).definitions if isinstance(one, OperationDefinitionNode))
    return [node.name.value for node in operation.selection_set.selections if isinstance(node, FieldNode)]


def filled(given: Any, names: dict[str, Any]) -> Any:
    if isinstance(given, dict):
        return {key: filled(value, names) for key, value in given.items()}
    if isinstance(given, list):
        return [filled(value, names) for value in given]
    return names[given[1:]] if isinstance(given, str) and re.match(r"^\$\w+$", given) else given


def answer_to(cast: Cast, household: Household, who: str, operation: str) -> dict[str, Any]:
    variables = filled(GIVEN.get(operation, {}), cast.names)
    with taken_back():
        return ask(household.council, OPERATIONS[operation], cast.token(household, who), **variables)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_valid_against_the_committed_schema(path: Path) -> None:
    committed = build_schema((ROOT / "schema.graphql").read_text())
    assert validate(committed, parse(path.read_text())) == []


def test_every_document_of_the_contract_is_asked_for_something() -> None:
    needs_nothing = {"Languages", "Viewer"}
    assert set(GIVEN) | needs_nothing == set(OPERATIONS)


@pytest.mark.parametrize(("place", "operation"), list(enumerate(OPERATIONS)), ids=OPERATIONS)
def test_in_the_own_council(cast: Cast, place: int, operation: str) -> None:
    fields = root_fields(OPERATIONS[operation])
    for who in {who: None for field in fields for who in ROWS[field].asking(place)}:
        answer = answer_to(cast, cast.north, who, operation)
        for field in fields:
            assert outcome(answer, field) == ROWS[field].expected(who), (who, field, answer)


@pytest.mark.parametrize("operation", OPERATIONS)
def test_from_another_council(cast: Cast, operation: str) -> None:
    for who in ELSEWHERE:
        answer = answer_to(cast, cast.east, who, operation)
        for field in root_fields(OPERATIONS[operation]):
            assert outcome(answer, field) == ROWS[field].expected_elsewhere(who), (who, field, answer)
        assert "northmoor" not in str(answer).lower()


@pytest.mark.parametrize("operation", OPERATIONS)
def test_the_cost_is_told_and_leaves_room(cast: Cast, operation: str) -> None:
    cost = answer_to(cast, cast.north, "owner", operation)["extensions"]["cost"]
    assert 0 < cost["requested"] < cost["maximum"] * 0.6


def test_the_schema_in_the_file_is_the_schema_that_runs() -> None:
    assert (ROOT / "schema.graphql").read_text() == f"{schema.as_str()}\n"
