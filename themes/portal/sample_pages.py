"""The portal's pages without anybody's data: as a visitor gets them, and with a young person who does not exist."""

from collections.abc import Callable, Iterator
from copy import copy
from functools import partial
from importlib import import_module
from typing import Any

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse, QueryDict
from django.urls import resolve, reverse

from leavingwell.themes.portal import shell
from leavingwell.themes.portal.api import ask
from leavingwell.themes.portal.look_preview import drawn, somebody, somebodys_home, somebodys_question
from leavingwell.themes.portal.views import offers, pages, preview, style

NAMES = ("account_request_login_code", "account_login", "join")


def sample_pages(request: HttpRequest) -> Iterator[Callable[[], str]]:
    """Each drawn when it is called."""
    asked = ask(request, "words-preview")
    own = {"notices": asked["notices"], "helpLines": asked["helpLines"]}
    yield partial(with_somebody, request, "portal/home.html", {**somebodys_home(), **own})
    yield partial(with_somebody, request, "portal/question.html", somebodys_question())
    for view in (pages.help_now, offers.offers, pages.glossary):
        yield partial(to_a_visitor, request, view)
    for slug in sorted(pages.OUR_OWN):
        yield partial(to_a_visitor, request, pages.page, slug=slug)
    for name in NAMES:
        yield partial(to_a_visitor, request, view_of(request, name))
    for code in one_of_each_kind(asked["questionnaireDraft"]):
        yield partial(to_its_editor, request, code)
    yield partial(to_a_visitor, request, style.style)


def with_somebody(request: HttpRequest, template: str, context: dict[str, Any]) -> str:
    return drawn(request, {**shell.shell(request), "viewer": somebody()}, template, context)


def view_of(request: HttpRequest, name: str) -> Any:
    return resolve(reverse(name), getattr(request, "urlconf", None)).func


def as_visitor(request: HttpRequest) -> Any:
    """Signed in as nobody, with a session that is never kept."""
    asked: Any = copy(request)
    asked.user, asked.viewer, asked.GET, asked._messages = AnonymousUser(), None, QueryDict(), []
    asked.session = import_module(settings.SESSION_ENGINE).SessionStore()
    asked.__dict__.pop("portal_shell", None)
    return asked


def to_a_visitor(request: HttpRequest, view: Any, **given: str) -> str:
    return html_of(view(as_visitor(request), **given))


def to_its_editor(request: HttpRequest, code: str) -> str:
    asked: Any = copy(request)
    asked.GET = QueryDict(f"language={asked.language}")
    return html_of(preview.question(asked, code))


def html_of(response: HttpResponse) -> str:
    draw = getattr(response, "render", None)
    return (draw() if draw else response).content.decode() if response.status_code == 200 else ""


def one_of_each_kind(draft: dict[str, Any] | None) -> list[str]:
    """The first question of each kind of answers."""
    found: dict[str, str] = {}
    for domain in draft["domains"] if draft else ():
        for question in domain["questions"]:
            found.setdefault(question["answerType"], question["code"])
    return list(found.values())
