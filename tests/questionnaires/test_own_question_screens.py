"""A council's own questions in the admin."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from leavingwell.platform.councils.scope import scope
from leavingwell.questionnaires.models import Indicator
from tests.admin.asking import errors_in, form_in, send, text_of, was_saved
from tests.questionnaires.own_questions import ADD, LIST, again, condition_at, edit, frozen, kept, make_own, publish_all


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
