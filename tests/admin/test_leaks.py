"""The table of leaks is true, and the few that the walk cannot see are tried here."""

from importlib.util import find_spec
from pathlib import Path

import pytest
from django.apps import apps
from wagtail.admin.models import EditingSession

from tests.admin.asking import at, send, text_of
from tests.admin.leaks import LEAKS, Closed
from tests.admin.patterns import patterns

TESTS = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def views():
    """Each view's name, and whether it is served."""
    return {pattern.name: pattern.is_open for pattern in patterns()}


def test_what_is_said_to_be_closed_is(views):
    for leak in LEAKS:
        for said in leak.views:
            named = [name for name in views if name == said or (said.endswith("*") and name.startswith(said[:-1]))]
            assert named, f"{leak.what}: Wagtail has no {said} any more"
            assert [name for name in named if views[name]] == [], leak.what


def test_what_is_said_to_be_left_out_is():
    for leak in LEAKS:
        for app in leak.apps:
            assert find_spec(app), f"{leak.what}: Wagtail has no {app} any more"
            assert not apps.is_installed(app), leak.what


def test_every_leak_has_what_proves_it_closed():
    for leak in LEAKS:
        assert leak.views or leak.apps or leak.tests, leak.what
        assert not leak.apps or leak.closed is Closed.NOT_INSTALLED, leak.what
        for test in leak.tests:
            file, name = test.split("::")
            assert f"def {name}(" in (TESTS / file).read_text(encoding="utf-8"), test


def test_who_edits_a_page_is_told_to_colleagues_alone(here, elsewhere):
    def ping(client, place):
        session = EditingSession.objects.get(user=place.household.editor.user)
        return client.post(f"/admin/editing-sessions/ping/wagtailcore/page/{place.page.pk}/{session.pk}/")

    client = at(here.council, here.household.admin)
    assert "editor of northmoor" in text_of(ping(client, here))
    answer = ping(client, elsewhere)
    assert answer.status_code == 404
    assert "eastmarsh" not in text_of(answer)


def test_the_history_of_a_page_tells_also_what_an_operator_and_a_job_did(here, nation):
    """A list by the council of whoever acted would lose them."""
    send(at(here.council, nation.operator), f"/admin/pages/{here.page.pk}/edit/", title="By the operator")
    history = text_of(at(here.council, here.household.editor).get(f"/admin/pages/{here.page.pk}/history/"))
    assert "olu operator" in history
    assert "system" in history


def test_the_portal_has_no_user_bar(here):
    assert "userbar" not in text_of(at(here.council, here.household.admin).get("/offers/"))
