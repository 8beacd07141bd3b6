"""What is told of an error, and what the log learns."""

import logging
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DataError, IntegrityError
from graphql import GraphQLError

from leavingwell.graphql.errors import told
from leavingwell.graphql.execution import DocumentFailed, execute
from leavingwell.platform.councils.scope import ScopeViolation
from leavingwell.platform.people.models import Person
from leavingwell.platform.problems import not_found
from tests.graphql.asking import ask, codes
from tests.graphql.story import Cast

SECRET = "Aisha, born 3 May"


def raised(problem: Exception) -> GraphQLError:
    """As graphql-core hands on what a resolver raised."""
    try:
        raise problem
    except Exception as found:
        return GraphQLError(str(found), original_error=found)


@pytest.mark.parametrize(
    ("problem", "code"),
    [
        (not_found(), "NOT_FOUND"),
        (Person.DoesNotExist(SECRET), "NOT_FOUND"),
        (PermissionDenied(SECRET), "NOT_ALLOWED"),
        (RecursionError(SECRET), "DOCUMENT_TOO_LARGE"),
        (DataError(SECRET), "BAD_USER_INPUT"),
        (IntegrityError(SECRET), "INTERNAL"),
        (ScopeViolation(SECRET), "INTERNAL"),
        (ValueError(SECRET), "INTERNAL"),
        (KeyError(SECRET), "INTERNAL"),
    ],
)
def test_an_exceptions_own_words_stay_here(problem: Exception, code: str, caplog: pytest.LogCaptureFixture) -> None:
    error = told(raised(problem))
    assert error.extensions is not None
    assert error.extensions["code"] == code
    assert SECRET not in str(error.formatted)
    assert SECRET not in caplog.text


def test_an_unforeseen_error_is_found_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    error = told(raised(ValueError(SECRET)))
    assert error.extensions is not None
    reference = error.extensions["reference"]
    assert reference in error.message
    assert reference in caplog.text
    assert "ValueError" in caplog.text
    assert "test_errors.py" in caplog.text


def test_nothing_of_a_faulty_request_is_logged(cast: Cast, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, logger="strawberry")
    caplog.set_level(logging.DEBUG, logger="leavingwell")
    document = f'query($a: Int) {{ offer(slug: "{SECRET}") {{ nope }} offers(first: $a) {{ totalCount }} }}'
    ask(cast.north.council, document, a=SECRET)
    ask(cast.north.council, "query($a: Int) { offers(first: $a) { totalCount } }", a=SECRET)
    assert SECRET not in caplog.text


def test_no_names_are_suggested(cast: Cast) -> None:
    answer = ask(cast.north.council, '{ offers(topik: "a") { totalCont } ...on Plann { id } }')
    assert len(codes(answer)) == 3
    assert not [error for error in answer["errors"] if "Did you mean" in error["message"]]


@pytest.fixture
def request_of_a_visitor(cast: Cast, rf: Any) -> Any:
    request = rf.get("/")
    request.council, request.viewer, request.language = cast.north.council, None, "en"
    return request


@pytest.mark.parametrize(
    ("document", "variables", "codes_"),
    [
        ("{ insight { people } }", {}, ["UNAUTHENTICATED"]),
        ("{ nope }", {}, ["GRAPHQL_VALIDATION_FAILED"]),
        ("query($s: String) { offer(slug: $s) { id } }", {"s": "a\x00"}, ["BAD_USER_INPUT"]),
        ("query A { __typename } query B { __typename }", {}, ["OPERATION_NOT_FOUND"]),
    ],
)
def test_the_portal_gets_the_codes(request_of_a_visitor: Any, document: str, variables: Any, codes_: list[str]) -> None:
    with pytest.raises(DocumentFailed) as found:
        execute(document, variables, request_of_a_visitor)
    assert found.value.codes == codes_


def test_the_portal_gets_the_data(request_of_a_visitor: Any, cast: Cast) -> None:
    assert execute("{ council { slug } }", {}, request_of_a_visitor) == {"council": {"slug": cast.north.council.slug}}
