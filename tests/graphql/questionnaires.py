"""Asking the API for the questionnaire."""

from collections.abc import Callable
from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.graphql.asking import ask
from tests.graphql.test_contract import OPERATIONS

OFFLINE = OPERATIONS["Offline"]
CODE = {"code": "outcomes"}
PROMPTS = '{ questionnaire(code: "outcomes") { question(code: "HOME-01") { workerPrompt { value } } } }'


def question(council: Any, code: str, **variables: Any) -> dict[str, Any]:
    answer = ask(council, OFFLINE, **CODE, **variables)
    assert "errors" not in answer, answer
    domains = answer["data"]["questionnaire"]["domains"]
    found: dict[str, Any] = next(one for domain in domains for one in domain["questions"] if one["code"] == code)
    return found


def queries_of(work: Callable[[], Any]) -> int:
    with CaptureQueriesContext(connection) as queries:
        work()
    return len(queries)
