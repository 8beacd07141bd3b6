"""The publish screen: faults first, and the second person's look."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from leavingwell.platform.councils.scope import scope
from leavingwell.platform.problems import Problems
from leavingwell.questionnaires.models import (
    Proposal,
    Questionnaire,
)
from leavingwell.questionnaires.services.publishing import propose, publish
from leavingwell.questionnaires.services.rules import set_rules
from tests.admin.asking import at, errors_in, form_in, text_of, was_saved
from tests.questionnaires.publish_screen import MINIMAL, PUBLISH, latest, own_question, page_of, post
from tests.questionnaires.test_proposals import RULES, asked, reword


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


def test_only_the_administrator_lets_people_publish_alone_again(north):
    with scope(north.council):
        set_rules({**RULES, "second_person": True}, by=north.questionnaire_editor)
        with pytest.raises(Problems, match="NOT_ALLOWED"):
            set_rules({**RULES, "second_person": False}, by=north.questionnaire_editor)
        set_rules({**RULES, "second_person": False}, by=north.admin)
