"""Each council's own wording, frozen when it is published."""

from typing import Any

import pytest

from leavingwell.platform.councils.scope import ScopeViolation, scope
from leavingwell.platform.plans.services.answering import record_answers, sitting_of
from leavingwell.platform.problems import Problems
from leavingwell.questionnaires.content import Content
from leavingwell.questionnaires.models import Indicator, Questionnaire, QuestionnaireVersion, Wording
from leavingwell.questionnaires.services.answering import GivenAnswer
from leavingwell.questionnaires.services.loading import load_framework
from leavingwell.questionnaires.services.publishing import publish
from tests.api import ask, document
from tests.factories import Household, make_council


def reword(house: Household, code: str, **texts: str) -> None:
    with scope(house.council):
        Wording.objects.create(indicator=Indicator.objects.get(code=code), **texts)
        publish(Questionnaire.objects.get(), by=house.editor)


def question(council: Any, code: str, language: str = "en") -> dict[str, Any]:
    answer = ask(None, council, document("questionnaire"), code="outcomes", language=language)
    domains = answer["data"]["questionnaire"]["domains"]
    found: dict[str, Any] = next(q for domain in domains for q in domain["questions"] if q["code"] == code)
    return found


def test_the_framework_is_whole_and_loading_again_changes_nothing(framework: None) -> None:
    load_framework()
    council = make_council("westfell")
    with scope(council):
        assert (Indicator.objects.count(), Indicator.objects.filter(is_core=True).count()) == (66, 37)
        assert QuestionnaireVersion.objects.count() == 1
        matters = [matter for row in Indicator.objects.filter(is_core=True) for matter in row.schedule_1]
    assert all(matters.count(matter) >= 3 for matter in range(1, 11))


def test_a_council_that_published_nothing_shows_the_nations_words(north: Household) -> None:
    assert question(north.council, "HOME-03")["text"]["value"] == "Is your home warm enough?"


def test_own_words_are_shown_in_the_own_council_alone(north: Household, east: Household) -> None:
    reword(north, "HOME-03", text_en="Is it warm enough at yours?", text_ar="هل المكان دافئ عندك؟")
    assert question(north.council, "HOME-03")["text"]["value"] == "Is it warm enough at yours?"
    assert question(north.council, "HOME-03", "ar")["text"] == {
        "value": "هل المكان دافئ عندك؟",
        "language": "ar",
        "direction": "RTL",
        "isFallback": False,
        "status": "TRANSLATED",
    }
    assert question(east.council, "HOME-03")["text"]["value"] == "Is your home warm enough?"


def test_the_nations_translation_is_not_put_under_a_councils_own_question(north: Household) -> None:
    reword(north, "HOME-03", text_en="Is it warm enough at yours?")
    text = question(north.council, "HOME-03", "ar")["text"]
    assert (text["value"], text["language"], text["isFallback"], text["status"]) == (
        "Is it warm enough at yours?",
        "en",
        True,
        "MISSING",
    )


def test_words_that_are_not_published_are_not_shown(north: Household) -> None:
    with scope(north.council):
        Wording.objects.create(indicator=Indicator.objects.get(code="HOME-03"), text_en="A draft")
    assert question(north.council, "HOME-03")["text"]["value"] == "Is your home warm enough?"


def asked_of(house: Household, code: str) -> str:
    """The English words of a question on the young person's open checklist."""
    with scope(house.council):
        content = Content(house.plan.review.response.questionnaire_version.content)
    return str(content.question(code)["texts"]["standard"]["text"]["en"])


def test_a_checklist_that_nobody_has_begun_is_asked_in_the_new_words(north: Household, east: Household) -> None:
    reword(north, "HOME-03", text_en="Is it warm enough at yours?")
    assert asked_of(north, "HOME-03") == "Is it warm enough at yours?"
    assert asked_of(east, "HOME-03") == "Is your home warm enough?"


def test_a_begun_checklist_keeps_the_words_that_it_began_with(north: Household) -> None:
    with scope(north.council):
        plan, owner = north.plan, north.owner
        sitting = sitting_of(north.young_person, owner, channel=None, language="en")
        record_answers(plan, plan.review.response, [GivenAnswer("HOME-01", choice="yes")], sitting)
    reword(north, "HOME-03", text_en="Is it warm enough at yours?")
    assert asked_of(north, "HOME-03") == "Is your home warm enough?"


def test_publishing_nothing_new_is_refused(north: Household) -> None:
    reword(north, "HOME-03", text_en="Is it warm enough at yours?")
    with scope(north.council), pytest.raises(Problems, match="WRONG_STATE"):
        publish(Questionnaire.objects.get(), by=north.editor)


def test_a_published_version_never_changes(north: Household) -> None:
    reword(north, "HOME-03", text_en="Is it warm enough at yours?")
    with scope(north.council), pytest.raises(ScopeViolation):
        QuestionnaireVersion.objects.filter(council=north.council).update(number=9)


def test_the_hash_tells_whether_anything_changed(north: Household, east: Household) -> None:
    query = '{ questionnaire(code: "outcomes") { version contentHash } }'
    before = ask(None, north.council, query)["data"]["questionnaire"]
    reword(north, "HOME-03", text_en="Is it warm enough at yours?")
    after = ask(None, north.council, query)["data"]["questionnaire"]
    assert before["contentHash"] != after["contentHash"]
    assert ask(None, east.council, query)["data"]["questionnaire"] == before


def test_an_unknown_questionnaire_is_null(north: Household) -> None:
    assert ask(None, north.council, document("questionnaire"), code="nope")["data"] == {"questionnaire": None}
