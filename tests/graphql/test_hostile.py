"""Every input gets an answer that helps: JSON, a code, and no words of the database or of Python."""

import json
import re
from typing import Any
from zlib import crc32

import pytest
from django.test import Client
from graphql import GraphQLEnumType, GraphQLInputObjectType, get_named_type

from leavingwell.graphql.schema import schema
from tests.conftest import taken_back
from tests.graphql import hostile
from tests.graphql.asking import JSON, codes, send
from tests.graphql.expectations import MUTATIONS, QUERIES
from tests.graphql.rows import PROBLEMS
from tests.graphql.story import Cast
from tests.turns import some_in_turn

RAW = re.compile(
    r"psycopg|LINE 1|DETAIL:|Traceback|SQL|codec |badly formed|isoformat|invalid literal|Incorrect padding|NoneType"
    r"|has no attribute|<class|object at 0x|matching query|month must be|too long for type|out of range|Did you mean"
    r"|unsupported Unicode"
)
CORE = schema._schema


def checked(response: Any, statuses: tuple[int, ...] = (200,)) -> dict[str, Any]:
    """The answer, which is JSON of one of the statuses, with a code for each error, all of them foreseen."""
    assert response.status_code in statuses, (response.status_code, response.content[:500])
    assert response["Content-Type"].startswith(JSON)
    answer: dict[str, Any] = json.loads(response.content.decode("utf-8"))
    for error in answer.get("errors", ()):
        assert error["message"]
        assert error["extensions"]["code"] != "INTERNAL"
        assert "reference" not in error["extensions"], error
    told = [error["message"] for error in answer.get("errors", ())]
    assert not [message for message in told if RAW.search(message)], told
    return answer


@pytest.mark.parametrize("name", hostile.BODIES)
def test_a_body_that_is_no_request(cast: Cast, name: str) -> None:
    answer = checked(send(cast.north.council, hostile.BODIES[name]), (400,))
    assert codes(answer) == ["BAD_REQUEST"]
    assert "data" not in answer


@pytest.mark.parametrize("name", hostile.DOCUMENTS)
def test_a_document_that_cannot_run(cast: Cast, name: str) -> None:
    answer = checked(send(cast.north.council, {"query": hostile.DOCUMENTS[name]}))
    assert codes(answer)
    assert not answer.get("data")


@pytest.mark.parametrize("value", ["abc", "-5", "1e3", "٣", " ", "+1"])
def test_a_length_that_makes_no_sense(cast: Cast, value: str) -> None:
    client = Client(HTTP_HOST=cast.north.council.host)
    response = client.generic("POST", "/graphql/", hostile.ANY, content_type=JSON, CONTENT_LENGTH=value)
    assert codes(checked(response, (400,))) == ["BAD_REQUEST"]


@pytest.mark.parametrize("value", ["2500001", "999999999999", "9" * 5000])
def test_a_body_too_large_is_not_read(cast: Cast, value: str) -> None:
    client = Client(HTTP_HOST=cast.north.council.host)
    response = client.generic("POST", "/graphql/", hostile.ANY, content_type=JSON, CONTENT_LENGTH=value)
    assert codes(checked(response, (413,))) == ["PAYLOAD_TOO_LARGE"]


def test_a_body_in_chunks(cast: Cast) -> None:
    client = Client(HTTP_HOST=cast.north.council.host, CONTENT_TYPE=JSON)
    response = client.generic("POST", "/graphql/", b"", HTTP_TRANSFER_ENCODING="chunked")
    assert codes(checked(response, (411,))) == ["LENGTH_REQUIRED"]


@pytest.mark.parametrize(
    "content_type",
    [
        "",
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "application/graphql",
        "application/json; charset=utf-16",
        "x" * 20_000,
        "application/jsonx",
        ";;;",
    ],
)
def test_another_content_type(cast: Cast, content_type: str) -> None:
    client = Client(HTTP_HOST=cast.north.council.host)
    response = client.generic("POST", "/graphql/", hostile.ANY, content_type=content_type)
    assert codes(checked(response, (415,))) == ["UNSUPPORTED_MEDIA_TYPE"]


@pytest.mark.parametrize(
    "address", ["", "?query=", "?variables=%7B", "?query=%7B__typename%7D&variables=[1]", "?query=%00&extensions=5"]
)
def test_an_address_that_asks_nothing(cast: Cast, address: str) -> None:
    response = Client(HTTP_HOST=cast.north.council.host).get(f"/graphql/{address}")
    assert codes(checked(response, (400,))) == ["BAD_REQUEST"]


@pytest.mark.parametrize("token", ["", " ", "x", "ä", "x" * 5000, "0" * 32, "a\x00b", "../../etc"])
def test_a_made_up_token(cast: Cast, token: str) -> None:
    assert codes(checked(send(cast.north.council, {"query": "{ __typename }"}, token), (401,))) == ["UNAUTHENTICATED"]


def values_for(of_type: Any) -> list[Any]:
    named = get_named_type(of_type)
    return hostile.ENUM if isinstance(named, GraphQLEnumType) else hostile.VALUES.get(named.name, hostile.WRONG_TYPES)


def few(values: list[Any], place: str) -> list[Any]:
    """Of the values for a place two, in turn: all places read alike, so between them a run tries each often."""
    return some_in_turn(values, 2, crc32(place.encode()))


