"""Each root field as each person of the cast, in the own council and from another one."""

import re
from typing import Any

import pytest

from leavingwell.graphql.schema import schema
from tests.conftest import taken_back
from tests.factories import Household
from tests.graphql.asking import ask, codes, send
from tests.graphql.expectations import MUTATIONS, QUERIES
from tests.graphql.outcomes import outcome
from tests.graphql.rows import CAST, ELSEWHERE, Row
from tests.graphql.story import Cast

ROWS = {**QUERIES, **MUTATIONS}
TYPES = {"youngPerson": "ID", "newWorker": "ID", "question": "String", "until": "DateTime"}


def with_variables(document: str) -> str:
    """A mutation's document with its variables declared."""
    used = sorted(set(re.findall(r"\$(\w+)", document)))
    if not used or not document.startswith("mutation"):
        return document
    declared = ", ".join(f"${name}: {TYPES.get(name, 'ID')}!" for name in used)
    return re.sub(r"^mutation \w+", f"mutation Try({declared})", document)


def tried(cast: Cast, household: Household, who: str, field: str, row: Row) -> str:
    """What somebody of the household gets who asks about the owner in the north."""
    document = with_variables(row.document)
    variables = cast.names
    used = {name: variables[name] for name in re.findall(r"\$(\w+)", document)}
    with taken_back():
        return outcome(ask(household.council, document, cast.token(household, who), **used), field)


@pytest.mark.parametrize(("place", "field"), list(enumerate(ROWS)), ids=ROWS)
def test_in_the_own_council(cast: Cast, place: int, field: str) -> None:
    row = ROWS[field]
    got = {who: tried(cast, cast.north, who, field, row) for who in row.asking(place)}
    assert got == {who: row.expected(who) for who in got}


@pytest.mark.parametrize("field", ROWS)
def test_another_councils_people_find_nobody(cast: Cast, field: str) -> None:
    row = ROWS[field]
    got = {who: tried(cast, cast.east, who, field, row) for who in ELSEWHERE}
    assert got == {who: row.expected_elsewhere(who) for who in ELSEWHERE}


@pytest.mark.parametrize("who", [who for who in CAST if who not in ("visitor", "operator")])
def test_a_token_is_unknown_at_another_councils_host(cast: Cast, who: str) -> None:
    response: Any = send(cast.east.council, {"query": "{ viewer { id } }"}, cast.token(cast.north, who))
    assert response.status_code == 401
    assert codes(response.json()) == ["UNAUTHENTICATED"]


def test_only_the_operator_sees_that_there_are_other_councils(cast: Cast) -> None:
    for who in CAST:
        answer = ask(cast.north.council, "{ councils { slug } }", cast.token(cast.north, who))
        slugs = {council["slug"] for council in answer["data"]["councils"]}
        assert slugs == ({"northmoor", "eastmarsh"} if who == "operator" else {"northmoor"}), who


def test_every_root_field_has_its_row() -> None:
    core = schema._schema
    assert core.query_type is not None
    assert core.mutation_type is not None
    assert set(core.query_type.fields) == set(QUERIES)
    assert set(core.mutation_type.fields) == set(MUTATIONS)
