"""A council's own questions: adding, changing and retiring them."""

from datetime import date

import pytest

from leavingwell.platform.audit.models import AuditEntry
from leavingwell.platform.councils.scope import scope
from leavingwell.platform.problems import ProblemCode
from leavingwell.questionnaires.freezing import content_of
from leavingwell.questionnaires.models import Indicator, Questionnaire, Wording
from leavingwell.questionnaires.own_question import OwnChoice
from leavingwell.questionnaires.services.conditions import set_condition
from leavingwell.questionnaires.services.own_questions import add_question, bring_back, change_question, retire
from tests.questionnaires.own_questions import (
    again,
    choices,
    frozen,
    kept,
    make_own,
    own_question,
    publish_all,
    refused,
)


def change(house, code, question):
    with scope(house.council):
        change_question(again(house, code), question, by=house.questionnaire_editor)


@pytest.mark.parametrize("answer_type", ["YN", "3PT", "FACES", "ONE", "SEVERAL", "NUMBER", "DATE", "TEXT"])
def test_a_question_of_every_kind_is_asked_without_points(north, answer_type):
    code = make_own(north, answer_type).code
    question = frozen(north, code)
    assert (question["answer_type"], question["is_core"], question["is_own"]) == (answer_type, False, True)
    assert all(choice["score"] is None and choice["label"]["en"] for choice in question["choices"])
    assert len(question["choices"]) == {"YN": 3, "3PT": 3, "FACES": 5, "ONE": 3, "SEVERAL": 3}.get(answer_type, 0)
    publish_all(north)


def test_adding_is_on_record(north):
    make_own(north, "ONE")
    with scope(north.council):
        entry = AuditEntry.objects.get(action="question.added")
    assert entry.actor_id == north.questionnaire_editor.pk
    assert entry.changes["text"] == [None, {"en": "Is it quiet at night?"}]
    assert entry.changes["choice hostel"] == [None, {"en": "Hostel"}]


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"text": "  "}, (ProblemCode.INVALID, "text")),
        ({"text": "x" * 301}, (ProblemCode.TOO_LARGE, "text")),
        ({"text": "a\0b"}, (ProblemCode.INVALID, "text")),
        ({"words": {"help": {"xx": "no such language"}}}, (ProblemCode.INVALID, "help")),
        ({"level": 6}, (ProblemCode.INVALID, "level")),
        ({"answer_type": "STARS"}, (ProblemCode.INVALID, "answerType")),
        ({"answer_type": "ONE", "choices": choices("Flat")}, (ProblemCode.INVALID, "choices")),
        ({"answer_type": "ONE", "choices": choices(*"abcdefghijklm")}, (ProblemCode.INVALID, "choices")),
        ({"answer_type": "ONE", "choices": choices("Flat", "x" * 81)}, (ProblemCode.TOO_LARGE, "choices.1")),
        (
            {"answer_type": "ONE", "choices": (*choices("Flat"), OwnChoice({"en": "", "ar": "بيت"}))},
            (ProblemCode.INVALID, "choices.1"),
        ),
        (
            {"answer_type": "ONE", "choices": (*choices("Flat"), OwnChoice({"en": "Hostel"}, "hostel"))},
            (ProblemCode.NOT_FOUND, "choices.1"),
        ),
        ({"answer_type": "YN", "choices": choices("Flat", "Hostel")}, (ProblemCode.INVALID, "choices")),
        ({"answer_type": "YN", "tells": ("very_bad",)}, (ProblemCode.INVALID, "tellAPerson")),
        ({"answer_type": "NUMBER", "least": "5", "most": "4"}, (ProblemCode.INVALID, "most")),
        ({"answer_type": "NUMBER", "least": "0.001"}, (ProblemCode.INVALID, "least")),
        ({"answer_type": "NUMBER", "most": "NaN"}, (ProblemCode.INVALID, "most")),
        ({"answer_type": "NUMBER", "most": "1e20"}, (ProblemCode.INVALID, "most")),
        ({"answer_type": "DATE", "most": "4"}, (ProblemCode.INVALID, "least")),
    ],
)
def test_what_is_wrong_is_told_beside_its_field_and_nothing_is_kept(north, fields, wrong):
    assert refused(north, add_question, "HOME", own_question(**fields)) == [wrong]
    with scope(north.council):
        assert not Indicator.objects.filter(council=north.council).exists()


def test_the_same_choice_twice_is_told_beside_both(north):
    question = own_question("ONE", choices=choices("Flat", " flat "))
    assert [field for _code, field in refused(north, add_question, "HOME", question)] == ["choices.0", "choices.1"]


