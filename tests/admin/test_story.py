"""The editor's part of the story in a browser: reword a question, translate it, publish it.

One council alone reads it.
"""

import pytest

from leavingwell.platform.councils.scope import scope
from leavingwell.platform.people.roles import Role
from leavingwell.questionnaires.services.loading import load_framework
from tests.api import ask
from tests.browser import DESK, TABLET
from tests.factories import PASSWORD, make_council, make_person

WORDS, ARABIC = "Is it warm enough at home?", "هل الجو دافئ في بيتك؟"
QUESTIONS = """query Q($language: String) { questionnaire(code: "outcomes", language: $language) {
    domains { questions { code text { value } } } } }"""


@pytest.fixture
def places(transactional_db):
    """Two councils whose hosts lead to this machine, each with a content editor."""
    made = {}
    for slug in ("northmoor", "eastmarsh"):
        made[slug] = make_council(slug, host=f"{slug}.localhost")
        with scope(made[slug]):
            make_person(Role.CONTENT_EDITOR, "Ed Editor")
    load_framework()
    return made


def asked(council, language="en"):
    found = ask(None, council, QUESTIONS, language=language)["data"]["questionnaire"]
    questions = {question["code"]: question for domain in found["domains"] for question in domain["questions"]}
    return questions["HOME-03"]["text"]["value"]


@pytest.mark.parametrize("viewport", [DESK, TABLET])
def test_an_editor_rewords_translates_and_publishes(places, live_server, page_for, viewport):
    page = page_for(viewport)
    page.goto(live_server.url.replace("localhost", "northmoor.localhost") + "/admin/")
    page.get_by_label("E-mail").fill("ed.editor@example.org")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()

    page.goto(page.url.split("/admin/")[0] + "/admin/snippets/questionnaires/wording/")
    page.get_by_role("link", name="HOME-03 Is your home warm").click()
    page.get_by_role("textbox", name="Question").fill(WORDS)
    page.get_by_role("tab", name="العربية").click()
    page.get_by_role("textbox", name="Question (Arabic)").fill(ARABIC)
    page.get_by_role("button", name="Save").click()

    page.get_by_role("link", name="Publish questions").click()
    page.get_by_role("insertion").nth(1).wait_for()
    assert page.get_by_role("insertion").all_inner_texts() == [WORDS, ARABIC]
    page.get_by_role("button", name="Publish").click()
    page.get_by_text("is published as version 1").wait_for()

    assert (asked(places["northmoor"]), asked(places["northmoor"], "ar")) == (WORDS, ARABIC)
    assert asked(places["eastmarsh"]) == "Is your home warm enough?"
    assert asked(places["eastmarsh"], "ar") != ARABIC
