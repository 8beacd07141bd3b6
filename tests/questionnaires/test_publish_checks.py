"""What hinders publishing, in words that name the question."""

from typing import Any

import pytest

from leavingwell.questionnaires.publish_checks import faults
from tests.questionnaires.contents import choice, content, own, question


def told(now: dict[str, Any], *earlier: dict[str, Any]) -> list[tuple[str, str]]:
    return [(fault.question, str(fault.message)) for fault in faults(now, earlier)]


def test_nothing_hinders_a_whole_questionnaire() -> None:
    assert told(content(question("HOME-01"), own("NM-HOME-01", "bus", "train"))) == []


def test_a_question_needs_english_words_whatever_else_it_has() -> None:
    empty = question("HOME-01", texts={"standard": {"text": {"ar": "آمن؟"}, "help": {}}})
    assert told(content(empty)) == [("HOME-01", "It has no English text.")]
    assert told(content(question("HOME-01", texts={}))) == [("HOME-01", "It has no English text.")]


def test_another_variant_needs_english_words_only_when_it_has_words() -> None:
    texts = question("HOME-01")["texts"]
    silent = question("HOME-01", texts={**texts, "spoken": {"text": {}, "prompt": {"en": "Ask gently."}}})
    arabic = question("HOME-01", texts={**texts, "easy_read": {"text": {"ar": "آمن؟"}}})
    assert told(content(silent)) == []
    assert told(content(arabic)) == [("HOME-01", "It has no English text in the variant “Easy read”.")]


@pytest.mark.parametrize(("texts", "refused"), [({}, True), ({"ar": "بيت"}, True), ({"en": "A house"}, False)])
def test_a_picture_says_in_english_what_it_shows(texts: dict[str, str], refused: bool) -> None:
    picture = {"name": "5e.webp", "width": 6, "height": 4, "alternative_text": texts}
    media = {"easy_read": {"picture": picture, "recordings": {}}}
    found = told(content(question("HOME-01", media=media)))
    assert ["picture (Easy read)" in message for _code, message in found] == [True] * refused


def test_a_recording_alone_needs_no_words() -> None:
    media = {"easy_read": {"picture": None, "recordings": {"en": "77.mp3"}}}
    assert told(content(question("HOME-01", media=media))) == []


@pytest.mark.parametrize("answer_type", ["ONE", "SEVERAL"])
def test_a_list_needs_choices_and_each_choice_words(answer_type: str) -> None:
    nameless = {**choice("bus"), "label": {"pl": "Autobus"}}
    assert told(content(own("NM-1", answer_type=answer_type))) == [("NM-1", "It has no choices to choose from.")]
    worded = own("NM-1", "train", answer_type=answer_type)
    worded["choices"].append(nameless)
    assert told(content(worded)) == [("NM-1", "Its choice bus has no English words.")]


def test_a_number_needs_no_choices() -> None:
    assert told(content(own("NM-1", answer_type="NUMBER"), own("NM-2", answer_type="TEXT"))) == []


def test_nobody_is_told_after_a_choice_that_is_not_there() -> None:
    [(code, message)] = told(content(question("HOME-01", tell_a_person=["never"])))
    assert (code, "never" in message) == ("HOME-01", True)


def test_a_broken_condition_is_among_them() -> None:
    [(code, message)] = told(content(question("HOME-01", show_when={"question": "HOME-99", "answered": True})))
    assert (code, "HOME-99" in message) == ("HOME-01", True)


def test_other_words_order_and_conditions_are_safe() -> None:
    before = content(question("HOME-01"), question("HOME-02"))
    when = {"question": "HOME-02", "is": ["yes"]}
    after = content(question("HOME-02", "Warm?"), question("HOME-01", "Safe now?", show_when=when))
    assert told(after, before) == []


def test_a_published_question_keeps_how_it_is_answered() -> None:
    [(code, message)] = told(content(own("NM-1", answer_type="TEXT")), content(own("NM-1", answer_type="NUMBER")))
    assert code == "NM-1"
    assert "“A number”" in message
    assert "retire it" in message


def test_it_keeps_its_points() -> None:
    after = question("HOME-01", choices=[choice("yes", 2), choice("not_sure", 0), choice("no", 0)])
    [(code, message)] = told(content(after), content(question("HOME-01")))
    assert code == "HOME-01"
    assert "not_sure was published with 1 points and now has 0" in message


def test_choices_may_be_added_to_a_list_and_never_taken_away() -> None:
    before = content(own("NM-1", "bus", "train"))
    assert told(content(own("NM-1", "bus", "tram", "train")), before) == []
    [(code, message)] = told(content(own("NM-1", "bus")), before)
    assert (code, "train" in message) == ("NM-1", True)


@pytest.mark.parametrize(
    "after",
    [content(question("HOME-01"), code="MONEY"), content(question("HOME-01", is_own=True))],
    ids=["another area", "another owner"],
)
def test_a_code_is_never_used_for_another_question(after: dict[str, Any]) -> None:
    [(code, message)] = told(after, content(question("HOME-01")))
    assert (code, "never used again" in message) == ("HOME-01", True)


def test_a_code_that_was_retired_long_ago_is_still_taken() -> None:
    """Each version counts, not only the last one, and what is wrong with several is told once."""
    old, without = content(own("NM-1", "bus")), content(own("NM-2", "yes"))
    assert told(without, old) == []
    again = content(own("NM-1", answer_type="TEXT"), own("NM-2", "yes"))
    assert len(told(again, without, old, old)) == 1


def test_versions_of_before_own_questions_are_read_as_well() -> None:
    bare = question("HOME-01")
    del bare["is_own"], bare["media"], bare["limits"], bare["show_when"]
    assert told(content(question("HOME-01")), content(bare)) == []
