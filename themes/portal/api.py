"""The portal's one way to anything: the documents beside its templates, executed by the API in this process."""

from functools import cache
from pathlib import Path
from typing import Any, cast

from django.core.exceptions import BadRequest, PermissionDenied
from django.http import Http404, HttpRequest

from leavingwell.graphql.context import Request
from leavingwell.graphql.execution import DocumentFailed, execute
from leavingwell.themes.portal.once import once

DOCUMENTS = Path(__file__).parent / "documents"


class SignedOut(Exception):
    """The document is for somebody who is signed in."""


class PreviewOver(Exception):
    """The preview's token is no good, or no longer."""


class Refused(Exception):
    """A mutation changed nothing. `problems` are the API's: `{"code", "field", "message"}`."""

    def __init__(self, problems: list[dict[str, Any]]) -> None:
        self.problems = problems
        super().__init__("; ".join(f"{problem['code']} {problem['field']}" for problem in problems))

    @property
    def message(self) -> str:
        return " ".join(problem["message"] for problem in self.problems)


@cache
def document(name: str) -> str:
    return (DOCUMENTS / f"{name}.graphql").read_text(encoding="utf-8")


def ask(request: HttpRequest, name: str, /, **variables: Any) -> dict[str, Any]:
    """The answer to a query. Raises what the API says: `SignedOut`, `PermissionDenied`, `Http404`, `BadRequest`."""
    try:
        return execute(document(name), variables, cast(Request, request))  # our middleware made it one
    except DocumentFailed as failed:
        if "PREVIEW_OVER" in failed.codes:
            raise PreviewOver from failed
        if "UNAUTHENTICATED" in failed.codes:
            raise SignedOut from failed
        if "NOT_ALLOWED" in failed.codes:
            raise PermissionDenied from failed
        if "NOT_FOUND" in failed.codes:
            raise Http404 from failed
        if "BAD_USER_INPUT" in failed.codes:
            raise BadRequest from failed
        raise


MOST_PAGES = 50


def ask_all(request: HttpRequest, name: str, field: str, /, **variables: Any) -> dict[str, Any]:
    """The answer to a query with one list of it whole: `field` takes `after: $after` and tells `pageInfo`."""
    found = ask(request, name, **variables)
    rows = found[field]
    for _page in range(MOST_PAGES):
        if not rows["pageInfo"]["hasNextPage"]:
            break
        rows = ask(request, name, **variables, after=rows["pageInfo"]["endCursor"])[field]
        found[field]["edges"] += rows["edges"]
    return found


def change(request: HttpRequest, name: str, /, **given: Any) -> dict[str, Any]:
    """What a mutation made. Raises `Refused` with its problems, or `Http404` where it must not say more."""
    result: dict[str, Any] = next(iter(ask(request, name, input=once(request, name, given)).values()))
    if result["__typename"] != "Problems":
        return result
    for problem in result["problems"]:
        if problem["code"] == "NOT_FOUND" and (problem["field"] or "").endswith("Id"):
            raise Http404
        if problem["code"] == "NOT_ALLOWED" and not problem["field"]:
            raise PermissionDenied
    raise Refused(result["problems"])


def one(found: Any) -> Any:
    """The object that was asked for. Raises `Http404` for one that is not there, or not for this viewer."""
    if found is None:
        raise Http404
    return found
