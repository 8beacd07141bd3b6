"""What becomes of earlier answers, asked on the publish screen."""

import pytest

from leavingwell.platform.councils.scope import scope
from leavingwell.platform.plans.services.answering import record_answers, sitting_of
from leavingwell.questionnaires.models import (
    Indicator,
    QuestionArrangement,
)
from leavingwell.questionnaires.services.answering import GivenAnswer
from leavingwell.questionnaires.services.moving import Touched
from leavingwell.questionnaires.templatetags.question_moves import touched_words
from tests.admin.asking import form_in, was_saved
from tests.questionnaires.publish_screen import GONE, NEW, OTHER_NEW, PUBLISH, latest, own_question, page_of, post


def hide(code):
    QuestionArrangement.objects.create(indicator=Indicator.objects.get(code=code), is_hidden=True)


@pytest.fixture
def replaced(worded):
    """A question that somebody has answered is asked no more; two new ones are."""
    with scope(worded.council):
        sitting = sitting_of(worded.young_person, worded.owner, channel=None, language="en")
        given = [GivenAnswer(GONE, choice="yes")]
        record_answers(worded.plan, worded.plan.review.response, given, sitting)
        hide(GONE)
        own_question(OTHER_NEW, "Can you sleep?")  # as high up as the next: they stand by their codes
        own_question(NEW, "Is it quiet at night?")
    return worded


def test_how_many_answers_are_touched_stands_there_before_anything_is_done(editor, replaced):
    page = page_of(editor.get(PUBLISH))
    row = page.select_one(".publish-gone")
    assert GONE in row.legend.get_text()
    assert "Fewer than 6 answers." in row.get_text(" ", strip=True)
    offered = [control["value"] for control in row.select("input[type=checkbox]")]
    assert offered == [NEW, OTHER_NEW]


def test_without_a_word_they_stay_in_the_past(editor, replaced):
    assert was_saved(post(editor))
    assert latest(replaced).moves == [{"kind": "dropped", "from": GONE, "to": []}]


def mapped(page):
    """The fields that ask what each choice becomes."""
    return [control["name"] for control in page_of(page).select(".publish-becomes select")]


def test_another_list_asks_what_each_choice_becomes(editor, replaced):
    to = {f"to-{GONE}": NEW, "note": "Keep me"}
    checked = post(editor, action="check", **to)
    assert checked.status_code == 200
    assert latest(replaced) is None
    assert mapped(checked) == [f"becomes-{GONE}-{choice}" for choice in ("yes", "not_sure", "no")]
    refused = post(editor, **to, **{f"becomes-{GONE}-yes": "yes_mostly"})
    assert refused.status_code == 422
    kept = form_in(refused)
    assert (kept["note"], kept[f"becomes-{GONE}-yes"]) == ("Keep me", "yes_mostly")
    becomes = {
        f"becomes-{GONE}-yes": "yes_mostly",
        f"becomes-{GONE}-not_sure": "-",
        f"becomes-{GONE}-no": "not_right_now",
    }
    assert was_saved(post(editor, **to, **becomes))
    choices = {"yes": "yes_mostly", "not_sure": None, "no": "not_right_now"}
    assert latest(replaced).moves == [{"kind": "recoded", "from": GONE, "to": [NEW], "choices": choices}]


def test_two_new_questions_split_it(editor, replaced):
    to = {f"to-{GONE}": [NEW, OTHER_NEW]}
    names = mapped(post(editor, action="check", **to))
    becomes = dict.fromkeys(names, "-")
    assert was_saved(post(editor, **to, **becomes))
    [move] = latest(replaced).moves
    assert (move["kind"], move["to"]) == ("split", [NEW, OTHER_NEW])


def test_a_question_that_is_not_offered_is_refused(editor, replaced):
    for target in ("HOME-01", "NM-NOT-THERE", "\0"):
        assert post(editor, **{f"to-{GONE}": target}).status_code == 422
    assert latest(replaced) is None


@pytest.mark.parametrize(
    ("latest", "ever", "words"),
    [
        (0, 0, "Nobody has answered it."),
        (5, 5, "Fewer than 6 answers."),
        (3, 20, "20 answers."),
        (17, 20, "20 answers."),
        (10, 20, "20 answers, 10 of them current."),
        (20, 20, "20 answers, 20 of them current."),
    ],
)
def test_small_numbers_are_hidden_from_editors(latest: int, ever: int, words: str) -> None:
    assert touched_words(Touched({"kind": "dropped", "from": "HOME-04", "to": []}, latest, ever)) == words