def ask_hostile(cast: Cast, who: str, document: str, variables: dict[str, Any]) -> None:
    # Written with escapes, as JSON can hold halves of surrogate pairs.
    body = json.dumps({"query": document, "variables": variables}).encode()
    with taken_back():
        checked(send(cast.north.council, body, cast.token(cast.north, who)))


def input_type(mutation: str) -> GraphQLInputObjectType:
    assert CORE.mutation_type is not None
    named = get_named_type(CORE.mutation_type.fields[mutation].args["input"].type)
    assert isinstance(named, GraphQLInputObjectType)
    return named


BARE = re.compile(r"(?<=[\s\[])(?!(?:true|false|null)\b)([A-Za-z_]{2,})(?=[,}\]])")  # a value of an enum


def good_input(cast: Cast, mutation: str) -> dict[str, Any]:
    """The input of the table of expectations, as variables."""
    names = cast.names
    written = MUTATIONS[mutation].document.split("(input: ")[1].split(") {")[0]
    named = re.sub(r"\$(\w+)", lambda found: json.dumps(names[found[1]]), written)
    quoted = re.sub(r"(\w+):(?=\s)", r'"\1":', named)
    found: dict[str, Any] = json.loads(BARE.sub(r'"\1"', quoted))
    return found


@pytest.mark.parametrize("mutation", MUTATIONS)
def test_hostile_values_in_every_part_of_an_input(cast: Cast, mutation: str) -> None:
    who = (*MUTATIONS[mutation].answered, "manager", "worker")[0]
    of_type, good = input_type(mutation), good_input(cast, mutation)
    document = f"mutation Try($input: {of_type.name}!) {{ {mutation}(input: $input) {{ __typename {PROBLEMS} }} }}"
    for name, field in of_type.fields.items():
        for value in few(values_for(field.type), f"{mutation}.{name}"):
            ask_hostile(cast, who, document, {"input": {**good, name: [value] if "[" in str(field.type) else value}})


def test_values_of_the_wrong_type(cast: Cast) -> None:
    """Reading a type's values is the same everywhere: one input of each type is enough."""
    seen: set[str] = set()
    for mutation in MUTATIONS:
        of_type, good = input_type(mutation), good_input(cast, mutation)
        document = f"mutation Try($input: {of_type.name}!) {{ {mutation}(input: $input) {{ __typename }} }}"
        for name, field in of_type.fields.items():
            kind = get_named_type(field.type).name
            if kind not in seen:
                seen.add(kind)
                for value in hostile.WRONG_TYPES:
                    ask_hostile(cast, "worker", document, {"input": {**good, name: value}})


@pytest.mark.parametrize("query", QUERIES)
def test_hostile_values_in_every_argument(cast: Cast, query: str) -> None:
    assert CORE.query_type is not None
    field = CORE.query_type.fields[query]
    selection = "" if not hasattr(get_named_type(field.type), "fields") else "{ __typename }"
    for name, argument in field.args.items():
        required = {other: "ID!" for other, one in field.args.items() if str(one.type) == "ID!" and other != name}
        declared = ", ".join([f"${name}: {argument.type}", *(f"${other}: {of}" for other, of in required.items())])
        passed = ", ".join(f"{one}: ${one}" for one in [name, *required])
        values = hostile.CURSORS if name in ("after", "before") else values_for(argument.type)
        for value in few(values, f"{query}.{name}"):
            document = f"query Try({declared}) {{ {query}({passed}) {selection} }}"
            ask_hostile(cast, "manager", document, {name: value, **dict.fromkeys(required, "x")})


def test_answers_with_hostile_parts(cast: Cast) -> None:
    good = good_input(cast, "saveAnswers")
    document = "mutation Try($input: SaveAnswersInput!) { saveAnswers(input: $input) { __typename } }"
    answer_type = CORE.type_map["AnswerInput"]
    assert isinstance(answer_type, GraphQLInputObjectType)
    for name, field in answer_type.fields.items():
        for value in values_for(field.type):
            ask_hostile(cast, "worker", document, {"input": {**good, "answers": [{**good["answers"][0], name: value}]}})
    ask_hostile(cast, "worker", document, {"input": {**good, "answers": good["answers"] * 5000}})


@pytest.mark.parametrize("mutation", ["addComment", "addAction", "addGoal", "addSupporter", "inviteYoungPerson"])
def test_a_million_letters(cast: Cast, mutation: str) -> None:
    who, of_type, good = MUTATIONS[mutation].answered[0], input_type(mutation), good_input(cast, mutation)
    document = f"mutation Try($input: {of_type.name}!) {{ {mutation}(input: $input) {{ __typename }} }}"
    texts = [name for name, field in of_type.fields.items() if get_named_type(field.type).name in ("String", "ID")]
    for name in texts:
        ask_hostile(cast, who, document, {"input": {**good, name: hostile.LONG}})


def test_letters_that_turn_the_direction_are_kept(cast: Cast) -> None:
    words = f"{hostile.RIGHT_TO_LEFT_OVERRIDE}words\u202c and \u200fmore 🏃🏽‍♀️"
    document = "mutation Try($input: AddCommentInput!) { addComment(input: $input) { ... on Comment { body } } }"
    given = {"planId": cast.names["plan"], "body": words}
    response: Any = send(
        cast.north.council, {"query": document, "variables": {"input": given}}, cast.token(cast.north, "owner")
    )
    assert response.json()["data"]["addComment"]["body"] == words
