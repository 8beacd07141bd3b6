"""The question bank: sharing, withdrawing, taking; and that nothing else of a council is told through it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from leavingwell.platform.audit.models import AuditEntry
from leavingwell.platform.councils.scope import ScopeViolation, national_scope, scope
from leavingwell.platform.people.roles import Role
from leavingwell.platform.problems import ProblemCode, Problems
from leavingwell.questionnaires.kinds import Variant
from leavingwell.questionnaires.models import BankQuestion, Indicator
from leavingwell.questionnaires.own_question import OwnChoice
from leavingwell.questionnaires.services import bank
from leavingwell.questionnaires.services.conditions import set_condition
from leavingwell.questionnaires.services.own_questions import change_question, own_question_of, retire
from leavingwell.questionnaires.services.own_words import set_variant
from tests.admin.asking import at, at_the_nation, text_of, was_saved
from tests.factories import make_council, make_person
from tests.questionnaires.own_questions import frozen, make_own, own_question, publish_all

BANK = "/admin/question-bank/"
CODE = "NM-HOME-01"


@pytest.fixture
def client(east):
    return at(east.council, east.questionnaire_editor)


@pytest.fixture
def shared(north):
    """A question of northmoor's, with easy-read words and a condition, published and in the bank."""
    words = {
        "text": {"en": "Where do you sleep?", "ar": "أين تنام؟", "pl": "Gdzie śpisz?"},
        "prompt": {"en": "Ask how."},
    }
    listed = (OwnChoice({"en": "Flat", "ar": "شقة", "pl": "Mieszkanie"}), OwnChoice({"en": "Nowhere"}, tells=True))
    make_own(north, "ONE", words=words, choices=listed, level=1)
    with scope(north.council):
        indicator = own_question_of(CODE)
        set_variant(indicator, Variant.EASY_READ, {"text": {"en": "Bed?"}}, {"flat": {"en": "My flat"}}, by=None)
        set_condition(indicator, {"question": "HOME-01", "is": ["no"]}, by=None)
    publish_all(north)
    return share(north)


def share(house, code=CODE):
    with scope(house.council):
        return bank.share(own_question_of(code), by=house.questionnaire_editor)


def take(house, row):
    with scope(house.council):
        return bank.take(row, by=house.questionnaire_editor)


def refused(house, do, *arguments):
    with scope(house.council), pytest.raises(Problems) as caught:
        do(*arguments, by=house.questionnaire_editor)
    return [problem.code for problem in caught.value.problems]


def actions(house):
    with scope(house.council):
        return list(AuditEntry.objects.filter(action__startswith="question.").values_list("action", "actor_id"))


def test_only_the_question_itself_is_shared(shared, north):
    assert (shared.origin, shared.origin_name, shared.domain_code, shared.code) == (
        "northmoor",
        "Northmoor",
        "HOME",
        CODE,
    )
    assert shared.council_id is None
    assert set(shared.content) == {"code", "answer_type", "level", "texts", "choices", "tell_a_person", "limits"}
    assert ("question.shared", north.questionnaire_editor.pk) in actions(north)


def test_what_is_shared_is_what_was_published(shared, north):
    with scope(north.council):
        change_question(own_question_of(CODE), own_question("ONE", "A draft?", choices=kept(north)), by=None)
    assert share(north).content["texts"]["standard"]["text"]["en"] == "Where do you sleep?"
    publish_all(north)
    again = share(north)
    assert again.content["texts"]["standard"]["text"]["en"] == "A draft?"
    assert again.pk == shared.pk


def kept(house):
    return tuple(OwnChoice(one["label"], one["code"]) for one in frozen(house, CODE)["choices"])


def test_a_draft_and_a_retired_question_are_not_shared(north):
    make_own(north)
    with scope(north.council):
        indicator = own_question_of(CODE)
    assert refused(north, bank.share, indicator) == [ProblemCode.WRONG_STATE]
    publish_all(north)
    with scope(north.council):
        retire(indicator, by=None)
    assert refused(north, bank.share, indicator) == [ProblemCode.WRONG_STATE]


