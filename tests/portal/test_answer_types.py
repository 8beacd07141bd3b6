"""Questions of every type on their page: shown, saved and shown again; what is wrong stands beside its field."""

import json
from copy import deepcopy
from typing import Any

import pytest

from leavingwell.platform.councils.scope import scope
from leavingwell.questionnaires.models import Answer
from tests.conftest import check_links
from tests.portal.pages import Story, form_to, soup, words
from tests.questionnaires.every_type import (
    DATE,
    FACES,
    LATER,
    NUMBER,
    ONE,
    SEVERAL,
    TEXT,
    as_if_not_begun,
    ask_every_type,
)


@pytest.fixture(scope="module")
def _asked(_story: Story, django_db_blocker: Any) -> None:
    """The story's checklist was begun: it is asked in the newest version all the same, for the file."""
    household = deepcopy(_story.household)
    with django_db_blocker.unblock(), scope(household.council), as_if_not_begun(household):
        ask_every_type(household)
        check_links()


@pytest.fixture
def asked(_asked: None, story: Story) -> Story:
    return story


def address(code: str) -> str:
    return f"/questions/{code}/"


def send(visitor: Any, code: str, **typed: Any) -> Any:
    fields = form_to(visitor.get(address(code)), address(code))
    return visitor.post(address(code), {**fields, **typed})


def stored(story: Story, code: str) -> Answer:
    with scope(story.council):
        return Answer.objects.get(question_code=code)


TYPED = {
    FACES: {"choice": "very_good"},
    ONE: {"choice": "back"},
    SEVERAL: {"choices": ["music", "cooking"], "choice": ""},
    NUMBER: {"number": "2,5"},
    DATE: {"day": "5", "month": "1", "year": "2026"},
    TEXT: {"text": "A dry\nroom"},
}


@pytest.mark.parametrize("code", TYPED)
def test_every_type_is_saved_and_shown_again(asked: Story, code: str) -> None:
    visitor = asked.visit("owner")
    assert send(visitor, code, **TYPED[code]).status_code == 302
    kept = stored(asked, code)
    assert kept.kind == "answered"
    assert [kept.choice, kept.choices, str(kept.number or ""), str(kept.day or ""), kept.text] == {
        FACES: ["very_good", [], "", "", ""],
        ONE: ["back", [], "", "", ""],
        SEVERAL: ["", ["music", "cooking"], "", "", ""],
        NUMBER: ["", [], "2.50", "", ""],
        DATE: ["", [], "", "2026-01-05", ""],
        TEXT: ["", [], "", "", "A dry\nroom"],
    }[code]
    page = visitor.get(address(code))
    shown = form_to(page, address(code))
    ticked = [box["value"] for box in soup(page).select('input[name="choices"][checked]')]
    assert {**shown, "choices": ticked}.items() >= {
        FACES: {"choice": "very_good"},
        ONE: {"choice": "back"},
        SEVERAL: {"choices": ["music", "cooking"], "choice": ""},
        NUMBER: {"number": "2.5"},
        DATE: {"day": "5", "month": "1", "year": "2026"},
        TEXT: {"text": "A dry\nroom"},
    }[code].items()
    empty: dict[str, Any] = {**dict.fromkeys(("number", "day", "month", "year", "text"), ""), "choices": []}
    assert send(visitor, code, **empty, choice="RATHER_NOT_SAY").status_code == 302
    assert (stored(asked, code).kind, stored(asked, code).text) == ("rather_not_say", "")
    seen = words(visitor.get("/questions/answers/"))
    assert "I'd rather not say" in seen


@pytest.mark.parametrize(
    ("code", "typed", "place"),
    [
        (NUMBER, {"number": "lots"}, "#id_number_error"),
        (NUMBER, {"number": "11"}, "#id_number_error"),
        (NUMBER, {"number": "NaN"}, "#id_number_error"),
        (NUMBER, {"number": "1e999999999"}, "#id_number_error"),
        (NUMBER, {"number": ""}, "#id_number_error"),
        (NUMBER, {"number": "3", "choice": "RATHER_NOT_SAY"}, "#id_number_error"),
        (DATE, {"day": "31", "month": "2", "year": "2026"}, "#id_day_error"),
        (DATE, {"day": "1", "month": "2", "year": "26"}, "#id_day_error"),
        (DATE, {"day": "9" * 400, "month": "x", "year": "0000"}, "#id_day_error"),
        (DATE, {"day": "1", "month": "2", "year": "0001"}, "#id_day_error"),
        (TEXT, {"text": "x" * 501}, "#id_text_error"),
        (TEXT, {"text": " "}, "#id_text_error"),
        (SEVERAL, {"choices": ["music", "front"]}, "#id_choices_error"),
        (SEVERAL, {"choices": ["a\0b"]}, ".summary-errors, .wrong-text"),
        (ONE, {"choice": "music"}, "#id_choice_error"),
        (TEXT, {"text": "a\0b"}, "#id_text_error"),
    ],
)
def test_what_is_wrong_stands_beside_its_field_and_what_was_typed_stays(
    asked: Story, code: str, typed: dict[str, Any], place: str
) -> None:
    page = send(asked.visit("owner"), code, comment="My own words", **typed)
    assert page.status_code in (400, 422)
    if page.status_code == 422:
        assert soup(page).select(f"{place}")
        assert form_to(page, address(code))["comment"] == "My own words"
    with scope(asked.council):
        assert not Answer.objects.filter(question_code=code).exists()


