"""How much one request may ask for, and what its answer says that it cost."""

from typing import Any

import pytest
from graphql import OperationDefinitionNode, get_introspection_query, parse

from leavingwell.graphql.limits import numbers
from leavingwell.graphql.limits.cost import cost_of, estimated
from leavingwell.graphql.limits.size import Size, size_of
from leavingwell.graphql.schema import schema
from tests.graphql import hostile
from tests.graphql.asking import ask, codes, send
from tests.graphql.story import Cast


def cost(document: str, **variables: Any) -> int:
    parsed = parse(document)
    operation = parsed.definitions[0]
    assert isinstance(operation, OperationDefinitionNode)
    return cost_of(schema._schema, parsed, operation, variables)


@pytest.mark.parametrize(
    ("document", "variables", "expected"),
    [
        ("{ __typename }", {}, 1),
        ("{ council { slug name } }", {}, 3),
        ("{ languages { code } }", {}, 1 + 10),
        ("{ offers { totalCount } }", {}, 1 + 1),
        ("{ offers { edges { node { slug } } } }", {}, 1 + 1 + 100 * 2),
        ("{ offers(first: 3) { edges { node { slug } } } }", {}, 1 + 1 + 3 * 2),
        ("{ offers(last: 3) { edges { node { slug } } } }", {}, 1 + 1 + 3 * 2),
        ("{ offers(first: 999) { edges { node { slug } } } }", {}, 1 + 1 + 100 * 2),
        ("{ offers(first: -5) { edges { node { slug } } } }", {}, 1 + 1),
        ("query($n: Int) { offers(first: $n) { edges { node { slug } } } }", {"n": 3}, 1 + 1 + 3 * 2),
        ("query($n: Int) { offers(first: $n) { edges { node { slug } } } }", {}, 1 + 1 + 100 * 2),
        ("query($n: Int = 4) { offers(first: $n) { edges { node { slug } } } }", {}, 1 + 1 + 4 * 2),
        ("query($n: Int = 4) { offers(first: $n) { edges { node { slug } } } }", {"n": 2}, 1 + 1 + 2 * 2),
        ("query($n: Int) { offers(first: $n) { edges { node { slug } } } }", {"n": "x"}, 1 + 1 + 100 * 2),
        ("{ offers(first: 2) { ...P } } fragment P on OfferConnection { edges { node { slug } } }", {}, 1 + 1 + 2 * 2),
        ("{ council { ...C ...C } } fragment C on Council { slug }", {}, 1 + 2),
        ("{ council { ... on Council { slug } ... { name } } }", {}, 1 + 2),
        ("{ __schema { types { name } } }", {}, 1),
    ],
)
def test_the_estimate(document: str, variables: dict[str, Any], expected: int) -> None:
    assert cost(document, **variables) == expected


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        ("{ __typename }", Size(1, 0, 1)),
        ("{ a { b { c } } d }", Size(3, 0, 4)),
        ("{ x: a { y: b } }", Size(2, 2, 2)),
        ("{ a { ...F } } fragment F on T { x: b { c } }", Size(3, 1, 3)),
        ("{ ...F ...F } fragment F on T { x: b }", Size(1, 2, 2)),
        ("{ ...F } fragment F on T { x: b ...F }", Size(1, 1, 1)),
        ("{ ... on T { ... { a } } }", Size(1, 0, 1)),
        ("{ __schema { types { fields { name } } } }", Size(1, 0, 4)),
        ("query A { a } query B { b { c } }", Size(2, 0, 3)),
    ],
)
def test_the_size(document: str, expected: Size) -> None:
    assert size_of(parse(document)) == expected


def test_what_a_document_does_not_declare_is_not_remembered() -> None:
    document = "query($first: Int = 1) { offers(first: $first) { edges { node { title { value } } } } }"
    assert cost(document, first=None) > cost(document)  # null takes the place of the default: the largest page
    kept = estimated.cache_info().currsize
    assert cost(document, more=1, much={"text": "x" * 1000}) == cost(document)
    assert estimated.cache_info().currsize == kept


def test_every_answer_tells_its_cost(cast: Cast) -> None:
    answer = ask(cast.north.council, "{ council { slug } }")
    assert answer["extensions"] == {"cost": {"requested": 2, "maximum": numbers.COST}}


def test_an_answer_with_an_error_in_a_field_tells_it_too(cast: Cast) -> None:
    answer = ask(cast.north.council, "{ council { slug } insight { people } }")
    assert codes(answer) == ["UNAUTHENTICATED"]
    assert answer["extensions"]["cost"]["requested"] == 4


def test_too_much_at_once_says_how_much(cast: Cast) -> None:
    answer = ask(cast.north.council, hostile.DOCUMENTS["too much at once"])
    assert codes(answer) == ["COST_TOO_HIGH"]
    told = answer["errors"][0]["extensions"]
    assert told["requested"] > told["maximum"] == numbers.COST
    assert "data" not in answer


def test_how_things_stood_over_time_is_for_one_plan_and_not_for_a_caseload(cast: Cast) -> None:
    document = "query($n: Int) { caseload(first: $n) { edges { node { plan { stateOverTime { answeredAt } } } } } }"
    token = cast.token(cast.north, "worker")
    assert codes(ask(cast.north.council, document, token, n=100)) == ["COST_TOO_HIGH"]
    assert codes(ask(cast.north.council, document, token, n=1)) == []


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("too deep", "DOCUMENT_TOO_LARGE"),
        ("many aliases", "DOCUMENT_TOO_LARGE"),
        ("long", "DOCUMENT_TOO_LARGE"),
        ("doubling fragments", "DOCUMENT_TOO_LARGE"),
        ("the same field 1400 times", "DOCUMENT_TOO_LARGE"),
        ("many tokens", "GRAPHQL_PARSE_FAILED"),
        ("NUL in a text", "BAD_USER_INPUT"),
        ("two operations and no name", "OPERATION_NOT_FOUND"),
        ("unknown field", "GRAPHQL_VALIDATION_FAILED"),
        ("page of 101", "BAD_USER_INPUT"),
    ],
)
def test_the_code_tells_which_limit(cast: Cast, name: str, code: str) -> None:
    assert set(codes(ask(cast.north.council, hostile.DOCUMENTS[name]))) == {code}


def test_the_explorers_own_question_is_answered(cast: Cast) -> None:
    document = get_introspection_query(
        input_value_deprecation=True, specified_by_url=True, directive_is_repeatable=True
    )
    assert "errors" not in ask(cast.north.council, document)


def test_introspection_can_be_switched_off(cast: Cast, settings: Any) -> None:
    document = "{ __schema { queryType { name } } __typename }"
    assert ask(cast.north.council, document)["data"]["__typename"] == "Query"
    settings.GRAPHQL_INTROSPECTION = False
    assert set(codes(ask(cast.north.council, document))) == {"GRAPHQL_VALIDATION_FAILED"}
    assert ask(cast.north.council, "{ __typename }")["data"] == {"__typename": "Query"}


def test_a_document_that_was_checked_is_not_checked_again_for_other_variables(cast: Cast) -> None:
    document = "query($n: Int) { offers(first: $n) { edges { node { slug } } } }"
    assert "errors" not in ask(cast.north.council, document, n=1)
    assert codes(ask(cast.north.council, document, n=101)) == ["BAD_USER_INPUT"]
    body = b'{"query": "query($n: Int) { offers(first: $n) { totalCount } }", "variables": {"n": "\\u0000"}}'
    assert codes(send(cast.north.council, body).json()) == ["BAD_USER_INPUT"]  # type: ignore[attr-defined]
