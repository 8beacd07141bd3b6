"""How answers are drawn in Insight: a bar that can be told apart for each kind of question, or none."""

from bs4 import Tag

from leavingwell.platform.councils.scope import scope
from tests.portal.pages import Story, soup
from tests.questionnaires.every_type import FACES, ONE, SEVERAL, TEXT, as_if_not_begun, ask_every_type


def test_each_kind_of_question_has_bars_that_can_be_told_apart(story: Story) -> None:
    with scope(story.council), as_if_not_begun(story.household):
        ask_every_type(story.household)
    page = soup(story.visit("analyst").get("/insight/?domain=HOME"))
    drawn: dict[str, Tag] = {}
    for article in page.select("article.asked"):
        heading = article.h3
        assert heading is not None
        drawn[heading.get_text(strip=True)] = article
    bars = {
        code: (len(drawn[f"Question {code}?"].select("svg.shares")), len(drawn[f"Question {code}?"].select(".bars li")))
        for code in (FACES, ONE, SEVERAL, TEXT)
    }
    assert bars == {FACES: (0, 5), ONE: (1, 0), SEVERAL: (0, 3), TEXT: (0, 0)}
    assert "answered in words" in drawn[f"Question {TEXT}?"].get_text()
