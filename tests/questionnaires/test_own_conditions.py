"""The conditions under which a council asks a question: through the services and in the admin."""

import pytest

from leavingwell.platform.audit.models import AuditEntry
from leavingwell.platform.councils.scope import national_scope, scope
from leavingwell.platform.problems import ProblemCode, Problems
from leavingwell.questionnaires.models import QuestionArrangement
from leavingwell.questionnaires.services.conditions import clear_condition, set_condition
from tests.admin.asking import errors_in, form_in, send, text_of, was_saved
from tests.questionnaires.own_questions import condition_at, frozen, make_own, national, refused

NO = {"question": "HOME-01", "is": ["no"]}


def test_a_council_sets_and_clears_a_condition(north, east):
    with scope(north.council):
        set_condition(national("HOME-04"), NO, by=north.questionnaire_editor)
    assert frozen(north, "HOME-04")["show_when"] == NO
    assert frozen(east, "HOME-04")["show_when"] is None
    with scope(north.council):
        clear_condition(national("HOME-04"), by=north.questionnaire_editor)
        assert AuditEntry.objects.filter(action="question.condition").count() == 2
    assert frozen(north, "HOME-04")["show_when"] is None


@pytest.mark.parametrize(
    ("code", "condition", "wrong"),
    [
        ("HOME-01", NO, ProblemCode.WRONG_STATE),
        ("HOME-04", {"question": "HOME-01"}, ProblemCode.INVALID),
        ("HOME-04", None, ProblemCode.INVALID),
        ("HOME-04", {"question": "HOME-99", "is": ["no"]}, ProblemCode.INVALID),
        ("HOME-04", {"question": "HOME-01", "is": ["maybe"]}, ProblemCode.INVALID),
        ("HOME-04", {"question": "HOME-04", "is": ["sometimes"]}, ProblemCode.INVALID),
        ("HOME-04", {"question": "LIFE-11", "is": ["no"]}, ProblemCode.INVALID),
        ("HOME-04", {"question": "HOME-01", "at_least": 2}, ProblemCode.INVALID),
        ("HOME-04", {"all": [NO, {"question": "HOME-01", "is": ["yes"]}]}, ProblemCode.INVALID),
    ],
)
def test_a_condition_that_would_not_be_published_is_not_kept(north, code, condition, wrong):
    assert refused(north, set_condition, national(code), condition) == [(wrong, "showWhen")]
    with scope(north.council):
        assert not QuestionArrangement.objects.exclude(show_when=None).exists()


def test_the_national_scope_sets_no_councils_condition(framework):
    indicator = national("HOME-04")
    with national_scope("test"), pytest.raises(Problems):
        set_condition(indicator, NO, by=None)


def test_a_condition_is_set_without_javascript(client, north):
    page = send(client, condition_at("HOME-04"), question_0="HOME-01", operator_0="is", show="1")
    assert not errors_in(page)
    assert all(f'name="choices_0" value="{choice}"' in page.content.decode() for choice in ("yes", "not_sure", "no"))
    sent = {"join": "all", "question_0": "HOME-01", "operator_0": "is", "choices_0": ["no", "not_sure"]}
    assert was_saved(client.post(condition_at("HOME-04"), sent))
    assert frozen(north, "HOME-04")["show_when"] == {"question": "HOME-01", "is": ["no", "not_sure"]}
    page = client.get(condition_at("HOME-04"))
    assert "is “no” or “not sure”" in text_of(page)
    assert form_in(page)["question_0"] == "HOME-01"
    assert was_saved(client.post(condition_at("HOME-04"), {"clear": "1"}))
    assert frozen(north, "HOME-04")["show_when"] is None


def test_rows_are_joined_and_every_way_of_comparing_is_there(client, north):
    make_own(north, "NUMBER")
    make_own(north, "YN")
    rows = [
        ("NM-HOME-01", "at_least", "2.50"),
        ("NM-HOME-01", "at_most", "1"),
        ("HOME-01", "not_answered", ""),
        ("HOME-02", "answered", ""),
    ]
    sent = {"join": "any"}
    for row, (question, operator, number) in enumerate(rows):
        sent |= {f"question_{row}": question, f"operator_{row}": operator, f"number_{row}": number}
    assert was_saved(client.post(condition_at("NM-HOME-02"), sent))
    condition = frozen(north, "NM-HOME-02")["show_when"]
    assert condition == {
        "any": [
            {"question": "NM-HOME-01", "at_least": 2.5},
            {"question": "NM-HOME-01", "at_most": 1},
            {"question": "HOME-01", "answered": False},
            {"question": "HOME-02", "answered": True},
        ]
    }
    assert was_saved(send(client, condition_at("NM-HOME-02")))  # as it is shown, it is sent back
    assert frozen(north, "NM-HOME-02")["show_when"] == condition


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ({"join": "all"}, "Choose a question"),
        ({"join": "all", "question_0": "HOME-01", "operator_0": "is"}, "Tick at least one choice of HOME-01"),
        ({"join": "all", "question_0": "HOME-01", "operator_0": "at_least"}, "Give a number"),
        ({"join": "all", "question_0": "HOME-01", "operator_0": "at_least", "number_0": "3"}, "not answered with one"),
        ({"join": "all", "question_0": "HOME-01", "operator_0": "is", "choices_0": ["later"]}, "Tick the choices"),
        ({"join": "all", "question_0": "LIFE-11", "operator_0": "answered"}, "Select a valid choice"),
        ({"join": "none", "question_0": "HOME-01", "operator_0": "answered"}, "Select a valid choice"),
        ({"join": "all", "question_0": "HOME-01", "operator_0": "matches"}, "Select a valid choice"),
    ],
)
def test_a_condition_that_is_not_whole_is_told(client, north, sent, told):
    page = client.post(condition_at("HOME-04"), sent)
    assert page.status_code == 200
    assert any(told in error for error in errors_in(page))
    assert frozen(north, "HOME-04")["show_when"] is None


def test_a_condition_that_the_form_cannot_show_is_told_and_kept(client, north):
    nested = {"not": {"question": "HOME-01", "is": ["yes"]}}
    with scope(north.council):
        set_condition(national("HOME-04"), nested, by=None)
    page = client.get(condition_at("HOME-04"))
    assert "shown when not (home-01" in text_of(page)
    assert "this form cannot show a condition like that" in text_of(page)
    assert client.post(condition_at("HOME-04"), form_in(page)).status_code == 200
    assert frozen(north, "HOME-04")["show_when"] == nested


def test_a_core_question_says_why_it_has_no_condition(client):
    page = client.get(condition_at("HOME-01"))
    assert "core questions are asked of everybody" in text_of(page)
    assert "question_0" not in page.content.decode()
    sent = {"join": "all", "question_0": "HOME-01", "operator_0": "answered"}
    assert client.post(condition_at("HOME-01"), sent).status_code == 200


def test_a_councils_condition_names_no_question_of_another(north, east):
    make_own(north)
    condition = {"question": "NM-HOME-01", "is": ["no"]}
    assert refused(east, set_condition, national("MONEY-06"), condition) == [(ProblemCode.INVALID, "showWhen")]
