"""Reading an operation from a request, whatever was sent."""

import json
from dataclasses import dataclass
from typing import Any, NoReturn

from django.conf import settings
from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest, UnreadablePostError
from django.utils.http import parse_header_parameters
from django.utils.translation import gettext as _

from leavingwell.graphql.refusals import Refusal, bad_request


@dataclass(frozen=True)
class Operation:
    """`document` is None where only the hash of a trusted document was sent."""

    document: str | None
    variables: dict[str, Any]
    name: str | None
    extensions: dict[str, Any]


def operation_of(request: HttpRequest) -> Operation:
    """Raises `Refusal` 400, 411, 413 or 415."""
    return operation_from(from_body(request) if request.method == "POST" else from_address(request))


def operation_from(given: Any) -> Operation:
    if not isinstance(given, dict):
        raise bad_request(_("Send a JSON object with the key 'query'."))
    extensions = part(given, "extensions", dict) or {}
    document, name = part(given, "query", str), part(given, "operationName", str)
    if not document and "persistedQuery" not in extensions:
        raise bad_request(_("The key 'query' must hold a GraphQL document."))
    return Operation(document or None, part(given, "variables", dict) or {}, name, extensions)


def part(given: dict[str, Any], key: str, kind: type) -> Any:
    value = given.get(key)
    if value is not None and not isinstance(value, kind):
        raise bad_request(_("The key '%s' holds a value of the wrong kind.") % key)
    return value


def from_address(request: HttpRequest) -> dict[str, Any]:
    given = {key: str(request.GET[key]) for key in request.GET}
    texts = {key: given.get(key) or None for key in ("query", "operationName")}
    objects = {key: decoded(given[key]) for key in ("variables", "extensions") if given.get(key)}
    return {**texts, **objects}


def from_body(request: HttpRequest) -> Any:
    check_content_type(request)
    check_length(request)
    try:
        return decoded(request.body.decode("utf-8"))
    except UnicodeDecodeError:
        raise bad_request(_("The body must be in UTF-8.")) from None
    except (SuspiciousOperation, UnreadablePostError):
        raise bad_request(_("The body could not be read.")) from None


def check_content_type(request: HttpRequest) -> None:
    try:
        media_type, parameters = parse_header_parameters(request.headers.get("Content-Type", ""))
    except ValueError:  # exorbitantly long
        media_type, parameters = "", {}
    is_utf8 = parameters.get("charset", "utf-8").lower() in ("utf-8", "utf8")
    if media_type != "application/json" or not is_utf8 or "Content-Encoding" in request.headers:
        raise Refusal(415, "UNSUPPORTED_MEDIA_TYPE", _("Send application/json in UTF-8."))


def check_length(request: HttpRequest) -> None:
    """Before a byte is read. Raises a 400, a 411 or a 413."""
    if "Transfer-Encoding" in request.headers:  # Django would read nothing
        raise Refusal(411, "LENGTH_REQUIRED", _("Say how long the body is."))
    length = request.META.get("CONTENT_LENGTH") or "0"
    if not (length.isascii() and length.isdecimal()):
        raise bad_request(_("The length of the body makes no sense."))
    # A length of so many digits is too large without being counted.
    if len(length) > 18 or int(length) > settings.DATA_UPLOAD_MAX_MEMORY_SIZE:
        raise Refusal(413, "PAYLOAD_TOO_LARGE", _("This is too large to send at once."))


def refuse_constant(name: str) -> NoReturn:
    raise ValueError(name)  # NaN and Infinity: Python reads them, but they are no JSON


def decoded(text: str) -> Any:
    try:
        return json.loads(text, parse_constant=refuse_constant)
    except (ValueError, RecursionError):  # integers of thousands of digits and lists of thousands of levels too
        raise bad_request(_("This is not JSON.")) from None
