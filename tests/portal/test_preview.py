"""The preview of a question for those who write it."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from graphql import parse, print_ast
from graphql.language import FieldNode, visit
from graphql.language.visitor import Visitor

from leavingwell.platform.councils.scope import scope
from leavingwell.questionnaires.models import Indicator, QuestionArrangement, Wording
from leavingwell.themes.portal.api import document
from tests.factories import Household
from tests.portal.pages import client, soup, words

ADDRESS = "/preview/questions/HOME-03/"


def visitor(north: Household, who: str | None = "questionnaire_editor") -> Client:
    with scope(north.council):
        return client(north.people[who] if who else None, north.council)


def write(north: Household, **fields: Any) -> None:
    with scope(north.council):
        Wording.objects.create(indicator=Indicator.objects.get(code="HOME-03"), **fields)


def test_it_shows_what_is_saved_before_it_is_published(north: Household) -> None:
    write(north, text_en="Is it warm at home?", prompt_en="Ask about the boiler.")
    answer = visitor(north).get(ADDRESS)
    assert "Is it warm at home?" in words(answer)
    assert "What is saved" in words(answer)
    assert "boiler" not in words(answer)


def test_each_language_and_variant(north: Household) -> None:
    write(north, text_en="Is it warm at home?", text_ar="هل بيتك دافئ؟")
    write(north, text_en="Warm home?", variant="easy_read")
    editor = visitor(north)
    arabic = editor.get(ADDRESS, {"language": "ar"})
    assert "هل بيتك دافئ؟" in words(arabic)
    assert soup(arabic).html["dir"] == "rtl"  # type: ignore[index]
    assert "Warm home?" in words(editor.get(ADDRESS, {"variant": "easy_read"}))


def test_nothing_can_be_answered_and_every_link_stays(north: Household) -> None:
    page = soup(visitor(north).get(ADDRESS))
    outer = page.select_one("main fieldset[disabled]")
    assert outer is not None
    for control in page.select("main input, main button, main textarea, main select"):
        assert outer in control.parents
    assert {link["href"] for link in page.select("main a")} <= {""}
    assert not page.select("header, footer, nav")


def test_what_is_typed_is_shown_and_not_kept(north: Household) -> None:
    editor = visitor(north)
    given = {"text": "Is it <b>hot</b>?", "help": "We ask everybody."}
    answer = editor.post(f"{ADDRESS}?language=en", given)
    assert "Is it <b>hot</b>?" in words(answer)
    assert "We ask everybody." in words(answer)
    assert "not saved yet" in words(answer)
    assert soup(answer).h1.b is None  # type: ignore[union-attr]
    assert "hot" not in words(editor.get(ADDRESS))
    arabic = editor.post(f"{ADDRESS}?language=ar", {"text": "دافئ؟"})
    assert "دافئ؟" in words(arabic)


def test_what_is_left_empty_stays_as_it_is_saved(north: Household) -> None:
    answer = visitor(north).post(ADDRESS, {"text": "  ", "help": "x" * 9999})
    assert "Is your home warm enough?" in words(answer)
    assert "x" * 601 not in words(answer)


def test_only_our_own_pages_may_frame_it(north: Household) -> None:
    answer = visitor(north).get(ADDRESS)
    assert answer["X-Frame-Options"] == "SAMEORIGIN"
    assert "frame-ancestors 'self'" in answer["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in visitor(north).get("/help/")["Content-Security-Policy"]


@pytest.mark.parametrize("who", ["owner", "supporter", "worker", "manager", "analyst"])
def test_who_may_not_change_words_sees_no_draft(north: Household, who: str) -> None:
    write(north, text_en="Is it warm at home?")
    for answer in (visitor(north, who).get(ADDRESS), visitor(north, who).post(ADDRESS, {"text": "Hot?"})):
        assert answer.status_code == 403
        assert "warm" not in words(answer)


def test_a_visitor_is_asked_to_sign_in(north: Household) -> None:
    assert visitor(north, None).get(ADDRESS).status_code == 302


def test_another_councils_draft_is_not_shown(north: Household, east: Household) -> None:
    write(north, text_en="Is it warm in northmoor?")
    assert "northmoor" not in words(visitor(east).get(ADDRESS))
    with scope(east.council):
        stranger = client(east.people["questionnaire_editor"], north.council)
    assert stranger.get(ADDRESS).status_code in (302, 403)


def test_a_translator_and_the_administrator_see_it(north: Household) -> None:
    for who in ("translator", "admin", "editor"):
        assert visitor(north, who).get(ADDRESS).status_code == 200


def test_a_question_that_is_not_asked_says_so(north: Household) -> None:
    with scope(north.council):
        optional = Indicator.objects.filter(is_core=False).exclude(code="HOME-03").first()
        assert optional is not None
        QuestionArrangement.objects.create(indicator=optional, is_hidden=True)
    for code in (optional.code, "NOPE-01"):
        answer = visitor(north).get(f"/preview/questions/{code}/")
        assert answer.status_code == 404
        assert "is not asked now" in words(answer)


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("?language=tlh", 200),
        ("?language=%00", 200),
        ("?variant=nope", 400),
        ("?questionnaire=nope", 404),
    ],
)
def test_bad_input_gets_a_page(north: Household, query: str, status: int) -> None:
    assert visitor(north).get(ADDRESS + query).status_code == status


def test_a_form_of_elsewhere_is_refused(north: Household) -> None:
    editor = visitor(north)
    editor.handler.enforce_csrf_checks = True
    assert editor.post(ADDRESS, {"text": "Hot?"}).status_code == 403


class Selection(Visitor):
    """Finds what a document asks of `question(code:)`."""

    found: set[str] = set()

    def enter_field(self, node: FieldNode, *_args: Any) -> None:
        if node.name.value == "question" and node.selection_set:
            self.found = {print_ast(field) for field in node.selection_set.selections}


def test_the_preview_asks_for_what_the_real_page_asks_for() -> None:
    """The same template draws both: a field that only one asks for would be missing in the other.

    But for the worker's prompt, which the young person does not see.
    """
    selections = []
    for name in ("question", "question-draft"):
        seen = Selection()
        visit(parse(document(name)), seen)
        selections.append(seen.found)
    assert {one for one in selections[0] if not one.startswith("workerPrompt")} == selections[1]


def test_the_form_shows_the_preview_of_each_language(north: Household) -> None:
    write(north, text_en="Is it warm at home?", variant="easy_read")
    with scope(north.council):
        own = Wording.objects.get(council=north.council)
    page = BeautifulSoup(
        visitor(north).get(f"/admin/snippets/questionnaires/wording/edit/{own.pk}/").content, "html.parser"
    )
    addresses = [frame["src"] for frame in page.select("iframe")]
    assert addresses == [f"{ADDRESS}?language={code}&variant=easy_read" for code in ("en", "ar")]
    assert all(link["href"] in addresses for link in page.select(".wording-preview a"))
    assert visitor(north).get(addresses[0]).status_code == 200
