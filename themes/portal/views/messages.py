from typing import Any

from django.contrib import messages as flashes
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from leavingwell.themes.portal.access import signed_in
from leavingwell.themes.portal.api import Refused, ask, change, one
from leavingwell.themes.portal.forms.marked import marked
from leavingwell.themes.portal.forms.messages import AnswerForm, MessageForm
from leavingwell.themes.portal.reading.messages import Thread, threads_in, unread_in
from leavingwell.themes.portal.reading.stream import stream_of
from leavingwell.themes.portal.reading.todo import nodes
from leavingwell.themes.portal.returning import place_to_return
from leavingwell.themes.portal.shell import hand_on
from leavingwell.themes.portal.whose import Whose, whose


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def messages(request: HttpRequest, person: str | None = None) -> HttpResponse:
    """What people say about the plan, as one stream; new words and answers come here from other pages too."""
    place = whose(request, person)
    before = request.GET.get("before")
    data = ask(request, "messages", youngPerson=place.young_person, before=before)
    plan = one(one(data["youngPerson"])["plan"])
    if request.method != "POST":
        start = {"about": request.GET.get("about", ""), "audience": "TEAM", "good_news": "good" in request.GET}
        return page(request, place, data, message_form=MessageForm(initial=start, about=abouts(data)))
    if "in_answer_to" in request.POST:
        answer = AnswerForm(request.POST)
        return send(request, place, data, plan, answer, answer_form=answer)
    message = MessageForm(request.POST, about=abouts(data))
    return send(request, place, data, plan, message, message_form=message)


def send(
    request: HttpRequest, place: Whose, data: dict[str, Any], plan: dict[str, Any], form: Any, **bound: Any
) -> HttpResponse:
    if form.is_valid():
        try:
            change(request, "add-comment", planId=plan["id"], **form.api_input())
        except Refused as refused:
            form.take(refused)
        else:
            flashes.success(request, _("Sent. Nobody can change your words."))
            return redirect(place_to_return(request) if "next" in request.POST else place.address("messages"))
    return page(request, place, data, status=422, **bound)


def page(request: HttpRequest, place: Whose, data: dict[str, Any], status: int = 200, **bound: Any) -> HttpResponse:
    found = data["youngPerson"]
    if place.own:
        hand_on(request, found["plan"])
    threads = threads_in(found["plan"], data["questionnaire"]["domains"])
    context = {
        "whose": place,
        "person": found,
        "plan": found["plan"],
        "days": stream_of(threads),
        "older": found["plan"]["comments"]["pageInfo"],
        "message_form": MessageForm(about=abouts(data)),
        "home_of_form": place.address("messages"),
        **bound,
    }
    answer = render(request, "portal/messages.html", context, status=status)
    mark_read(request, found["plan"], threads)
    return answer


def mark_read(request: HttpRequest, plan: dict[str, Any], threads: list[Thread]) -> None:
    """What is on the page was read; those who wrote it can see that."""
    unread = unread_in(threads)
    if unread and request.method == "GET":
        change(request, "mark-comments-read", planId=plan["id"], commentIds=unread)


def abouts(data: dict[str, Any]) -> Any:
    """What a message can be about, in groups as a list to choose from shows them."""
    plan = data["youngPerson"]["plan"]
    areas = [(f"area:{one['code']}", marked(one["title"])) for one in data["questionnaire"]["domains"]]
    goals = [(f"goal:{one['id']}", one["words"]) for one in plan["goals"]]
    steps = [(f"action:{one['id']}", one["title"]) for one in nodes(plan["actions"]) if one["status"] != "DRAFT"]
    groups = ((_("Goals"), goals), (_("To-do"), steps), (_("Areas"), areas))
    return [(name, rows) for name, rows in groups if rows]
