"""A council's own questions: through the services and in the admin."""

from datetime import date
from itertools import islice

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from leavingwell.platform.audit.models import AuditEntry
from leavingwell.platform.councils.models import Council
from leavingwell.platform.councils.scope import national_scope, scope
from leavingwell.platform.people.roles import Role
from leavingwell.platform.problems import ProblemCode, Problems
from leavingwell.questionnaires.freezing import content_of
from leavingwell.questionnaires.models import Choice, Indicator, QuestionArrangement, Questionnaire, Wording
from leavingwell.questionnaires.own_question import OwnChoice
from leavingwell.questionnaires.services import own_questions
from leavingwell.questionnaires.services.codes import candidates, choice_code
from leavingwell.questionnaires.services.conditions import clear_condition, set_condition
from leavingwell.questionnaires.services.own_questions import add_question, bring_back, change_question, retire
from tests.admin.asking import at, at_the_nation, errors_in, form_in, send, text_of, was_saved
from tests.factories import make_council, make_person
from tests.questionnaires.own_questions import choices, make_own, own_question, publish_all

LIST = "/admin/own-questions/"
ADD = f"{LIST}add/"


@pytest.fixture
def client(north):
    return at(north.council, north.questionnaire_editor)


def edit(code, more=""):
    return f"{LIST}{code}/{more}"


def condition_at(code):
    return f"/admin/question-conditions/{code}/"


def frozen(house, code):
    with scope(house.council):
        content = content_of(Questionnaire.objects.get())
    return next(one for area in content["domains"] for one in area["questions"] if one["code"] == code)


def again(house, code):
    with scope(house.council):
        return own_questions.own_question_of(code)


def refused(house, do, *arguments):
    """The codes and fields of what was wrong."""
    with scope(house.council), pytest.raises(Problems) as caught:
        do(*arguments, by=house.questionnaire_editor)
    return [(problem.code, problem.field) for problem in caught.value.problems]


def change(house, code, question):
    with scope(house.council):
        change_question(again(house, code), question, by=house.questionnaire_editor)


def kept(house, code):
    """The choices as they are, to be sent back."""
    with scope(house.council):
        rows = Choice.objects.filter(indicator__code=code, variant="standard").order_by("order")
        return tuple(OwnChoice({"en": row.label_en}, row.code) for row in rows)


# Codes


@pytest.mark.parametrize(
    ("slug", "first"),
    [("northmoor", "NM"), ("eastmarsh", "EM"), ("bradford", "BF"), ("east-riding", "ER"), ("q", "QA")],
)
def test_a_prefix_recalls_the_councils_name(slug, first):
    assert next(candidates(slug)) == first


@pytest.mark.parametrize("slug", ["x", "42", "isle-of-wight", "a-b-c-d-e-f", "kingston-upon-hull"])
def test_every_name_gives_prefixes_enough(slug):
    found = set(islice(candidates(slug), 500))
    assert len(found) > 400
    assert all(2 <= len(one) <= 4 and one.isascii() and one.isalpha() and one.isupper() for one in found)


def test_councils_have_prefixes_of_their_own_though_neither_sees_the_other(north):
    twin = make_council("northmere")
    with scope(north.council):
        assert add_question("HOME", own_question(), by=None).code == "NM-HOME-01"
    with scope(twin):
        code = add_question("HOME", own_question(), by=None).code
    assert code != "NM-HOME-01"
    assert code.endswith("-HOME-01")
    assert Council.objects.get(pk=north.council.pk).question_prefix == "NM"


def test_numbers_go_on_in_each_area_and_are_never_used_again(north):
    assert [make_own(north).code for _one in range(2)] == ["NM-HOME-01", "NM-HOME-02"]
    assert make_own(north, domain="MONEY").code == "NM-MONEY-01"
    with scope(north.council):
        retire(again(north, "NM-HOME-02"), by=None)
    assert make_own(north).code == "NM-HOME-03"


def test_a_number_of_an_old_version_is_not_used_again_though_the_question_is_gone(north):
    make_own(north)
    publish_all(north)
    with scope(north.council):
        Wording.objects.filter(indicator__code="NM-HOME-01").delete()
        Indicator.objects.filter(code="NM-HOME-01").delete()
    assert make_own(north).code == "NM-HOME-02"