def test_taking_makes_a_question_of_ones_own(shared, east):
    taken = take(east, shared)
    assert (taken.code, taken.adopted_from, taken.council_id) == ("EM-HOME-01", "northmoor:NM-HOME-01", east.council.pk)
    question = frozen(east, "EM-HOME-01")
    assert question["texts"]["standard"]["text"] == {"en": "Where do you sleep?", "ar": "أين تنام؟"}  # no Polish here
    assert question["texts"]["standard"]["prompt"] == {"en": "Ask how."}
    assert question["texts"]["easy_read"]["text"] == {"en": "Bed?"}
    assert [(one["code"], one["label"], one["labels"]) for one in question["choices"]] == [
        ("flat", {"en": "Flat", "ar": "شقة"}, {"easy_read": {"en": "My flat"}}),
        ("nowhere", {"en": "Nowhere"}, {}),
    ]
    assert (question["tell_a_person"], question["level"], question["show_when"]) == (["nowhere"], 1, None)
    assert not question["is_core"]
    assert ("question.taken", east.questionnaire_editor.pk) in actions(east)
    publish_all(east)


def test_what_becomes_of_either_leaves_the_other_as_it_is(shared, north, east):
    take(east, shared)
    with scope(east.council):
        mine = own_question_of("EM-HOME-01")
        listed = tuple(OwnChoice(one["label"], one["code"]) for one in frozen(east, "EM-HOME-01")["choices"])
        change_question(mine, own_question("ONE", "Ours now?", choices=listed), by=None)
    assert frozen(north, CODE)["texts"]["standard"]["text"]["en"] == "Where do you sleep?"


@pytest.mark.parametrize("answer_type", ["YN", "3PT", "FACES", "SEVERAL", "NUMBER", "DATE", "TEXT"])
def test_every_kind_of_question_is_taken_whole(north, east, answer_type):
    fields = {"least": "1.5", "most": "9"} if answer_type == "NUMBER" else {}
    make_own(north, answer_type, **fields)
    publish_all(north)
    taken = frozen(east, take(east, share(north)).code)
    theirs = frozen(north, CODE)
    same = ("answer_type", "limits", "choices", "tell_a_person")
    assert {name: taken[name] for name in same} == {name: theirs[name] for name in same}


def test_it_is_taken_once_and_not_by_the_council_that_made_it(shared, north, east):
    assert refused(north, bank.take, shared) == [ProblemCode.NOT_ALLOWED]
    take(east, shared)
    assert refused(east, bank.take, shared) == [ProblemCode.CONFLICT]
    with scope(east.council):
        assert Indicator.objects.filter(council=east.council).count() == 1


def test_only_the_council_that_shared_withdraws_and_who_took_it_keeps_it(shared, north, east):
    assert refused(east, bank.withdraw, shared) == [ProblemCode.NOT_ALLOWED]
    take(east, shared)
    with scope(north.council):
        bank.withdraw(shared, by=north.questionnaire_editor)
    assert ("question.withdrawn", north.questionnaire_editor.pk) in actions(north)
    with scope(east.council):
        assert own_question_of("EM-HOME-01")
        with pytest.raises(Problems):
            bank.bank_question_of(shared.pk)
    assert share(north).withdrawn_at is None


def test_a_council_cannot_write_the_bank_past_the_service(shared, east):
    with scope(east.council), pytest.raises(ScopeViolation):
        BankQuestion.objects.filter(pk=shared.pk).update(origin="eastmarsh")


# The admin


def post(client, row, do):
    return client.post(BANK, {"question": str(row.pk), "do": do})


