"""Answers of every type: kept exactly, with what stood there before, and no question asked that others hide."""

from copy import deepcopy
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from leavingwell.platform.councils.scope import scope
from leavingwell.questionnaires.models import Answer, AnswerRevision, Response, Wording
from tests.api import ask, codes, do, opaque
from tests.conftest import check_links
from tests.factories import Household
from tests.questionnaires.every_type import (
    DATE,
    FACES,
    LATER,
    NUMBER,
    ONE,
    SEVERAL,
    TEXT,
    ask_every_type,
    publish_again,
)

VALUE = "question { code } kind choice { code } choices { code label { value } } number date text variant"
FIELDS = f"... on Response {{ version notShown answers {{ {VALUE} }} }}"
EVERYTHING = {
    FACES: {"choice": "very_good"},
    ONE: {"choice": "back"},
    SEVERAL: {"choices": ["cooking", "music"]},
    NUMBER: {"number": "2.5"},
    DATE: {"date": "2026-02-28"},
    TEXT: {"text": "A room\nof my own, “mine”. غرفتي"},
}


@pytest.fixture(scope="module")
def _asked(_households: list[Household], django_db_blocker: Any) -> None:
    with django_db_blocker.unblock():
        ask_every_type(deepcopy(_households[0]))
        check_links()


@pytest.fixture
def house(_asked: None, north: Household) -> Household:
    return north


def save(house: Household, who: str, *answers: dict[str, Any], **given: Any) -> dict[str, Any]:
    with scope(house.council):
        response = opaque("Response", house.plan.review.response)
    return do(
        house.people[who], house.council, "saveAnswers", FIELDS, responseId=response, answers=list(answers), **given
    )


def response_of(house: Household, who: str, fields: str) -> Any:
    with scope(house.council):
        response = opaque("Response", house.plan.review.response)
    query = f"query($id: ID!) {{ response(id: $id) {{ {fields} }} }}"
    return ask(house.people[who], house.council, query, id=response)["data"]["response"]


def test_every_type_is_kept_exactly(house: Household) -> None:
    result = save(house, "owner", *({"question": code, **value} for code, value in EVERYTHING.items()))
    found = {answer["question"]["code"]: answer for answer in result["answers"]}
    assert {answer["kind"] for answer in found.values()} == {"ANSWERED"}
    assert [choice["code"] for choice in found[SEVERAL]["choices"]] == ["music", "cooking"]  # as the question has them
    assert found[ONE]["choices"] == [{"code": "back", "label": {"value": "Back"}}]
    assert (found[FACES]["choice"], found[NUMBER]["number"]) == ({"code": "very_good"}, "2.5")
    assert (found[DATE]["date"], found[TEXT]["text"]) == ("2026-02-28", EVERYTHING[TEXT]["text"])


@pytest.mark.parametrize(("sent", "kept"), [(0, "0"), (10, "10"), (2.5, "2.5"), ("2.50", "2.5"), (0.1, "0.1")])
def test_numbers_come_back_as_they_were_said(house: Household, sent: object, kept: str) -> None:
    result = save(house, "owner", {"question": NUMBER, "number": sent})
    assert [answer["number"] for answer in result["answers"]] == [kept]


def test_a_new_answer_takes_the_place_of_the_old_and_the_old_is_kept(house: Household) -> None:
    save(house, "owner", {"question": SEVERAL, "choices": ["music"], "comment": "Guitar"}, variant="EASY_READ")
    save(house, "worker", {"question": SEVERAL, "kind": "RATHER_NOT_SAY"}, channel="PHONE", withInterpreter=True)
    fields = (
        "answers { kind choices { code } comment variant channel withInterpreter revisions { kind choices { code } "
        "comment variant channel language shownText answeredAt replacedAt answeredBy { name } typedBy { name } } }"
    )
    for who in ("owner", "worker", "manager"):
        (answer,) = response_of(house, who, fields)["answers"]
        assert (answer["kind"], answer["choices"], answer["comment"]) == ("RATHER_NOT_SAY", [], "Guitar")
        assert (answer["channel"], answer["withInterpreter"]) == ("PHONE", True)
        (before,) = answer["revisions"]
        assert (before["kind"], before["choices"], before["comment"]) == ("ANSWERED", [{"code": "music"}], "Guitar")
        assert (before["variant"], before["channel"], before["language"]) == ("EASY_READ", "ALONE", "en")
        assert before["shownText"] == f"Question {SEVERAL}?"
        assert before["typedBy"]["name"] == "Owner of northmoor"