@pytest.mark.parametrize(
    ("label", "used", "code"),
    [
        ("With friends", (), "with_friends"),
        ("Café £5", (), "cafe_5"),
        ("£££", (), "choice"),
        ("£££", ("choice",), "choice_2"),
        ("Yes", ("yes", "yes_2"), "yes_3"),
        ("A very long label that goes on and on", (), "a_very_long_label_th"),
        ("A very long label that goes on and on", ("a_very_long_label_th",), "a_very_long_label__2"),
    ],
)
def test_a_choice_gets_a_code_of_its_words(label, used, code):
    assert choice_code(label, used) == code


# Adding and changing


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


# Retiring


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


# Conditions


def national(code):
    with national_scope("look for a test"):
        return Indicator.objects.select_related("domain__questionnaire").get(council=None, code=code)


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


# The admin


def new(client, **values):
    return send(client, ADD, domain="HOME", answer_type="YN", text_en="Is it quiet at night?", **values)


def test_an_editor_adds_a_question_in_the_councils_languages(client, north):
    assert was_saved(new(client, text_ar="هل المكان هادئ ليلا؟", help_en="Sleep matters.", tells_YN=["no"], level=2))
    question = frozen(north, "NM-HOME-01")
    assert question["texts"]["standard"]["text"] == {"en": "Is it quiet at night?", "ar": "هل المكان هادئ ليلا؟"}
    assert (question["tell_a_person"], question["level"]) == (["no"], 2)
    assert "text_pl" not in form_in(client.get(edit("NM-HOME-01")))


def test_the_form_says_that_the_questions_never_count(client):
    words = "your own questions are never counted in national totals, and have no points."
    assert words in text_of(client.get(ADD))
    assert words in text_of(client.get(LIST))


def test_a_list_of_choices_grows_without_javascript(client, north):
    page = send(client, ADD, answer_type="SEVERAL", choice_0_en="Flat", tells_YN=["no"], more_choices="1")
    form = form_in(page)
    assert (form["rows"], form["choice_0_en"], form["answer_type"]) == ("8", "Flat", "SEVERAL")
    assert "choice_7_en" in form
    assert not errors_in(page)
    labels = {f"choice_{row}_en": f"Place {row}" for row in range(8)}
    sent = {**form, "domain": "HOME", "text_en": "Where?", **labels, "choice_0_ar": "بيت", "choice_1_tells": "on"}
    assert was_saved(client.post(ADD, sent))
    question = frozen(north, "NM-HOME-01")
    assert len(question["choices"]) == 8
    assert question["choices"][0]["label"] == {"en": "Place 0", "ar": "بيت"}
    assert question["tell_a_person"] == ["place_1"]


def test_what_is_wrong_stands_beside_it_and_nothing_typed_is_lost(client, north):
    page = send(
        client, ADD, domain="HOME", answer_type="ONE", text_en="Where?", choice_0_ar="بيت", choice_2_en="Hostel"
    )
    assert "Give this choice its English words." in errors_in(page)[0]
    assert form_in(page)["choice_2_en"] == "Hostel"
    with scope(north.council):
        assert not Indicator.objects.filter(council=north.council).exists()


@pytest.mark.parametrize(
    "values",
    [
        {"domain": "GARDEN"},
        {"answer_type": "STARS"},
        {"level": "9"},
        {"text_en": "a\0b"},
        {"text_en": "x" * 1_000_000},
        {"answer_type": "NUMBER", "least": "many"},
        {"rows": "99999999999999999999"},
        {"rows": "\u00b2", "text_en": ""},
        {"answer_type": "ONE", "choice_0_en": "Flat", "choice_1_en": "Hostel", "choice_0_code": "nonsense"},
    ],
)
def test_bad_input_is_told_and_breaks_nothing(client, values):
    page = client.post(ADD, {"domain": "HOME", "answer_type": "YN", "text_en": "Quiet?", "level": "3", **values})
    assert page.status_code in (200, 302)
    if "rows" not in values or values.get("text_en") == "":
        assert errors_in(page)


def test_a_published_way_of_answering_is_locked_with_its_reason(client, north):
    make_own(north, "ONE")
    publish_all(north)
    page = client.get(edit("NM-HOME-01"))
    assert "it was published as “one choice of a list”" in text_of(page)
    assert was_saved(send(client, edit("NM-HOME-01"), answer_type="YN", text_en="Where do you stay?"))
    assert frozen(north, "NM-HOME-01")["answer_type"] == "ONE"


def test_clearing_a_published_choice_is_refused_with_its_reason(client, north):
    make_own(north, "ONE")
    publish_all(north)
    page = send(client, edit("NM-HOME-01"), choice_1_en="")
    assert any("hostel was published" in error for error in errors_in(page))
    assert len(kept(north, "NM-HOME-01")) == 3


