"""A question as the young person would see it, for those who write it: in the admin's frame, or in a tab of its own."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.views.decorators.http import require_http_methods

from leavingwell.themes.portal.access import signed_in
from leavingwell.themes.portal.api import ask, one
from leavingwell.themes.portal.forms.answering import AnswerForm
from leavingwell.themes.portal.languages import interface_language
from leavingwell.themes.portal.middleware import POLICY
from leavingwell.themes.portal.reading.place import place_of
from leavingwell.themes.portal.sittings import STANDARD, Sitting, language_or_own, languages
from leavingwell.themes.portal.whose import Whose

LONGEST = {"text": 300, "help": 600, "picture_text": 200}  # characters, as in the form
FRAMED_BY_US = POLICY.replace("frame-ancestors 'none'", "frame-ancestors 'self'")


@dataclass(frozen=True)
class Nobodys(Whose):
    """Nobody's checklist: every link stays on the page."""

    young_person: str = ""

    def address(self, name: str, **more: object) -> str:
        return ""


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def question(request: HttpRequest, code: str) -> HttpResponse:
    """What is saved; a form that is sent puts its words in place of it, and nothing is kept."""
    variant = request.GET.get("variant", STANDARD).upper()
    sitting = Sitting(language_or_own(request, request.GET.get("language", "")), variant)
    asked = {"questionnaire": request.GET.get("questionnaire", "outcomes"), "code": code}
    shown = {"language": sitting.language, "variant": variant}
    found = one(ask(request, "question-draft", **asked, **shown)["questionnaireDraft"])
    with translation.override(interface_language(request, sitting.language)):
        response = page(request, code, found, sitting)
    response.headers["Content-Security-Policy"] = FRAMED_BY_US
    response.headers["X-Frame-Options"] = "SAMEORIGIN"
    return response


def page(request: HttpRequest, code: str, found: dict[str, Any], sitting: Sitting) -> HttpResponse:
    asked = found["question"]
    if asked is None:
        return render(request, "portal/preview_none.html", {"code": code}, status=404)
    context = {
        "question": with_typed(request, asked, sitting.language),
        "sitting": sitting,
        "whose": Nobodys(),
        "among": place_of(code, found["domains"]),
        "form": AnswerForm(question=asked),
        "is_preview": True,
        "is_typed": request.method == "POST",
    }
    return render(request, "portal/preview.html", context)


def with_typed(request: HttpRequest, asked: dict[str, Any], language: str) -> dict[str, Any]:
    """The question with the words that were sent. What is empty stays as it is saved."""
    typed = {name: request.POST.get(name, "").strip()[:most] for name, most in LONGEST.items()}
    direction = next((one["direction"] for one in languages(request) if one["code"] == language), "LTR")
    texts = {
        name: {"value": typed[name], "language": language, "direction": direction}
        for name in ("text", "help")
        if typed[name]
    }
    image = asked["image"]
    if image and typed["picture_text"]:
        image = {**image, "alternativeText": typed["picture_text"]}
    return {**asked, **texts, "image": image}