def test_an_area_that_is_not_there_is_not_found(north):
    assert refused(north, add_question, "GARDEN", own_question()) == [(ProblemCode.NOT_FOUND, "domain")]


def test_words_change_at_any_time_and_codes_of_choices_never(north):
    code = make_own(north, "ONE").code
    publish_all(north)
    flat, *others = kept(north, code)
    change(
        north, code, own_question("ONE", "Where do you live?", choices=(OwnChoice({"en": "A flat"}, "flat"), *others))
    )
    question = frozen(north, code)
    assert question["texts"]["standard"]["text"]["en"] == "Where do you live?"
    assert (question["choices"][0]["code"], question["choices"][0]["label"]["en"]) == (flat.code, "A flat")
    with scope(north.council):
        entry = AuditEntry.objects.get(action="question.changed")
    assert set(entry.changes) == {"text", "choice flat"}


def test_saving_the_same_again_leaves_no_record(north):
    code = make_own(north, "NUMBER", least="1", most="9").code
    change(north, code, own_question("NUMBER", least="1", most="9"))
    with scope(north.council):
        assert not AuditEntry.objects.filter(action="question.changed").exists()


def test_before_publishing_everything_can_change(north):
    code = make_own(north, "ONE").code
    change(north, code, own_question("ONE", choices=kept(north, code)[:2]))
    assert [one["code"] for one in frozen(north, code)["choices"]] == ["flat", "hostel"]
    change(north, code, own_question("YN", tells=("no",)))
    assert frozen(north, code)["tell_a_person"] == ["no"]


def test_after_publishing_how_it_is_answered_stays_and_so_do_its_choices(north):
    code = make_own(north, "ONE").code
    publish_all(north)
    with scope(north.council):
        indicator = again(north, code)
    assert refused(north, change_question, indicator, own_question("YN")) == [(ProblemCode.WRONG_STATE, "answerType")]
    fewer = own_question("ONE", choices=kept(north, code)[:2])
    assert refused(north, change_question, indicator, fewer) == [(ProblemCode.WRONG_STATE, "choices")]
    change(north, code, own_question("ONE", choices=(*kept(north, code), *choices("Car"))))
    assert [one["code"] for one in frozen(north, code)["choices"]] == ["flat", "hostel", "with_friends", "car"]
    change(north, code, own_question("ONE", choices=kept(north, code)[:3]))  # the new one was never published
    assert len(frozen(north, code)["choices"]) == 3


def test_a_choice_that_another_question_waits_for_stays(north):
    code, other = make_own(north, "ONE").code, make_own(north).code
    with scope(north.council):
        set_condition(again(north, other), {"question": code, "is": ["with_friends"]}, by=None)
        indicator = again(north, code)
    fewer = own_question("ONE", choices=kept(north, code)[:2])
    assert refused(north, change_question, indicator, fewer) == [(ProblemCode.INVALID, "choices")]
    assert len(kept(north, code)) == 3


def test_after_a_choice_that_tells_a_worker_is_told(north):
    listed = (OwnChoice({"en": "Flat"}), OwnChoice({"en": "Nowhere"}, tells=True))
    assert frozen(north, make_own(north, "ONE", choices=listed).code)["tell_a_person"] == ["nowhere"]


def test_retiring_deletes_nothing_and_can_be_taken_back(north):
    code = make_own(north).code
    publish_all(north)
    with scope(north.council):
        retire(again(north, code), by=north.questionnaire_editor)
        content = content_of(Questionnaire.objects.get())
        assert again(north, code).retired_on == date.today()
        assert Wording.objects.filter(indicator__code=code).exists()
    assert code not in [one["code"] for area in content["domains"] for one in area["questions"]]
    assert refused(north, retire, again(north, code)) == [(ProblemCode.WRONG_STATE, "")]
    with scope(north.council):
        bring_back(again(north, code), by=north.questionnaire_editor)
        assert AuditEntry.objects.filter(action__in=["question.retired", "question.brought_back"]).count() == 2
    assert frozen(north, code)["code"] == code
    assert refused(north, bring_back, again(north, code)) == [(ProblemCode.WRONG_STATE, "")]


def test_a_question_that_another_waits_for_is_not_retired(north):
    code, other = make_own(north).code, make_own(north).code
    with scope(north.council):
        set_condition(again(north, other), {"question": code, "is": ["no"]}, by=None)
    assert refused(north, retire, again(north, code)) == [(ProblemCode.INVALID, "")]
    assert again(north, code).retired_on is None
