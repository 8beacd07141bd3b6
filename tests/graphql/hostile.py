"""What no honest front end sends: bodies, and values by the type that they stand for."""

import json
from typing import Any

from strawberry.relay import to_base64

NUL, SURROGATE, RIGHT_TO_LEFT_OVERRIDE = "\x00", "\ud800", "\u202e"
LONG = "x" * 1_000_000
SOME_UUID = "01890a5d-ac96-774b-bcce-b302099a8057"
ANY = json.dumps({"query": "{ __typename }"}).encode()


def body(**parts: Any) -> bytes:
    return json.dumps(parts).encode()


def nested(levels: int, opening: str = "[", closing: str = "]") -> str:
    return opening * levels + closing * levels


# Each is refused with a 400: none of them is a GraphQL request.
BODIES: dict[str, bytes] = {
    "nothing": b"",
    "blank": b"  \n",
    "half an object": b'{"query": "{ __typename }"',
    "not UTF-8": b'{"query": "{ __typename \xff }"}',
    "UTF-16": '{"query": "{ __typename }"}'.encode("utf-16"),
    "byte order mark": b"\xef\xbb\xbf" + ANY,
    "an integer of 5000 digits": b'{"query": "{ __typename }", "variables": {"a": ' + b"9" * 5000 + b"}}",
    "100 000 open lists": b"[" * 100_000,
    "100 000 lists in variables": f'{{"query": "{{ __typename }}", "variables": {{"a": {nested(100_000)}}}}}'.encode(),
    "a number": b"3",
    "null": b"null",
    "true": b"true",
    "a text": b'"{ __typename }"',
    "a list of requests": b"[" + ANY + b"]",
    "an empty list": b"[]",
    "an empty object": b"{}",
    "NaN": b'{"query": "{ __typename }", "variables": {"a": NaN}}',
    "Infinity": b'{"query": "{ __typename }", "variables": {"a": -Infinity}}',
    "no query": body(variables={}),
    "null query": body(query=None),
    "empty query": body(query=""),
    "query is a number": body(query=5),
    "query is a list": body(query=["{ __typename }"]),
    "query is an object": body(query={"a": 1}),
    "operation is a number": body(query="{ __typename }", operationName=5),
    "operation is a list": body(query="{ __typename }", operationName=["a"]),
    "variables are a text": body(query="{ __typename }", variables="{}"),
    "variables are a list": body(query="{ __typename }", variables=[1]),
    "variables are true": body(query="{ __typename }", variables=True),
    "extensions are a text": body(query="{ __typename }", extensions="a"),
    "persisted query is a text": body(extensions={"persistedQuery": "a"}),
    "persisted query is null": body(extensions={"persistedQuery": None}),
    "hash is a number": body(extensions={"persistedQuery": {"sha256Hash": 5}}),
    "NUL alone": NUL.encode(),
}

