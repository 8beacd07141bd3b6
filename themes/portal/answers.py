"""Saving answers through the API."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest

from leavingwell.themes.portal.api import Refused, change
from leavingwell.themes.portal.forms.answering import AnswerForm
from leavingwell.themes.portal.sittings import Sitting
from leavingwell.themes.portal.whose import Whose


def request_id_of(request: HttpRequest) -> str | None:
    """The key under which a script sends the same words again until they arrive. A made-up one is none."""
    try:
        return str(UUID(request.POST.get("request", "")))
    except ValueError:
        return None


def save(
    request: HttpRequest,
    place: Whose,
    sitting: Sitting,
    response: dict[str, Any],
    answers: list[dict[str, Any]],
    version: int,
) -> dict[str, Any]:
    """The checklist after it. An answer that somebody else changed since the page was made is not overwritten.

    Raises `Refused`.
    """
    return change(
        request,
        "save-answers",
        responseId=response["id"],
        answers=answers,
        channel=place.channel,
        language=sitting.language,
        variant=sitting.variant,
        withInterpreter=sitting.with_interpreter,
        expectedVersion=version,
        requestId=request_id_of(request),
    )


def answer_in(
    form: AnswerForm, code: str, answer: dict[str, Any] | None, place: Whose, *, skip: bool
) -> dict[str, Any]:
    before = answer["comment"] if answer else ""
    return form.answer(code, before, by_worker=not place.own, skip=skip)


def told_somebody(response: dict[str, Any], codes: set[str]) -> bool:
    return any(one["tellsAPerson"] for one in response["answers"] if one["question"]["code"] in codes)


def is_stale(refused: Refused) -> bool:
    return any(problem["code"] == "STALE_VERSION" for problem in refused.problems)
