"""The publish screen: faults first, what becomes of earlier answers, the second person's look."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from leavingwell.platform.councils.scope import scope
from leavingwell.platform.plans.services.answering import record_answers, sitting_of
from leavingwell.platform.problems import Problems
from leavingwell.questionnaires.models import (
    Indicator,
    Proposal,
    QuestionArrangement,
    Questionnaire,
    QuestionnaireVersion,
    Wording,
)
from leavingwell.questionnaires.services.answering import GivenAnswer
from leavingwell.questionnaires.services.moving import Touched
from leavingwell.questionnaires.services.publishing import propose, publish
from leavingwell.questionnaires.services.rules import set_rules
from leavingwell.questionnaires.templatetags.question_moves import touched_words
from tests.admin.asking import at, errors_in, form_in, text_of, was_saved
from tests.questionnaires.test_proposals import RULES, asked, reword

PUBLISH = "/admin/publish-questions/"
MINIMAL = {"questionnaire": "outcomes"}
GONE, NEW, OTHER_NEW = "HOME-07", "NM-HOME-01", "NM-HOME-02"  # an optional yes or no; the council's own


def page_of(answer):
    return BeautifulSoup(answer.content, "html.parser")


def own_question(code, text):
    area = Indicator.objects.get(code=GONE).domain
    own = Indicator.objects.create(domain=area, code=code, order=9, answer_type="3PT", is_core=False, level=2)
    Wording.objects.create(indicator=own, text_en=text)


def hide(code):
    QuestionArrangement.objects.create(indicator=Indicator.objects.get(code=code), is_hidden=True)


@pytest.fixture
def editor(north):
    return at(north.council, north.editor)


@pytest.fixture
def worded(north):
    """A draft: one question in own words."""
    with scope(north.council):
        reword("Is it warm at yours?")
    return north


@pytest.fixture
def careful(worded):
    with scope(worded.council):
        set_rules(RULES, by=worded.admin)
    return worded


@pytest.fixture
def waiting(careful):
    with scope(careful.council):
        questionnaire = Questionnaire.objects.get()
        return propose(questionnaire, by=careful.editor, consulted="Our young people's council", note="Plainer.")


@pytest.fixture
def replaced(worded):
    """A question that somebody has answered is asked no more; two new ones are."""
    with scope(worded.council):
        sitting = sitting_of(worded.young_person, worded.owner, channel=None, language="en")
        given = [GivenAnswer(GONE, choice="yes")]
        record_answers(worded.plan, worded.plan.review.response, given, sitting)
        hide(GONE)
        own_question(NEW, "Is it quiet at night?")
        own_question(OTHER_NEW, "Can you sleep?")
    return worded


def post(client, **fields):
    return client.post(PUBLISH, {**MINIMAL, **fields})


def latest(household):
    with scope(household.council):
        return QuestionnaireVersion.objects.filter(council=household.council).first()


def proposal_of(household):
    with scope(household.council):
        return Proposal.objects.select_related("proposed_by", "decided_by").first()


def test_what_was_told_is_kept_with_the_version(editor, worded):
    told = {"consulted": "Young people's council", "consulted_on": "2026-03-02", "note": "Plainer words."}
    assert was_saved(post(editor, **told))
    version = latest(worded)
    assert (version.consulted, str(version.consulted_on), version.note) == tuple(told.values())
    assert version.published_by_id == worded.editor.pk


def test_faults_come_first_with_a_link_to_their_question(editor, north):
    with scope(north.council):
        reword("", code="MIND-01")
    page = page_of(editor.get(PUBLISH))
    faults = page.select_one(".publish-faults")
    assert "MIND-01: It has no English text." in faults.get_text()
    assert faults.a["href"] == "/admin/questionnaire/#MIND-01"
    assert page.find(class_="publish-faults").sourceline < page.find(class_="publish-subject").sourceline
    answer = post(editor, note="Never mind")
    assert answer.status_code == 422
    assert form_in(answer)["note"] == "Never mind"
    assert latest(north) is None


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("publish_at", "2020-01-01T09:00", "still to come"),
        ("publish_at", "tomorrow", "valid date"),
        ("consulted_on", "2999-01-01", "still to come"),
        ("consulted_on", "01/13/20x6", "valid date"),
        ("consulted", "x" * 201, "200 characters"),
        ("note", "\0", "null characters"),
        ("publish_at", "9999-12-31T23:59:99", "valid date"),
    ],
)
def test_what_cannot_be_is_marked_and_nothing_typed_is_lost(editor, worded, field, value, words):
    answer = post(editor, **{"note": "Keep me", "consulted": "Us", field: value})
    assert answer.status_code == 422
    assert any(words in error.lower() for error in errors_in(answer)), errors_in(answer)
    kept = form_in(answer)
    assert kept["note" if field != "note" else "consulted"] == ("Keep me" if field != "note" else "Us")
    assert latest(worded) is None


def test_what_changed_after_the_page_was_opened_is_not_published_unseen(editor, worded):
    seen = form_in(editor.get(PUBLISH))
    with scope(worded.council):
        reword("Nobody has seen this")
    answer = editor.post(PUBLISH, {**seen, "note": "Keep me"})
    assert answer.status_code == 422
    assert "changed since you opened this page" in text_of(answer)
    assert form_in(answer)["note"] == "Keep me"
    assert was_saved(editor.post(PUBLISH, form_in(answer)))


def test_a_day_to_come(editor, worded):
    day = timezone.localtime() + timedelta(days=3)
    assert was_saved(post(editor, publish_at=day.strftime("%Y-%m-%dT%H:%M"), note="For the new year."))
    page = text_of(editor.get(PUBLISH))
    assert f"this will be published on {day.strftime('%-d %B %Y, %H:%M').lower()}" in page
    assert "for the new year." in page
    assert latest(worded) is None
    proposal = proposal_of(worded)
    assert was_saved(post(editor, action="withdraw", proposal=proposal.pk))
    assert proposal_of(worded).state == "withdrawn"


def test_the_second_person_sees_the_difference_and_the_note_and_agrees(editor, waiting, careful):
    own_page = page_of(editor.get(PUBLISH))
    assert "somebody else has to look at it" in own_page.get_text()
    assert not own_page.select("[value=approve]")
    second = at(careful.council, careful.questionnaire_editor)
    page = second.get(PUBLISH)
    for words in ("is it warm at yours?", "our young people's council", "plainer.", careful.editor.name.lower()):
        assert words in text_of(page).replace("&#x27;", "'"), words
    assert was_saved(post(second, action="approve", proposal=waiting.pk))
    assert latest(careful).checked_by_id == careful.questionnaire_editor.pk


def test_the_button_asks_for_a_second_look_where_the_council_wants_one(editor, careful):
    assert "ask for a second look" in text_of(editor.get(PUBLISH))
    assert was_saved(post(editor))
    assert (proposal_of(careful).state, latest(careful)) == ("waiting", None)


def test_sending_back_needs_a_reason_which_the_proposer_reads(editor, waiting, careful):
    second = at(careful.council, careful.admin)
    refused = post(second, action="send_back", proposal=waiting.pk, reason=" ")
    assert refused.status_code == 422
    assert errors_in(refused) == ["Say why, so that it can be put right."]
    assert was_saved(post(second, action="send_back", proposal=waiting.pk, reason="A typo in <b>Arabic</b>"))
    page = editor.get(PUBLISH)
    assert "sent the last draft back" in text_of(page)
    assert "A typo in &lt;b&gt;Arabic&lt;/b&gt;" in page.content.decode()


def test_the_proposer_cannot_approve_by_hand(editor, waiting, careful):
    answer = post(editor, action="approve", proposal=waiting.pk)
    assert answer.status_code == 422
    assert "somebody else has to look at it" in text_of(answer)
    assert proposal_of(careful).state == "waiting"


def test_who_comes_too_late_is_told_and_gets_their_words_back(waiting, careful):
    second = at(careful.council, careful.admin)
    post(at(careful.council, careful.questionnaire_editor), action="approve", proposal=waiting.pk)
    answer = second.post(
        PUBLISH, {**MINIMAL, "action": "send_back", "proposal": waiting.pk, "reason": "A typo."}, follow=True
    )
    assert "in the meantime" in text_of(answer)
    assert "a typo." in text_of(answer)


@pytest.mark.parametrize("proposal", ["", "\0", "not-a-number", "00000000-0000-0000-0000-000000000000"])
@pytest.mark.parametrize("action", ["approve", "send_back", "withdraw"])
def test_a_proposal_that_is_not_there(waiting, careful, action, proposal):
    second = at(careful.council, careful.admin)
    assert post(second, action=action, proposal=proposal, reason="x").status_code == 302
    assert proposal_of(careful).state == "waiting"


@pytest.mark.parametrize("action", ["approve", "send_back", "withdraw"])
def test_outsiders_decide_nothing(waiting, careful, east, action):
    elsewhere = at(east.council, east.admin)
    assert "warm at yours" not in text_of(elsewhere.get(PUBLISH))
    post(elsewhere, action=action, proposal=waiting.pk, reason="x")
    for role in ("translator", "worker", "owner"):
        answer = post(at(careful.council, careful.people[role]), action=action, proposal=waiting.pk, reason="x")
        assert answer.status_code in (302, 403)
    assert post(at(careful.council, None), action=action, proposal=waiting.pk, reason="x").status_code == 302
    assert proposal_of(careful).state == "waiting"


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


def test_the_screen_costs_the_same_however_much_has_changed(editor, worded):
    def cost():
        editor.get(PUBLISH)
        with CaptureQueriesContext(connection) as caught:
            assert editor.get(PUBLISH).status_code == 200
        return len(caught)

    def publish_some(numbers):
        with scope(worded.council):
            for number in numbers:
                reword(f"Is it warm, {number}?")
                publish(Questionnaire.objects.get(), by=worded.editor)
                own_question(f"NM-HOME-{number:02}", "New?")

    publish_some(range(10, 12))
    few = cost()
    publish_some(range(12, 20))
    assert cost() == few
    with scope(worded.council):
        assert asked() == "Is it warm, 19?"


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


def test_only_the_administrator_lets_people_publish_alone_again(north):
    with scope(north.council):
        set_rules({**RULES, "second_person": True}, by=north.questionnaire_editor)
        with pytest.raises(Problems, match="NOT_ALLOWED"):
            set_rules({**RULES, "second_person": False}, by=north.questionnaire_editor)
        set_rules({**RULES, "second_person": False}, by=north.admin)