def test_a_supporter_sees_no_history(house: Household) -> None:
    with scope(house.council):
        supporter = house.young_person.supporters.get()
        supporter.parts = ["answers"]
        supporter.save()
    for text in ("First", "Second"):
        save(house, "owner", {"question": TEXT, "text": text})
    found = response_of(house, "supporter", "notShown answers { text revisions { text } }")
    assert found == {"notShown": [], "answers": [{"text": "Second", "revisions": []}]}
    assert response_of(house, "other_worker", "id") is None


def test_words_that_the_young_person_typed_are_changed_by_nobody_else(house: Household) -> None:
    save(house, "owner", {"question": TEXT, "text": "My words"})
    for change in ({"text": "Tidied up"}, {"kind": "RATHER_NOT_SAY"}):
        result = save(house, "worker", {"question": TEXT, **change}, channel="TOGETHER")
        assert codes(result) == [("NOT_ALLOWED", "answers.0.text")]
    assert save(house, "owner", {"question": TEXT, "text": "My new words"})["version"] == 2


def test_an_empty_field_of_another_type_is_no_answer(house: Household) -> None:
    """Clients that send every field, most of them empty."""
    blank = {"choice": "", "choices": [], "text": ""}
    result = save(house, "owner", {**blank, "question": NUMBER, "number": "3"})
    assert [(answer["kind"], answer["number"]) for answer in result["answers"]] == [("ANSWERED", "3")]
    result = save(house, "owner", {"question": ONE, "comment": "Lost them", "text": "", "choices": []})
    assert [answer["kind"] for answer in result["answers"]] == ["ANSWERED", "SKIPPED"]


def test_a_question_that_others_hide_is_not_asked(house: Household) -> None:
    assert response_of(house, "owner", "notShown")["notShown"] == [LATER]
    shown = save(house, "owner", {"question": "HOME-03", "choice": "not_right_now"})
    assert shown["notShown"] == []
    save(house, "owner", {"question": LATER, "text": "Because of the boiler"})
    hidden = save(house, "owner", {"question": "HOME-03", "choice": "yes_mostly"})
    assert hidden["notShown"] == [LATER]
    with scope(house.council):
        assert Answer.objects.get(question_code=LATER).text == "Because of the boiler"  # kept, and not asked any more


def test_the_same_answer_from_two_people_is_no_conflict(house: Household) -> None:
    save(house, "owner", {"question": ONE, "choice": "back"})
    again = save(house, "worker", {"question": ONE, "choice": "back"}, expectedVersion=0)
    assert again["version"] == 1
    other = save(house, "worker", {"question": ONE, "choice": "front"}, expectedVersion=0)
    assert codes(other) == [("STALE_VERSION", "answers.0.question")]
    with scope(house.council):
        assert not AnswerRevision.objects.exists()


def test_a_repeated_key_changes_nothing_whatever_comes_with_it(house: Household) -> None:
    key = "7f0c3a52-1111-4222-8333-444455556666"
    first = save(house, "owner", {"question": NUMBER, "number": "1"}, requestId=key)
    assert save(house, "owner", {"question": NUMBER, "number": "1"}, requestId=key) == first
    assert save(house, "owner", {"question": NUMBER, "number": "9"}, requestId=key) == first
    with scope(house.council):
        assert not AnswerRevision.objects.exists()


def test_what_was_shown_is_what_the_reader_got_in_the_councils_own_language(house: Household) -> None:
    """A reader of a language without a text gets the council's default language before English."""
    with scope(house.council):
        house.council.default_language = "ar"
        house.council.save()
    save(house, "owner", {"question": ONE, "choice": "back"}, language="pl")
    fields = "answers { language shownText shown { value language direction } }"
    (answer,) = response_of(house, "owner", fields)["answers"]
    assert answer["language"] == "pl"
    assert answer["shown"] == {"value": f"سؤال {ONE}؟", "language": "ar", "direction": "RTL"}
    assert answer["shownText"] == answer["shown"]["value"]


