"""What young people say about questions: sent by them alone, read by editors without a name, and answered."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import ModelLogEntry

from leavingwell.platform.audit.models import AuditEntry
from leavingwell.platform.councils.scope import scope
from leavingwell.questionnaires.models import Remark
from leavingwell.questionnaires.services.remarks import GivenRemark, open_remarks, remark_on_question
from tests.api import ask, client_of, codes, do
from tests.factories import Household

ADMIN = "/admin/what-young-people-say/"
MINE = "{ viewer { remarks { kind suggestion language answer answeredAt question { code text { value } } } } }"
WORDS = "Say “Is it warm?” <b>please</b> – هل هو دافئ؟"


def remark(house: Household, who: str = "owner", **given: Any) -> dict[str, Any]:
    fields = "... on Remark { id kind suggestion }"
    return do(
        house.people[who], house.council, "remarkOnQuestion", fields, **{"question": "HOME-03", "kind": "HARD", **given}
    )


def stored(house: Household) -> Remark:
    with scope(house.council):
        return Remark.objects.select_related("young_person").get()


def mine(house: Household, who: str = "owner") -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = ask(house.people[who], house.council, MINE)["data"]["viewer"]["remarks"]
    return found


def editor(house: Household, who: str = "questionnaire_editor") -> Client:
    with scope(house.council):
        return client_of(house.people[who], house.council)


def send(house: Household, who: str = "questionnaire_editor", **typed: str) -> Any:
    return editor(house, who).post(ADMIN, {"remark": str(stored(house).pk), "do": "close", **typed})


def test_words_come_back_as_they_were_typed(north: Household) -> None:
    assert remark(north, suggestion=WORDS)["suggestion"] == WORDS
    (said,) = mine(north)
    assert (said["kind"], said["suggestion"], said["answer"], said["answeredAt"]) == ("HARD", WORDS, "", None)
    assert said["question"] == {"code": "HOME-03", "text": {"value": "Is your home warm enough?"}}
    assert mine(north, "other_owner") == mine(north, "worker") == []


@pytest.mark.parametrize("who", ["worker", "manager", "supporter", "admin", "questionnaire_editor"])
def test_only_young_people_can(north: Household, who: str) -> None:
    assert codes(remark(north, who)) == [("NOT_ALLOWED", None)]
    with scope(north.council):
        assert not Remark.objects.exists()


def test_a_visitor_cannot(north: Household) -> None:
    refused = do(None, north.council, "remarkOnQuestion", "", question="HOME-03", kind="HARD")
    assert codes(refused) == [("NOT_ALLOWED", None)]


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ({"question": "NOPE-01"}, ("NOT_FOUND", "question")),
        ({"question": ""}, ("NOT_FOUND", "question")),
        ({"question": "x" * 3000}, ("NOT_FOUND", "question")),
        ({"suggestion": "x" * 1001}, ("TOO_LARGE", "suggestion")),
    ],
)
def test_a_faulty_remark_is_named(north: Household, given: dict[str, Any], problem: tuple[str, str]) -> None:
    assert codes(remark(north, **given)) == [problem]


def test_sent_twice_under_one_id_is_one(north: Household) -> None:
    once = {"requestId": "0190c9de-0000-7000-8000-000000000001", "suggestion": "Shorter"}
    assert remark(north, **once)["id"] == remark(north, **once)["id"]
    assert stored(north).suggestion == "Shorter"


def test_how_many_wait_by_question(north: Household, east: Household) -> None:
    remark(north)
    remark(north, kind="WRONG")
    remark(north, question="MIND-01")
    remark(east)
    with scope(north.council):
        assert open_remarks() == {"HOME-03": 2, "MIND-01": 1}


def test_editors_read_the_words_and_never_whose_they_are(north: Household) -> None:
    remark(north, suggestion=WORDS)
    page = editor(north).get(ADMIN)
    text = BeautifulSoup(page.content, "html.parser").get_text(" ")
    assert "HOME-03" in text
    assert "Is your home warm enough?" in text
    assert WORDS in text
    said = stored(north)
    for private in (north.owner.name, str(said.young_person_id), str(north.owner.pk), north.owner.user.email):  # type: ignore[union-attr]
        assert private not in page.content.decode()


@pytest.mark.parametrize("who", ["worker", "manager", "translator", "analyst", "owner", "supporter"])
def test_nobody_else_has_the_screen(north: Household, who: str) -> None:
    remark(north, suggestion=WORDS)
    for answer in (editor(north, who).get(ADMIN), send(north, who, answer="No")):
        assert answer.status_code in (302, 403, 404)
        assert "Is it warm" not in answer.content.decode()
    assert stored(north).answer == ""


def test_another_councils_editor_sees_and_answers_nothing(north: Household, east: Household) -> None:
    remark(north, suggestion=WORDS)
    assert "HOME-03" not in editor(east).get(ADMIN).content.decode()
    typed = {"remark": str(stored(north).pk), "do": "close", "answer": "Ours now"}
    assert editor(east).post(ADMIN, typed).status_code == 404
    assert stored(north).answer == ""


def test_an_answer_closes_it_and_reaches_the_young_person(north: Household) -> None:
    remark(north)
    assert send(north, answer="Thank you. We will say it shorter.").status_code == 302
    (said,) = mine(north)
    assert said["answer"] == "Thank you. We will say it shorter."
    assert said["answeredAt"]
    page = editor(north)
    assert "HOME-03" not in page.get(ADMIN).content.decode()
    assert "We will say it shorter" in page.get(f"{ADMIN}?show=closed").content.decode()
    with scope(north.council):
        assert open_remarks() == {}
        entry = AuditEntry.objects.get(action="remark.closed")
        assert (entry.actor_name, entry.young_person_id) == (north.questionnaire_editor.name, None)
        assert not ModelLogEntry.objects.filter(content_type__model="remark").exists()


def test_a_second_answer_is_refused(north: Household) -> None:
    remark(north)
    send(north, answer="First")
    page = send(north, answer="Second")
    assert page.status_code == 422
    assert "answered this already" in page.content.decode()
    assert stored(north).answer == "First"


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [
        ({"answer": " "}, "Write an answer first"),
        ({"answer": "word " * 300}, "1000 characters"),
        ({"do": "hide", "reason": ""}, "Say why"),
        ({"do": "hide", "reason": "r" * 300}, "200 characters"),
    ],
)
def test_a_faulty_answer_is_said_and_stays_in_its_field(north: Household, typed: dict[str, str], wrong: str) -> None:
    remark(north, suggestion=WORDS)
    page = send(north, **typed)
    assert page.status_code == 422
    assert wrong in page.content.decode()
    kept = BeautifulSoup(page.content, "html.parser").select_one("textarea[name=answer]")
    assert kept is not None
    assert kept.get_text().strip() == typed.get("answer", "").strip()


@pytest.mark.parametrize("typed", [{"remark": "nonsense"}, {"remark": ""}, {"do": "delete"}, {"remark": "\x00"}])
def test_what_makes_no_sense_is_not_found(north: Household, typed: dict[str, str]) -> None:
    remark(north)
    assert send(north, **typed).status_code == 404


def test_words_that_name_somebody_are_hidden_and_not_lost(north: Household) -> None:
    remark(north, suggestion="Ask Jo Smith")
    assert send(north, do="hide", reason="It names a person.").status_code == 302
    page = editor(north).get(ADMIN).content.decode()
    assert "Jo Smith" not in page
    assert "It names a person." in page
    assert stored(north).suggestion == "Ask Jo Smith"
    assert mine(north)[0]["suggestion"] == "Ask Jo Smith"
    with scope(north.council):
        assert AuditEntry.objects.get(action="remark.hidden").reason == "It names a person."


def test_both_lists_cost_the_same_for_two_and_for_ten(north: Household) -> None:
    def add(number: int) -> None:
        with scope(north.council):
            for place in range(number):
                given = GivenRemark(f"HOME-0{place % 8 + 1}", Remark.Kind.HARD, "Words")
                remark_on_question(north.young_person, given, by=north.owner, language="en")

    def cost() -> tuple[int, int]:
        found = []
        for read in (lambda: editor(north).get(ADMIN), lambda: mine(north)):
            read()
            with CaptureQueriesContext(connection) as queries:
                read()
            found.append(len(queries))
        return found[0], found[1]

    add(2)
    few = cost()
    add(8)
    assert cost() == few