@pytest.mark.parametrize(("typed", "kept"), [("1,000", None), ("£7", "7.00"), ("٧٫٥", "7.50"), (" 07 ", "7.00")])
def test_numbers_as_people_write_them(asked: Story, typed: str, kept: str | None) -> None:
    send(asked.visit("owner"), NUMBER, number=typed)
    with scope(asked.council):
        found = Answer.objects.filter(question_code=NUMBER).first()
    assert (str(found.number) if found else None) == kept  # a thousand is too many here, and never one


def test_limits_are_said_before_and_a_date_has_three_fields(asked: Story) -> None:
    page = asked.visit("owner").get(address(NUMBER))
    assert "From 0 to 10." in words(page)
    assert soup(page).select_one('input[name="number"][inputmode="decimal"][aria-describedby="id_number_hint"]')
    date = soup(asked.visit("owner").get(address(DATE)))
    assert [one["name"] for one in date.select('input[inputmode="numeric"]')] == ["day", "month", "year"]
    faces = soup(asked.visit("owner").get(address(FACES))).select(".faces .face")
    assert [" ".join(face.get_text(" ").split()) for face in faces][0::4] == ["Very bad", "Very good"]


def test_a_hidden_question_is_left_out_and_comes_when_it_is_asked(asked: Story) -> None:
    visitor = asked.visit("owner")
    assert visitor.get(address(LATER))["Location"] == "/questions/"
    before = words(visitor.get("/questions/"))
    assert send(visitor, TEXT, text="Last one")["Location"] == "/questions/areas/HOME/done/"
    assert "question 14 of 14" in words(visitor.get(address(TEXT)))
    assert send(visitor, "HOME-03", choice="not_right_now").status_code == 302
    assert "question 14 of 15" in words(visitor.get(address(TEXT)))
    assert send(visitor, TEXT, text="Not the last one")["Location"] == address(LATER)
    assert words(visitor.get("/questions/")) != before


def test_in_the_background_an_answer_is_saved_and_the_version_comes_back(asked: Story) -> None:
    visitor = asked.visit("owner")
    fields = {**form_to(visitor.get(address(ONE)), address(ONE)), "background": "1"}
    key = "7f0c3a52-1111-4222-8333-444455556666"
    first = visitor.post(address(ONE), {**fields, "choice": "back", "request": key})
    assert first.json() == {"version": 2}
    assert visitor.post(address(ONE), {**fields, "choice": "back", "request": key}).json() == {"version": 2}
    half = visitor.post(address(NUMBER), {"background": "1", "version": "2", "number": "lots"})
    assert (half.status_code, half.json()) == (422, {})
    words_alone = visitor.post(address(DATE), {"background": "1", "version": "2", "comment": "Later"})
    assert words_alone.json() == {"version": 3}
    assert (stored(asked, DATE).kind, stored(asked, DATE).comment) == ("skipped", "Later")
    stale = visitor.post(address(ONE), {**fields, "choice": "front"})
    assert (stale.status_code, stale.json()) == (409, {})
    assert stored(asked, ONE).choice == "back"


def test_two_at_once_both_are_shown_for_every_type_and_untouched_parts_stay_the_newer(asked: Story) -> None:
    young_person, worker = asked.visit("owner"), asked.visit("worker")
    for code, typed in TYPED.items():
        opened = form_to(young_person.get(address(code)), address(code))
        theirs = f"/people/{asked.person}/phone/{code}/"
        first = {**form_to(worker.get(theirs), theirs), "comment": "Said on the phone.", "wants_help": "on"}
        assert worker.post(theirs, {**first, "choice": "DOES_NOT_APPLY"}).status_code == 302
        page = young_person.post(address(code), {**opened, **typed})
        assert page.status_code == 409
        both = " ".join(soup(page).select_one(".both").get_text(" ").split())
        assert "This does not apply to me" in both
        assert "Said on the phone." in both
        fields = form_to(page, address(code))
        assert (fields["comment"], fields["wants_help"]) == ("Said on the phone.", "on")  # nobody touched them here
        boxes = [box["value"] for box in soup(page).select('input[name="choices"][checked]')]
        assert young_person.post(address(code), {**fields, "choices": boxes}).status_code == 302
        kept = stored(asked, code)
        assert (kept.kind, kept.comment, kept.wants_help) == ("answered", "Said on the phone.", True)
        with scope(asked.council):
            assert kept.revisions.get().kind == "does_not_apply"


def test_a_spoiled_memory_of_the_page_does_no_harm(asked: Story) -> None:
    visitor = asked.visit("owner")
    opened = form_to(visitor.get(address(ONE)), address(ONE))
    send(visitor, ONE, choice="front")
    for spoiled in ("", "nonsense", "[1]", "{" * 5_000, "[" * 100_000, json.dumps({"choice": {"a": 1}, "comment": 7})):
        page = visitor.post(address(ONE), {**opened, "choice": "back", "was": spoiled})
        assert page.status_code == 409, spoiled[:10]
    assert stored(asked, ONE).choice == "front"


@pytest.mark.parametrize("code", [NUMBER, SEVERAL])
def test_it_says_that_the_answer_is_above_only_where_there_is_one(asked: Story, code: str) -> None:
    def chosen() -> list[str]:
        page = soup(asked.visit("owner").get(address(code)))
        return [str(one["value"]) for one in page.select("input[type=radio][name=choice][checked]")]

    assert chosen() == []
    send(asked.visit("owner"), code, choice="RATHER_NOT_SAY")
    assert chosen() == ["RATHER_NOT_SAY"]
    send(asked.visit("owner"), code, **{"choice": "", **TYPED[code]})
    assert chosen() == [""]
