"""When something is not there, not understood, or broken: a page that says what to do, and nothing that is private."""

from typing import Any

import pytest
import redis.exceptions
from django.db import InterfaceError, OperationalError
from django.test import Client, RequestFactory
from django.urls import get_resolver
from django.views.generic import TemplateView

from leavingwell.platform import outages
from leavingwell.platform.councils import middleware
from tests.portal.pages import SECRETS, Story, soup, words


def break_with(monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    def fail(*args: Any, **kwargs: Any) -> None:
        raise error

    monkeypatch.setattr(middleware.Council.objects, "filter", fail)


@pytest.mark.parametrize(
    "error",
    [
        OperationalError("connection to server at 10.1.2.3 refused"),
        InterfaceError("connection already closed"),
        redis.exceptions.ConnectionError("Error 111 connecting to 10.1.2.3:6379"),
    ],
)
def test_a_stopped_server_is_said_plainly(story: Story, monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    visitor = story.visit("owner")
    with monkeypatch.context() as broken:
        break_with(broken, error)
        page = visitor.get("/plan/")
        assert page.status_code == 503
        assert page["Retry-After"] == "30"
        assert "Back in a moment" in words(page)
        assert "10.1.2.3" not in words(page)
        answer = visitor.post("/graphql/", {"query": "{ viewer { id } }"}, content_type="application/json")
        assert answer.status_code == 503
        assert answer.json()["errors"][0]["extensions"]["code"] == "UNAVAILABLE"
    assert visitor.get("/plan/").status_code == 200  # back by itself


def test_a_stopped_server_is_said_at_the_nations_host_too(db: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*args: Any, **kwargs: Any) -> None:
        raise OperationalError("connection to server at 10.1.2.3 refused")

    monkeypatch.setattr(TemplateView, "get", fail)
    page = Client(HTTP_HOST="national.test", raise_request_exception=False).get("/")
    assert page.status_code == 503
    assert "Back in a moment" in words(page)


@pytest.mark.parametrize("asked", [{"HTTP_COOKIE": "language=ar"}, {"HTTP_ACCEPT_LANGUAGE": "ar-SY,en;q=0.5"}])
def test_without_a_database_the_browser_says_the_language(rf: RequestFactory, asked: dict[str, str]) -> None:
    page = outages.stopped(rf.get("/plan/", **asked)).content.decode()
    assert '<html lang="ar" dir="rtl">' in page
    assert "Back in a moment" not in page


def test_our_own_fault_needs_no_database_and_tells_nothing(story: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    visitor = story.visit("owner")
    break_with(monkeypatch, RuntimeError(SECRETS[0]))
    page = visitor.get("/plan/")
    assert page.status_code == 500
    assert "It is not your fault" in words(page)
    assert SECRETS[0] not in words(page)


def test_each_error_page_has_the_councils_look_and_a_way_on(story: Story) -> None:
    visitor = story.visit("owner")
    for address, status in (("/nowhere/", 404), ("/caseload/", 403), ("/offers/?after=x", 400)):
        page = visitor.get(address)
        assert page.status_code == status
        assert "Northmoor" in words(page)
        assert "To the first page" in words(page)


def test_what_takes_a_form_shows_a_page_to_who_opens_it(story: Story) -> None:
    answer = story.visit("owner").get("/plan/goals/")
    assert (answer.status_code, answer["Allow"]) == (405, "POST")
    assert soup(answer).select_one("main a[href='/']")


def test_a_wrong_method_is_refused(story: Story) -> None:
    for address in ("/not-today/", f"/to-do/{story.action}/done/", "/plan/words/", "/questions/finish/"):
        assert story.visit("owner").get(address).status_code in (404, 405), address
    for address in ("/plan/", "/insight/"):
        assert story.visit("worker").post(address).status_code in (404, 405), address


def test_an_unknown_host_names_no_council(story: Story) -> None:
    answer = story.visit(None).get("/plan/", HTTP_HOST="elsewhere.test")
    assert answer.status_code == 404
    assert "Northmoor" not in words(answer)


@pytest.mark.parametrize("urls", ["council", "national"])
def test_each_host_has_pages_of_its_own_for_what_goes_wrong(urls: str, rf: RequestFactory) -> None:
    """Django's own, in bare English, stand nowhere; and the nation's name no council."""
    resolver = get_resolver(f"leavingwell.platform.urls.{urls}")
    for status in (400, 403, 404, 500):
        handler = resolver.resolve_error_handler(status)
        assert handler.__module__.startswith("leavingwell."), status
        if urls == "national":
            answer = handler(rf.get("/"), *([] if status == 500 else [Exception()]))
            assert answer.status_code == status
            assert "Council" not in words(answer), status
