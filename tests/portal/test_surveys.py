"""Short surveys on the portal: a card on the home page, one page, no reminders."""

from leavingwell.platform.councils.scope import scope
from leavingwell.questionnaires.models import SurveyAnswer, SurveyInvitation
from leavingwell.questionnaires.services.surveys import close_survey
from tests.api import opaque
from tests.factories import Household
from tests.portal.pages import Story, form_to, words
from tests.questionnaires.surveys import sent


def address(house: Household) -> str:
    with scope(house.council):
        mine = SurveyInvitation.objects.get(young_person=house.young_person)
        return f"/surveys/{opaque('SurveyInvitation', mine)}/"


def test_a_survey_is_found_answered_and_gone(story: Story, north: Household) -> None:
    sent(north)
    visitor = story.visit("owner")
    assert "A short survey with 2 questions." in words(visitor.get("/"))
    page = visitor.get(address(north))
    assert "Is your home warm enough?" in words(page)
    typed = form_to(page, address(north))
    answer = visitor.post(address(north), {**typed, "HOME-03": "sometimes"}, follow=True)
    assert "Sent. Thank you for telling us." in words(answer)
    assert "A short survey" not in words(answer)
    with scope(north.council):
        assert SurveyAnswer.objects.filter(kind="answered").count() == 1


def test_nothing_chosen_is_said_and_a_strange_choice_is_refused(story: Story, north: Household) -> None:
    sent(north)
    visitor = story.visit("owner")
    page = visitor.post(address(north), {})
    assert page.status_code == 422
    assert "Answer at least one question first" in words(page)
    page = visitor.post(address(north), {"HOME-03": "yes", "PEOPLE-02": "no"})
    assert page.status_code == 422
    assert form_to(page, address(north))["PEOPLE-02"] == "no"


def test_no_thanks_takes_it_away(story: Story, north: Household) -> None:
    sent(north)
    answer = story.visit("owner").post(f"{address(north)}no/", follow=True)
    assert "Nobody is told." in words(answer)
    assert "A short survey" not in words(answer)


def test_nobody_else_has_the_page(story: Story, north: Household) -> None:
    survey = sent(north)
    for who in ("worker", "manager", "supporter", "other_owner"):
        assert story.visit(who).get(address(north)).status_code == 404
        assert story.visit(who).post(f"{address(north)}no/").status_code in (302, 404)
    assert "Is your home" not in words(story.visit("analyst").get("/insight/surveys/"))
    with scope(north.council):
        close_survey(survey, by=None)
        assert not SurveyInvitation.objects.exclude(declined_at=None).exists()
    assert "0 of 7 young people answered." in words(story.visit("analyst").get("/insight/surveys/"))
    assert story.visit("owner").get("/insight/surveys/").status_code == 403