def test_as_many_queries_for_many_answers_and_versions_as_for_few(house: Household) -> None:
    fields = "notShown answers { choices { code } number shown { value } asked { code } revisions { shown { value } } }"

    def counted() -> int:
        response_of(house, "worker", fields)
        with CaptureQueriesContext(connection) as queries:
            response_of(house, "worker", fields)
        return len(queries)

    for number in ("1", "2"):
        save(house, "owner", {"question": NUMBER, "number": number}, {"question": ONE, "choice": "back"})
    few = counted()
    save(house, "owner", *({"question": code, **value} for code, value in EVERYTHING.items()))
    for number in range(8):
        save(house, "owner", {"question": NUMBER, "number": number}, {"question": TEXT, "text": f"Words {number}"})
    assert counted() == few


PROGRESS = "progress { domain { code } asked answered nextQuestion }"


def progress_of(house: Household, who: str, area: str) -> dict[str, Any]:
    found = response_of(house, who, PROGRESS)["progress"]
    return next(one for one in found if one["domain"]["code"] == area)


def test_how_far_each_area_has_come(house: Household) -> None:
    before = progress_of(house, "owner", "HOME")
    assert (before["answered"], before["nextQuestion"]) == (0, "HOME-01")
    save(house, "owner", {"question": "HOME-01", "kind": "SKIPPED"}, {"question": "HOME-03", "choice": "not_right_now"})
    after = progress_of(house, "worker", "HOME")
    assert after == {**before, "asked": before["asked"] + 1, "answered": 2, "nextQuestion": "HOME-02"}  # LATER is asked
    save(house, "owner", {"question": LATER, "text": "Because"})
    save(house, "owner", {"question": "HOME-03", "choice": "yes_mostly"})
    assert progress_of(house, "owner", "HOME") == {**after, "asked": before["asked"]}  # its answer counts no more
    assert progress_of(house, "owner", "MONEY")["answered"] == 0


def test_a_supporter_sees_how_far_it_has_come_where_they_were_let_in(house: Household) -> None:
    save(house, "owner", {"question": "HOME-01", "kind": "SKIPPED"}, {"question": "MONEY-01", "kind": "SKIPPED"})
    with scope(house.council):
        supporter = house.young_person.supporters.get()
        supporter.parts, supporter.domain_codes = ["answers"], ["HOME"]
        supporter.save()
    assert progress_of(house, "supporter", "HOME")["answered"] == 1
    assert progress_of(house, "supporter", "MONEY")["answered"] == 0
    assert progress_of(house, "worker", "MONEY")["answered"] == 1
    assert response_of(house, "other_worker", PROGRESS) is None


@pytest.mark.parametrize("who", ["worker", "supporter"])
def test_as_many_queries_for_the_progress_of_ten_checklists_as_of_two(house: Household, who: str) -> None:
    checklists = f'responses {{ {PROGRESS} notShown twice: progress(language: "ar") {{ asked }} }}'
    query = f"query($id: ID!) {{ youngPerson(id: $id) {{ {checklists} }} }}"

    def counted(number: int) -> int:
        with scope(house.council):
            version = house.plan.review.response.questionnaire_version
            for _more in range(number):
                Response.objects.create(young_person=house.young_person, questionnaire_version=version, is_latest=False)
            person = opaque("YoungPerson", house.young_person)
        ask(house.people[who], house.council, query, id=person)
        with CaptureQueriesContext(connection) as queries:
            found = ask(house.people[who], house.council, query, id=person)
        assert len(found["data"]["youngPerson"]["responses"]) > number
        return len(queries)

    assert counted(1) == counted(8)


def test_a_new_version_leaves_a_begun_checklist_alone(house: Household) -> None:
    save(house, "owner", {"question": ONE, "choice": "back"})
    with scope(house.council):
        before = house.plan.review.response.questionnaire_version.content_hash
        Wording.objects.filter(indicator__code=ONE, council=house.council).update(text_en="Other words?")
        publish_again()
        assert house.plan.review.response.questionnaire_version.content_hash == before
