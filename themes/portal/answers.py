"""Saving one answer through the API."""

from typing import Any

from django.http import HttpRequest

from leavingwell.themes.portal.api import change
from leavingwell.themes.portal.forms.answering import AnswerForm
from leavingwell.themes.portal.whose import Whose


def saved(request: HttpRequest, place: Whose, response: dict[str, Any], code: str, form: AnswerForm) -> dict[str, Any]:
    """The saved answer. An answer that somebody else changed since the page was made is not overwritten.

    Raises `Refused`.
    """
    before = response["answer"]["comment"] if response["answer"] else ""
    answer = form.answer(code, before, by_worker=not place.own, skip="skip" in request.POST)
    after = change(
        request,
        "save-answers",
        responseId=response["id"],
        answers=[answer],
        channel=place.channel,
        expectedVersion=form.cleaned_data["version"],
    )
    return next(one for one in after["answers"] if one["question"]["code"] == code)


def told_somebody(answer: dict[str, Any]) -> bool:
    return bool(answer["tellsAPerson"])