# Each is a request, and gets an answer with errors.
DOCUMENTS: dict[str, str] = {
    "blank": " ",
    "only a comment": "# nothing",
    "an open brace": "{",
    "NUL": "{ __typename \x00 }",
    "NUL in a comment": "# \x00\n{",
    "half a pair": "{ __typename \ud800 }",
    "NUL in a text": '{ offer(slug: "a\\u0000b") { id } }',
    "half a pair in a text": '{ offer(slug: "\\ud800") { id } }',
    "NUL in a block text": '{ offer(slug: """a\x00b""") { id } }',
    "deep": nested(5000, "{ council ", "}"),
    "deep lists": f"{{ offer(slug: {nested(2000)}) {{ id }} }}",
    "deep objects": f"{{ offer(slug: {nested(1000, '{a: ', '}')}) {{ id }} }}",
    "long": f'{{ offer(slug: "{LONG}") {{ id }} }}',
    "many tokens": "{" + " a" * 5000 + "}",
    "the same field 1400 times": "{ council {" + " slug" * 1400 + "} }",
    "many aliases": "{" + " ".join(f"a{n}: __typename" for n in range(200)) + "}",
    "too deep": "{ viewer " + "{ youngPerson { plan " * 6 + "{ id }" + " } }" * 6 + " }",
    "fragments in a ring": "{ council { ...a } } fragment a on Council { ...b } fragment b on Council { ...a }",
    "a fragment in itself": "{ council { ...a } } fragment a on Council { ...a }",
    "doubling fragments": "{ council { ...f0 } } "
    + " ".join(f"fragment f{n} on Council {{ ...f{n + 1} ...f{n + 1} }}" for n in range(100))
    + " fragment f100 on Council { slug }",
    "a chain of fragments": "{ council { ...f0 } } "
    + " ".join(f"fragment f{n} on Council {{ ...f{n + 1} }}" for n in range(300))
    + " fragment f300 on Council { slug }",
    "unknown fragment": "{ council { ...nope } }",
    "two operations and no name": "query A { __typename } query B { __typename }",
    "only a fragment": "fragment a on Council { slug }",
    "a type definition": "type A { b: Int }",
    "a subscription": "subscription { a }",
    "unknown field": "{ counsil { slug } }",
    "unknown argument": '{ offers(topik: "a") { totalCount } }',
    "unknown type": "query($a: Strin) { offers(topic: $a) { totalCount } }",
    "unknown directive": "{ council @nope { slug } }",
    "wrong enum": "mutation { checkIn(input: {face: 3, sharedWith: WORKERS}) { __typename } }",
    "huge integer": "{ offers(first: 99999999999999999999) { totalCount } }",
    "float for an integer": "{ offers(first: 1e400) { totalCount } }",
    "bad date": 'mutation { recordAttempt(input: {planId: "a", channel: CALL, outcome: "", on: "x"}) { __typename } }',
    "bad UUID": 'mutation { requestReview(input: {planId: "a", requestId: "x"}) { __typename } }',
    "page of -1": "{ offers(first: -1) { totalCount } }",
    "page of 101": "{ offers(first: 101) { totalCount } }",
    "first and last": "{ offers(first: -1, last: -1) { totalCount } }",
    "too much at once": "{ caseload { edges { node { checkIns { edges { node { id } } } } } } }",
    "deep introspection": "{ __schema { types " + "{ fields { type " * 4 + "{ name }" + " } }" * 4 + " } }",
}

TEXTS = [
    "",
    " ",
    "x" * 9000,
    NUL,
    SURROGATE,
    f"a{NUL}b",
    f"{RIGHT_TO_LEFT_OVERRIDE}abc",
    "'; DROP TABLE",
    "%s %(a)s",
    "🏃" * 300,
]
IDS = [
    "",
    "!!!",
    "x",
    "ä",
    "x" * 9000,
    NUL,
    SURROGATE,
    "5" * 5000,
    to_base64("Plan", ""),
    to_base64("Plan", "5"),
    to_base64("Plan", NUL),
    to_base64("Plan", "9" * 5000),
    to_base64("", SOME_UUID),
    to_base64("Nope", SOME_UUID),
    *(to_base64(name, SOME_UUID) for name in ("Plan", "YoungPerson", "Response", "Person", "Team", "Action")),
]
CURSORS = [
    "",
    "zzz",
    "!!!",
    "x" * 9000,
    NUL,
    SURROGATE,
    to_base64("arrayconnection", "x"),
    to_base64("arrayconnection", "-5"),
]
CURSORS += [to_base64("arrayconnection", "9" * 5000), to_base64("arrayconnection", str(2**31)), to_base64("a", "5")]

WRONG_TYPES: list[Any] = [None, True, 5, 1.5, -(2**31), 2**31, 2**70, "x", [], [[]], [None], {}, {"a": {}}]
VALUES: dict[str, list[Any]] = {
    "String": TEXTS,
    "ID": IDS,
    "Int": [0, -1, 2**31 - 1, -(2**31)],
    "Boolean": [False],
    "Date": ["0000-01-01", "0001-01-01", "9999-12-31", "2024-02-30", "2024-1-1", "20240101", NUL],
    "UUID": [SOME_UUID, f"{{{SOME_UUID}}}", "x", NUL],
}
ENUM: list[Any] = ["NOPE", "worker", NUL]