def test_choices_have_easy_read_words_too(client, north):
    make_own(north, "ONE")
    assert was_saved(send(client, edit("NM-HOME-01", "words/easy_read/"), text_en="Home?", choice_0_en="My flat"))
    question = frozen(north, "NM-HOME-01")
    assert question["texts"]["easy_read"]["text"] == {"en": "Home?"}
    assert question["choices"][0]["labels"] == {"easy_read": {"en": "My flat"}}
    assert client.get(edit("NM-HOME-01", "words/standard/")).status_code == 404
    page = send(client, edit("NM-HOME-01", "words/spoken/"), choice_0_ar="بيت")
    assert "English words" in errors_in(page)[0]


def test_retiring_is_asked_about_first_and_then_done(client, north):
    make_own(north)
    publish_all(north)
    assert "nothing is deleted" in text_of(client.get(edit("NM-HOME-01", "retire/")))
    assert again(north, "NM-HOME-01").retired_on is None
    assert was_saved(client.post(edit("NM-HOME-01", "retire/")))
    page = text_of(client.get(LIST))
    assert "retired" in page
    assert "still asked until you publish" in page
    assert was_saved(client.post(edit("NM-HOME-01", "bring-back/")))
    assert again(north, "NM-HOME-01").retired_on is None


def test_the_list_tells_the_state_of_each(client, north):
    make_own(north, text="Old question?")
    publish_all(north)
    make_own(north, text="New question?")
    page = client.get(LIST).content.decode()
    assert "Published" in page[page.index("Old question?") : page.index("New question?")]
    assert "Draft" in page[page.index("New question?") :]


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


# Outsiders


def addresses(code):
    words = ("", "words/easy_read/", "retire/", "bring-back/", "share/")
    return [*(edit(code, more) for more in words), condition_at(code)]


def test_another_councils_editor_finds_nothing(north, east):
    make_own(north)
    publish_all(north)
    client = at(east.council, east.questionnaire_editor)
    for address in addresses("NM-HOME-01"):
        assert client.get(address).status_code == 404
        assert client.post(address, {"text_en": "Stolen", "answer_type": "YN", "level": "3"}).status_code == 404
    assert "NM-HOME-01" not in client.get(LIST).content.decode()
    assert frozen(north, "NM-HOME-01")["texts"]["standard"]["text"]["en"] == "Is it quiet at night?"
    assert again(north, "NM-HOME-01").retired_on is None


def test_a_councils_condition_names_no_question_of_another(north, east):
    make_own(north)
    condition = {"question": "NM-HOME-01", "is": ["no"]}
    assert refused(east, set_condition, national("MONEY-06"), condition) == [(ProblemCode.INVALID, "showWhen")]


@pytest.mark.parametrize("role", ["translator", "worker", "owner"])
def test_who_does_not_write_the_questions_is_refused(north, role):
    make_own(north)
    client = at(north.council, north.people[role])
    for address in (LIST, ADD, *addresses("NM-HOME-01")):
        assert client.get(address).status_code in (302, 403)
        assert client.post(address, {}).status_code in (302, 403)
    assert again(north, "NM-HOME-01").retired_on is None


def test_nobody_is_led_to_the_sign_in(north):
    make_own(north)
    client = at(north.council, None)
    for address in (LIST, ADD, *addresses("NM-HOME-01")):
        assert "/login" in client.get(address)["Location"]


def test_on_the_nations_host_there_are_none(framework):
    with national_scope("staff for a test"):
        client = at_the_nation(make_person(Role.FRAMEWORK_EDITOR, "Fran Framework").user)
    for address in (LIST, ADD, condition_at("HOME-04")):
        assert client.get(address).status_code == 404


def test_a_national_question_is_not_ones_own(client):
    assert client.get(edit("HOME-04")).status_code == 404
    assert client.post(edit("HOME-04", "retire/")).status_code == 404


def test_a_step_that_is_not_there_is_not_found(client, north):
    make_own(north)
    assert client.get(edit("NM-HOME-01", "delete/")).status_code == 404


# Costs


def queries(client, address):
    client.get(address)
    with CaptureQueriesContext(connection) as caught:
        assert client.get(address).status_code == 200
    return len(caught)


def test_the_screens_cost_the_same_however_many_questions_there_are(client, north):
    make_own(north, "ONE")
    make_own(north)
    shown = (LIST, edit("NM-HOME-01"), condition_at("NM-HOME-02"))
    few = [queries(client, address) for address in shown]
    for _one in range(8):
        make_own(north, "ONE")
    assert [queries(client, address) for address in shown] == few
    assert max(few) < 60
