"""Saying that a question is not right, and reading the council's answer."""

from typing import Any

import pytest

from leavingwell.platform.councils.scope import scope
from leavingwell.questionnaires.models import Remark
from leavingwell.questionnaires.services.remarks import close_remark
from tests.portal.pages import Story, form_to, soup, words

ADDRESS = "/questions/HOME-03/remark/"


def send(visitor: Any, **typed: str) -> Any:
    return visitor.post(ADDRESS, {**form_to(visitor.get(ADDRESS), ADDRESS), **typed})


def test_each_question_leads_there_without_losing_what_is_typed(story: Story) -> None:
    link = soup(story.visit("owner").get("/questions/HOME-03/")).find("a", href=ADDRESS)
    assert link is not None
    assert link["target"] == "_blank"  # type: ignore[index]


def test_it_is_sent_thanked_for_and_answered(story: Story) -> None:
    visitor = story.visit("owner")
    sent = send(visitor, kind="HARD", suggestion="Is it\r\nwarm?")
    assert sent["Location"] == ADDRESS
    page = visitor.get(ADDRESS)
    assert "They do not see your name." in words(page)
    assert "No answer yet" in words(page)
    with scope(story.council):
        remark = Remark.objects.get()
        assert (remark.question_code, remark.kind, remark.suggestion) == ("HOME-03", "hard", "Is it\nwarm?")
        close_remark(remark, "We made it shorter.", by=story.household.questionnaire_editor)
    for address in (ADDRESS, "/questions/remarks/"):
        assert "We made it shorter." in words(visitor.get(address))
    assert "We made it shorter." not in words(story.visit("other_owner").get("/questions/remarks/"))


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [
        ({"suggestion": "Mine"}, "Choose what is wrong"),
        ({"kind": "NOPE", "suggestion": "Mine"}, "Choose"),
        ({"kind": "HARD", "suggestion": "word " * 300}, "1000 characters"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(story: Story, typed: dict[str, str], wrong: str) -> None:
    page = send(story.visit("owner"), **typed)
    assert page.status_code == 422
    assert wrong in words(page)
    assert form_to(page, ADDRESS)["suggestion"] == typed["suggestion"]
    with scope(story.council):
        assert not Remark.objects.exists()


def test_an_unknown_question_is_not_found(story: Story) -> None:
    visitor = story.visit("owner")
    assert visitor.get("/questions/NOPE/remark/").status_code == 404
    assert visitor.post("/questions/NOPE/remark/", {"kind": "HARD"}).status_code in (404, 422)


def test_nobody_else_has_these_pages(story: Story) -> None:
    for who in ("worker", "manager", "supporter", "editor"):
        visitor = story.visit(who)
        assert visitor.get(ADDRESS).status_code == 404
        assert visitor.post(ADDRESS, {"kind": "HARD"}).status_code == 404
        assert visitor.get("/questions/remarks/").status_code == 404
    assert story.visit(None).get(ADDRESS).status_code == 302
