"""An answer as HTTP: GraphQL over HTTP, its media types and status codes."""

import json
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.http import HttpResponse
from graphql import GraphQLError
from strawberry.types import ExecutionResult

from leavingwell.graphql.errors import refusal
from leavingwell.graphql.negotiation import GRAPHQL_JSON
from leavingwell.graphql.refusals import Refusal


def is_request_error(result: ExecutionResult) -> bool:
    """Nothing ran: the document or its variables are faulty. Such an answer has no `data`."""
    return result.data is None and not any(error.path for error in result.errors or ())


def told(errors: list[GraphQLError]) -> dict[str, Any]:
    return {"errors": [error.formatted for error in errors]} if errors else {}


def body_of(result: ExecutionResult) -> dict[str, Any]:
    errors = told(result.errors or [])
    if is_request_error(result):
        return errors
    return {**errors, "data": result.data, "extensions": result.extensions}


class Encoded(bytes):
    """JSON already, in UTF-8."""


def encoded(value: Any) -> Encoded:
    if isinstance(value, Encoded):
        return value
    text = json.dumps(value, cls=DjangoJSONEncoder, ensure_ascii=False, separators=(",", ":"))
    return Encoded(text.encode(errors="replace"))


def json_response(body: dict[str, Any], media_type: str, status: int) -> HttpResponse:
    parts = b",".join(b"%b:%b" % (encoded(name), encoded(part)) for name, part in body.items())
    return HttpResponse(b"{%b}" % parts, status=status, content_type=f"{media_type}; charset=utf-8")


def answered(result: ExecutionResult, media_type: str) -> HttpResponse:
    faulty = is_request_error(result) and media_type == GRAPHQL_JSON
    return json_response(body_of(result), media_type, 400 if faulty else 200)


def refused(refusal_: Refusal, media_type: str) -> HttpResponse:
    response = json_response(told([refusal(refusal_.code, refusal_.message)]), media_type, refusal_.status)
    for name, value in {"Cache-Control": "no-store", **refusal_.headers}.items():
        response[name] = value
    return response
