"""Translations of somebody's words stand beside them, labelled; staff add them without a script."""

from urllib.parse import unquote

import pytest

from leavingwell.platform.councils.scope import scope
from leavingwell.platform.plans.models import Comment, Goal, WordsTranslation
from leavingwell.questionnaires.models import CheckIn
from tests.api import opaque
from tests.portal.pages import Story, form_to, soup, words


@pytest.fixture
def spoken(story: Story) -> str:
    """The address of a goal in Arabic, with a comment and a check-in."""
    house = story.household
    with scope(story.council):
        Goal.objects.update(words="أريد بيتا", language="ar")
        goal = Goal.objects.get()
        Comment.objects.create(plan=house.plan, body="أخاف الليل", language="ar", author=house.owner, goal=goal)
        CheckIn.objects.create(young_person=house.young_person, face=2, note="أنا متعب", language="ar")
        return f"/plan/goals/{opaque('Goal', goal)}/"


def forms_on(story: Story, place: str) -> int:
    return len(soup(story.visit("worker").get(place)).find_all("form", action=f"/people/{story.person}/translate/"))


def test_a_worker_adds_one_and_both_see_it_beside_the_words(story: Story, spoken: str) -> None:
    visitor, place = story.visit("worker"), f"/people/{story.person}{spoken}"
    action = f"/people/{story.person}/translate/"
    fields = form_to(visitor.get(place), action)
    assert fields["language"] == "en"
    sent = visitor.post(action, {**fields, "text": "I want a home\nof my own"})
    assert unquote(sent["Location"]) == place
    for who, address in (("worker", place), ("owner", spoken)):
        page = story.visit(who).get(address)
        assert "English: translation added by Worker of northmoor" in words(page)
        [meaning] = soup(page).select(".meaning p[lang]")
        assert (meaning["lang"], meaning["dir"], meaning.get_text("|")) == ("en", "ltr", "I want a home|of my own")
        assert "أريد بيتا" in words(page)
    assert not soup(story.visit("owner").get(spoken)).select("form[action*=translate]")


def test_comments_and_check_ins_have_the_same_form(story: Story, spoken: str) -> None:
    assert forms_on(story, f"/people/{story.person}{spoken}") >= 2  # the goal, and what is said of it
    assert "أنا متعب" in words(story.visit("worker").get(f"/people/{story.person}/"))
    assert forms_on(story, f"/people/{story.person}/") >= 1
    assert forms_on(story, f"/people/{story.person}/messages/") >= 1


def test_what_is_wrong_is_said_and_what_was_typed_stays(story: Story, spoken: str) -> None:
    visitor, action = story.visit("worker"), f"/people/{story.person}/translate/"
    fields = form_to(visitor.get(f"/people/{story.person}{spoken}"), action)
    for typed, wrong in (({"text": ""}, "Write what the words mean"), ({"text": "x", "language": "xx"}, "hoose")):
        page = visitor.post(action, {**fields, **typed})
        assert page.status_code == 422
        assert wrong in words(page)
        assert form_to(page, action)["text"] == typed["text"]
    for who in ("owner", "other_worker", None):
        assert story.visit(who).post(action, {**fields, "text": "x"}).status_code in (302, 403, 404, 422)
    with scope(story.council):
        assert not WordsTranslation.objects.exists()
