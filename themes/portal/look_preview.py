"""The portal's first page and a question in a look that is not saved yet, with a young person who does not exist."""

from copy import copy
from datetime import timedelta
from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import get_language, get_language_bidi
from django.utils.translation import gettext as _

from leavingwell.themes.portal.forms.answering import AnswerForm
from leavingwell.themes.portal.reading.place import place_of
from leavingwell.themes.portal.sittings import Sitting
from leavingwell.themes.portal.views.preview import Nobodys
from leavingwell.themes.preview import Draft

SOMEBODY = "nobody-in-particular"


def text(value: str) -> dict[str, str]:
    return {"value": value, "language": get_language() or "en", "direction": "RTL" if get_language_bidi() else "LTR"}


def shell_in(draft: Draft) -> dict[str, Any]:
    theme: dict[str, Any] = {"tokens": draft.tokens, "logo": draft.logo, "headerImage": draft.header, "icons": []}
    return {
        "council": {"name": draft.council_name, "languages": [], "theme": theme},
        "viewer": somebody(),
        "sheet": draft.sheet_address,
    }


def somebody() -> dict[str, Any]:
    person = {"id": SOMEBODY, "preferredName": _("Sam"), "welcomedAt": "2026-01-01"}
    viewer = {"id": SOMEBODY, "name": _("Sam"), "role": "young_person", "permissions": [], "unreadNotices": 2}
    return {**viewer, "youngPerson": person, "plan": {"unreadComments": 1}}


def draw(request: HttpRequest, draft: Draft, template: str, context: dict[str, Any]) -> str:
    return drawn(request, shell_in(draft), template, context)


def drawn(request: HttpRequest, shell: dict[str, Any], template: str, context: dict[str, Any]) -> str:
    """The page as somebody would get it who is not the editor: no menu of theirs, no message for them."""
    asked: Any = copy(request)
    asked.method, asked.path, asked._messages = "GET", "/", []
    asked.portal_shell = shell
    return render_to_string(template, {"whose": Nobodys(), **context}, request=asked)


def area(code: str, title: str) -> dict[str, Any]:
    return {"code": code, "title": text(title)}


def standings() -> list[dict[str, Any]]:
    home, money, people = area("HOME", _("Home")), area("MONEY", _("Money")), area("PEOPLE", _("People"))
    return [
        {"domain": home, "phase": "GOING_WELL", "change": "UP"},
        {"domain": money, "phase": "GROWING", "change": "SAME"},
        {"domain": people, "phase": "WORK_ON_THIS", "change": None},
    ]


def action() -> dict[str, Any]:
    due = timezone.localdate() + timedelta(days=6)
    me = {"id": SOMEBODY, "name": _("Sam")}
    told = {"id": SOMEBODY, "title": _("Ring about the deposit"), "language": get_language(), "status": "OPEN"}
    return {**told, "dueOn": due.isoformat(), "owners": [me], "permissions": ["COMPLETE_ACTION"], "reason": ""}


def home(request: HttpRequest, draft: Draft) -> str:
    return draw(request, draft, "portal/home.html", somebodys_home())


def somebodys_home() -> dict[str, Any]:
    next_area = {**area("MONEY", _("Money")), "left": 3, "minutes": 2, "next_question": "MON-01"}
    worker = {"name": _("Marlow"), "phone": "", "hours": _("Monday to Friday, 9 to 5")}
    return {
        "person": {"preferredName": _("Sam"), "worker": worker, "yearlyOffers": [], "celebrates": False},
        "plan": {"stateOfPlay": standings(), "unreadComments": 0, "wentWell": [], "toDo": 1},
        "next": {"kind": "carry_on", "area": next_area},
        "actions": [action()],
        "better": standings()[:1],
        "notices": [],
        "surveys": [],
        "helpLines": [],
    }


def question(request: HttpRequest, draft: Draft) -> str:
    return draw(request, draft, "portal/question.html", somebodys_question())


def somebodys_question() -> dict[str, Any]:
    codes = [{"code": f"MON-0{number}"} for number in range(1, 7)]
    labels = [("yes", _("Yes")), ("partly", _("Partly")), ("no", _("No"))]
    asked = {
        "code": "MON-03",
        "answerType": "3PT",
        "text": text(_("I can make my money last until the next pay day")),
        "help": text(_("So that we know early when money is tight.")),
        "choices": [{"code": code, "label": text(label)} for code, label in labels],
    }
    return {
        "question": asked,
        "sitting": Sitting(get_language() or "en"),
        "among": place_of("MON-03", [{**area("MONEY", _("Money")), "questions": codes}]),
        "form": AnswerForm(question=asked, initial={"choice": "yes"}),
        "person": {"worker": {"name": _("Marlow")}},
    }