def test_the_bank_shows_whose_it_is_and_how_it_is_answered(shared, client):
    page = client.get(BANK).content.decode()
    for words in (
        "Where do you sleep?",
        "Northmoor",
        "NM-HOME-01",
        "Housing",
        "One choice of a list",
        "Nowhere",
        "Polish",
    ):
        assert words in page
    assert "Ask how." not in page


def test_taking_and_withdrawing_with_one_press(shared, client, north, east):
    assert was_saved(post(client, shared, "take"))
    assert frozen(east, "EM-HOME-01")["is_own"]
    assert "You have taken it" in client.get(BANK).content.decode()
    assert "taken from northmoor:nm-home-01" in text_of(client.get("/admin/own-questions/"))
    post(client, shared, "withdraw")
    assert "where do you sleep?" in text_of(client.get(BANK))  # not theirs to withdraw
    assert was_saved(post(at(north.council, north.questionnaire_editor), shared, "withdraw"))
    assert "where do you sleep?" not in text_of(client.get(BANK))
    assert post(client, shared, "take").status_code == 404


def test_a_question_is_shared_from_its_own_page(north, client):
    make_own(north)
    mine = at(north.council, north.questionnaire_editor)
    draft = mine.post(f"/admin/own-questions/{CODE}/share/", follow=True)
    assert "only a question that you have published" in text_of(draft)
    publish_all(north)
    assert "share with other councils" in text_of(mine.get(f"/admin/own-questions/{CODE}/"))
    assert was_saved(mine.post(f"/admin/own-questions/{CODE}/share/"))
    assert "is it quiet at night?" in text_of(client.get(BANK))


def test_nothing_else_of_the_council_is_told(shared, north, client):
    make_own(north, text="A secret draft?")
    make_own(north, text="Published, not shared?", domain="MONEY")
    page = text_of(client.get(BANK))
    assert "secret draft" not in page
    assert "not shared" not in page


def test_the_bank_is_filtered_by_area(shared, client):
    assert "where do you sleep?" in text_of(client.get(f"{BANK}?area=HOME"))
    assert "where do you sleep?" not in text_of(client.get(f"{BANK}?area=MONEY"))
    assert "where do you sleep?" in text_of(client.get(f"{BANK}?area=%00"))


@pytest.mark.parametrize("key", ["", "1", "x" * 100, "\0", "00000000-0000-0000-0000-000000000000"])
def test_a_question_that_is_not_there_is_not_found(client, framework, key):
    assert client.post(BANK, {"question": key, "do": "take"}).status_code == 404


@pytest.mark.parametrize("role", ["translator", "worker", "owner"])
def test_who_does_not_write_the_questions_is_refused(shared, east, role):
    client = at(east.council, east.people[role])
    assert client.get(BANK).status_code in (302, 403)
    assert post(client, shared, "take").status_code in (302, 403)
    with scope(east.council):
        assert not Indicator.objects.filter(council=east.council).exists()


def test_nobody_is_led_to_the_sign_in_and_the_nation_has_no_bank(shared, east):
    assert "/login" in at(east.council, None).get(BANK)["Location"]
    with national_scope("staff for a test"):
        client = at_the_nation(make_person(Role.FRAMEWORK_EDITOR, "Fran Framework").user)
    assert client.get(BANK).status_code == 404


def test_the_bank_costs_the_same_however_much_is_shared(shared, north, client):
    def queries():
        client.get(BANK)
        with CaptureQueriesContext(connection) as caught:
            assert client.get(BANK).status_code == 200
        return len(caught)

    few = queries()
    for _one in range(8):
        make_own(north)
    publish_all(north)
    for number in range(2, 10):
        share(north, f"NM-HOME-{number:02d}")
    assert queries() == few


def test_two_councils_share_under_the_same_number(shared, east):
    make_own(east)
    publish_all(east)
    share(east, "EM-HOME-01")
    with scope(make_council("westfell")):
        assert {row.origin for row in bank.on_offer()} == {"northmoor", "eastmarsh"}
