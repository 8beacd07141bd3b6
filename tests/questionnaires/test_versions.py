"""The versions that were published, what is between any two, and the rules; old answers as they were asked."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from leavingwell.platform.audit.models import AuditEntry
from leavingwell.platform.councils.scope import scope
from leavingwell.platform.plans.services.answering import record_answers, sitting_of
from leavingwell.questionnaires.models import ChoiceLabel, Questionnaire, QuestionnaireRules, QuestionnaireVersion
from leavingwell.questionnaires.models.rules import rules
from leavingwell.questionnaires.services.answering import GivenAnswer
from leavingwell.questionnaires.services.publishing import propose, publish
from leavingwell.questionnaires.services.publishing.storing import About
from tests.admin.asking import at, at_the_nation, errors_in, form_in, send, text_of, was_saved
from tests.admin.conftest import nation  # noqa: F401  # a fixture
from tests.api import ask, opaque
from tests.questionnaires.test_proposals import outcomes, reword

VERSIONS, RULES = "/admin/question-versions/", "/admin/question-rules/"
RESPONSE = """query R($id: ID!, $code: String!) { plan(id: $id) { response {
  questionnaire { version question(code: $code) { text { value } choices { code label { value } } } }
  answers { shownText choice { label { value } } } } } }"""


def publish_words(household, *texts):
    with scope(household.council):
        for text in texts:
            reword(text)
            publish(Questionnaire.objects.get(), by=household.editor, about=About(note=f"Now: {text}"))


@pytest.fixture
def editor(north):
    return at(north.council, north.editor)


def test_the_list_says_who_when_and_why(editor, north, east):
    publish_words(north, "First words?", "Second words?")
    publish_words(east, "Words of another council?")
    page = text_of(editor.get(VERSIONS))
    for words in ("version 1", "version 2", "national version 1", "now: second words?", north.editor.name.lower()):
        assert words in page, words
    assert "another council" not in page
    assert east.editor.name.lower() not in page


def test_who_was_consulted_and_what_becomes_of_answers(editor, north):
    with scope(north.council):
        reword("First words?")
        propose(outcomes(), by=north.editor, consulted="Our young people")
    assert "our young people" in text_of(editor.get(VERSIONS))


@pytest.mark.parametrize(
    ("asked", "before", "after"),
    [
        ("from=1&to=3", "First words?", "Third words?"),
        ("from=3&to=1", "Third words?", "First words?"),
        ("from=n1&to=2", "Is your home warm enough?", "Second words?"),
    ],
)
def test_the_difference_between_any_two(editor, north, asked, before, after):
    publish_words(north, "First words?", "Second words?", "Third words?")
    page = editor.get(f"{VERSIONS}?{asked}").content.decode()
    assert f'<del lang="en" dir="ltr">{before}</del>' in page
    assert f'<ins lang="en" dir="ltr">{after}</ins>' in page


@pytest.mark.parametrize("asked", ["from=1", "from=1&to=99", "from=x&to=%00", "from=n9&to=-1", "to=1"])
def test_versions_that_are_not_there_are_told(editor, north, asked):
    publish_words(north, "First words?")
    answer = editor.get(f"{VERSIONS}?{asked}")
    assert (answer.status_code, "choose two versions" in text_of(answer)) == (200, True)


def test_the_same_version_twice_reads_the_same(editor, north):
    publish_words(north, "First words?")
    assert "they read the same" in text_of(editor.get(f"{VERSIONS}?from=1&to=1"))


@pytest.mark.parametrize("address", [VERSIONS, RULES])
@pytest.mark.parametrize("role", ["translator", "worker", "owner", "analyst"])
def test_who_may_not_publish_sees_neither(north, address, role):
    client = at(north.council, north.people[role])
    assert client.get(address).status_code in (302, 403)
    assert client.post(address, {"second_person": "on"}).status_code in (302, 403)
    with scope(north.council):
        assert not QuestionnaireRules.objects.exists()


def test_the_list_costs_the_same_with_two_and_with_ten(editor, north):
    def cost():
        editor.get(VERSIONS)
        with CaptureQueriesContext(connection) as caught:
            assert editor.get(f"{VERSIONS}?from=1&to=2").status_code == 200
        return len(caught)

    publish_words(north, *(f"Words {number}?" for number in range(2)))
    few = cost()
    publish_words(north, *(f"Words {number}?" for number in range(2, 10)))
    assert cost() == few


def test_rules_are_set_and_on_record(editor, north, east):
    assert form_in(editor.get(RULES))["going_well"] == "70"
    assert was_saved(send(editor, RULES, second_person="on", going_well="80", growing="50"))
    with scope(north.council):
        assert (rules().second_person, rules().going_well, rules().growing) == (True, 80, 50)
        entry = AuditEntry.objects.get(action="questionnaire_rules.changed")
    assert entry.actor_id == north.editor.pk
    assert entry.changes == {"second_person": [False, True], "going_well": [70, 80], "growing": [40, 50]}
    with scope(east.council):
        assert not rules().second_person


def test_saving_the_same_rules_leaves_no_trace(editor, north):
    send(editor, RULES)
    send(editor, RULES)
    with scope(north.council):
        assert QuestionnaireRules.objects.count() == 1
        assert not AuditEntry.objects.filter(action="questionnaire_rules.changed").exists()


@pytest.mark.parametrize(
    ("going_well", "growing"),
    [("40", "70"), ("50", "50"), ("101", "40"), ("70", "0"), ("", "40"), ("a", "40"), ("-1", "-2")],
)
def test_bands_that_cannot_be_are_marked_and_kept_as_typed(editor, north, going_well, growing):
    answer = send(editor, RULES, going_well=going_well, growing=growing, tell_manager="on")
    assert answer.status_code == 422
    assert errors_in(answer)
    kept = form_in(answer)
    assert (kept["going_well"], kept["growing"], kept["tell_manager"]) == (going_well, growing, "on")
    with scope(north.council):
        assert not QuestionnaireRules.objects.exists()


def test_the_nation_has_versions_and_no_rules(nation):  # noqa: F811
    client = at_the_nation(nation.framework_editor.user)
    assert client.get(VERSIONS).status_code == 200
    assert client.get(RULES).status_code == 404


def test_an_old_answer_is_shown_as_it_was_asked_after_ten_newer_versions(north):
    publish_words(north, "Is it warm at yours?")
    with scope(north.council):
        sitting = sitting_of(north.young_person, north.owner, channel=None, language="en")
        response = north.plan.review.response
        record_answers(north.plan, response, [GivenAnswer("HOME-03", choice="sometimes")], sitting)
        before = ask(north.owner, north.council, RESPONSE, id=opaque("Plan", north.plan), code="HOME-03")
        label = ChoiceLabel.objects.get(answer_type="3PT", code="sometimes", variant="standard")
        ChoiceLabel.objects.create(answer_type="3PT", code="sometimes", order=label.order, label_en="Now and then")
    publish_words(north, *(f"Words number {number}?" for number in range(10)))
    with scope(north.council):
        plan = opaque("Plan", north.plan)
    after = ask(north.owner, north.council, RESPONSE, id=plan, code="HOME-03")
    assert after == before
    shown = after["data"]["plan"]["response"]
    assert shown["questionnaire"]["question"]["text"]["value"] == "Is it warm at yours?"
    assert shown["answers"] == [{"shownText": "Is it warm at yours?", "choice": {"label": {"value": "Sometimes"}}}]
    with scope(north.council):
        assert QuestionnaireVersion.objects.filter(council=north.council).count() == 11
