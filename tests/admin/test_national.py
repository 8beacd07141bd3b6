"""The nation's own host: its staff, its rows, and a line in the log for whatever may change something."""

import logging

import pytest
from django.test import Client
from django.urls import reverse

from leavingwell.platform.councils.scope import national_scope, scope
from leavingwell.questionnaires.models import QuestionnaireVersion, Wording
from tests.admin.asking import NATIONAL_HOST, at, at_the_nation, send, text_of, was_saved

WORDINGS = "/admin/snippets/questionnaires/wording/"


def address(row, what="edit"):
    return reverse(type(row).snippet_viewset.get_url_name(what), args=[row.pk])


@pytest.fixture
def national_wording(framework):
    with national_scope("look for a test"):
        return Wording.objects.get(council=None, indicator__code="HOME-02", variant="standard")


def test_the_front_page_says_whom_it_is_for_and_names_no_council(north):
    answer = Client(HTTP_HOST=NATIONAL_HOST).get("/")
    assert answer.status_code == 200
    assert "national office" in text_of(answer)
    assert "northmoor" not in text_of(answer)


def test_there_is_a_page_to_sign_in_at(db):
    assert Client(HTTP_HOST=NATIONAL_HOST).get("/accounts/login/").status_code == 200


def test_portal_and_api_are_not_there(db):
    client = Client(HTTP_HOST=NATIONAL_HOST)
    assert client.get("/graphql/").status_code == 404
    assert client.get("/offers/").status_code == 404


@pytest.mark.parametrize("role", ["operator", "framework_editor"])
def test_national_staff_edit_national_words_and_publish_them(nation, national_wording, role):
    client = at_the_nation(getattr(nation, role).user)
    assert was_saved(send(client, address(national_wording), text_en="Is it safe where you live?"))
    assert was_saved(client.post("/admin/publish-questions/", {"questionnaire": "outcomes"}))
    with national_scope("look for a test"):
        newest = QuestionnaireVersion.objects.filter(council=None).order_by("-number").first()
        assert "Is it safe where you live?" in str(newest.content)


def test_a_councils_own_rows_are_not_the_nations_to_edit(nation, here):
    client = at_the_nation(nation.operator.user)
    mine = here.rows[Wording]
    assert client.post(address(mine), {"text_en": "Stolen"}).status_code in (302, 403, 404)
    assert client.post(address(mine, "delete")).status_code in (302, 403, 404)
    with scope(here.council):
        assert Wording.objects.get(pk=mine.pk).text_en == mine.text_en


def test_councils_pages_and_files_are_edited_at_their_own_address(nation, here):
    client = at_the_nation(nation.superuser)
    assert client.get(f"/admin/pages/{here.offer.pk}/edit/").status_code == 404
    assert client.post(f"/admin/pages/{here.offer.pk}/delete/").status_code == 404
    assert at_the_nation(nation.operator.user).get(f"/admin/images/{here.image.pk}/").status_code == 404


def test_a_superuser_reaches_what_is_closed_elsewhere(nation, here):
    """The control of the closed list: those addresses work, and it is the guard that closes them in a council."""
    client, in_council = at_the_nation(nation.superuser), at(here.council, here.household.admin)
    for closed in (
        "/admin/users/",
        "/admin/groups/",
        "/admin/sites/",
        "/admin/collections/",
        "/admin/reports/site-history/",
    ):
        assert client.get(closed).status_code == 200
        assert in_council.get(closed).status_code == 404


def test_what_national_staff_change_is_written_down(nation, national_wording, north, caplog):
    with caplog.at_level(logging.INFO, "leavingwell.national"):
        at_the_nation(nation.operator.user).post(address(national_wording), {})
        at(north.council, nation.operator).post("/admin/snippets/content/notice/add/", {})
        at(north.council, north.editor).post("/admin/snippets/content/notice/add/", {})
        at_the_nation(nation.operator.user).get(WORDINGS)
    lines = [record.getMessage() for record in caplog.records if record.name == "leavingwell.national"]
    assert len(lines) == 2
    assert "Olu Operator" in lines[0]
    assert f"nation: POST {address(national_wording)}" in lines[0]
    assert "northmoor: POST /admin/snippets/content/notice/add/" in lines[1]
