"""An old checklist stands as it was asked: the same words, in their language, whatever has been published since."""

from typing import Any

import pytest
from bs4 import Tag

from leavingwell.platform.councils.scope import scope
from leavingwell.platform.plans.services.answering import record_answers, sitting_of
from leavingwell.platform.plans.services.reviewing import request_review
from leavingwell.questionnaires.kinds import AnswerKind, Channel, Variant
from leavingwell.questionnaires.models import (
    ChoiceLabel,
    Domain,
    Indicator,
    QuestionArrangement,
    Response,
    Wording,
)
from leavingwell.questionnaires.services.answering import GivenAnswer, submit_response
from tests.api import opaque
from tests.factories import Household
from tests.portal.pages import client, soup, words
from tests.portal.test_query_counts import counted
from tests.questionnaires.every_type import FACES, ONE, TEXT, ask_every_type, publish_again

GIVEN = [
    GivenAnswer("HOME-03", choice="sometimes", comment="Cold at night"),
    GivenAnswer(ONE, choice="back"),
    GivenAnswer(FACES, choice="good"),
    GivenAnswer(TEXT, text="غرفة دافئة"),
    GivenAnswer("MONEY-01", kind=AnswerKind.RATHER_NOT_SAY),
]


def answer_all(house: Household, given: list[GivenAnswer] = GIVEN, language: str = "ar") -> Response:
    """By phone, in Arabic and in easy words, then changed once by the young person, and finished."""
    plan, worker, owner = house.plan, house.worker, house.owner
    by_phone = sitting_of(
        house.young_person, worker, channel=Channel.PHONE, language=language, variant=Variant.EASY_READ
    )
    response = record_answers(plan, plan.review.response, given, by_phone)
    alone = sitting_of(house.young_person, owner, channel=None, language="en")
    record_answers(plan, response, [GivenAnswer("HOME-01", choice="yes")], alone)
    record_answers(plan, response, [GivenAnswer("HOME-01", choice="not_sure", comment="Since May")], alone)
    return submit_response(response, owner)


@pytest.fixture
def old(north: Household) -> str:
    """The id of a finished checklist."""
    ask_every_type(north)
    with scope(north.council):
        return opaque("Response", answer_all(north))


def next_review(house: Household) -> None:
    plan = house.plan
    plan.review.state = "current"
    plan.review.save()
    request_review(plan, by=house.owner)


def reword_everything(house: Household, number: int) -> None:
    """The council words questions and answers otherwise, and publishes."""
    with scope(house.council):
        for code in ("HOME-01", "HOME-03", ONE, FACES, TEXT):
            indicator = Indicator.objects.get(code=code)
            new = {"text_en": f"New words {number}?", "text_ar": f"كلمات جديدة {number}؟"}
            for variant in ("standard", "easy_read"):
                Wording.objects.update_or_create(
                    council=house.council, indicator=indicator, variant=variant, defaults=new
                )
        for answer_type, choice in (("YN", "yes"), ("3PT", "sometimes"), ("FACES", "good")):
            ChoiceLabel.objects.update_or_create(
                council=house.council,
                answer_type=answer_type,
                code=choice,
                variant="standard",
                defaults={"label_en": f"Label {number}", "label_ar": f"جواب {number}", "order": 1},
            )
        publish_again()


def drop(house: Household, *codes: str) -> None:
    with scope(house.council):
        for code in codes:
            indicator = Indicator.objects.get(code=code)
            QuestionArrangement.objects.create(indicator=indicator, is_hidden=True)
        publish_again()


def main_of(house: Household, who: str, address: str) -> str:
    page = client(house.people[who], house.council).get(address)
    assert page.status_code == 200
    found = soup(page).select_one("main")
    assert isinstance(found, Tag)
    return str(found)


def test_it_stays_the_same_to_the_letter_after_ten_newer_versions_that_drop_its_questions(
    north: Household, old: str
) -> None:
    with scope(north.council):
        person = opaque("YoungPerson", north.young_person)
        next_review(north)
    places = [("owner", f"/checklists/{old}/"), ("worker", f"/people/{person}/checklists/{old}/")]
    before = [main_of(north, *place) for place in places]
    for number in range(9):
        reword_everything(north, number)
    drop(north, ONE, FACES, TEXT)
    now = words(client(north.owner, north.council).get("/questions/HOME-03/"))
    assert "New words 8?" in now  # the present checklist is asked in the new words
    assert [main_of(north, *place) for place in places] == before


def test_each_question_stands_in_its_language_with_the_choices_of_then(north: Household, old: str) -> None:
    page = soup(client(north.owner, north.council).get(f"/checklists/{old}/"))
    asked = page.select_one(f"#asked-{ONE} [lang=ar][dir=rtl]")
    assert asked
    assert asked.get_text() == f"سؤال {ONE}؟"
    made = page.select_one(f'article[aria-labelledby="asked-{ONE}"] .made [lang=ar]')
    assert made
    assert made.get_text() == "خيار Back"
    text = " ".join(page.get_text(" ").split())
    assert "Cold at night" in text
    assert "by phone · typed by Worker of northmoor" in text
    earlier = page.select_one('article[aria-labelledby="asked-HOME-01"] details')
    assert earlier
    assert "Yes" in earlier.get_text()


def test_the_list_has_the_finished_ones_newest_first(north: Household, old: str) -> None:
    owner = client(north.owner, north.council)
    assert [link["href"] for link in soup(owner.get("/checklists/")).select("main li a")] == [f"/checklists/{old}/"]
    with scope(north.council):
        next_review(north)
        newer = opaque("Response", answer_all(north, [GivenAnswer("HOME-03", choice="sometimes")]))
    links = [link["href"] for link in soup(owner.get("/checklists/")).select("main li a")]
    assert links == [f"/checklists/{newer}/", f"/checklists/{old}/"]


def test_nobody_else_sees_it(north: Household, east: Household, old: str) -> None:
    with scope(north.council):
        person, other = opaque("YoungPerson", north.young_person), opaque("YoungPerson", north.other_young_person)
        supporter = north.young_person.supporters.get()
        supporter.parts = ["answers"]
        supporter.save()
    theirs = f"/people/{person}/checklists/{old}/"
    for who in ("other_owner", "other_worker", "analyst", "editor", "admin", "supporter"):
        visitor = client(north.people[who], north.council)
        assert visitor.get(theirs).status_code == 404, who
        assert visitor.get(f"/checklists/{old}/").status_code == 404, who
    for who in ("worker", "manager", "supervisor", "duty"):
        assert client(north.people[who], north.council).get(theirs).status_code == 200, who
    assert client(north.worker, north.council).get(f"/people/{other}/checklists/{old}/").status_code == 404
    assert client(east.owner, east.council).get(f"/checklists/{old}/").status_code == 404
    assert client(None, north.council).get(theirs).status_code == 302
    for made_up in ("nobody", "UmVzcG9uc2U6eA==", person):
        assert client(north.owner, north.council).get(f"/checklists/{made_up}/").status_code == 404


def test_as_many_queries_for_ten_answers_and_checklists_as_for_two(north: Household) -> None:
    ask_every_type(north)
    with scope(north.council):
        first = opaque("Response", answer_all(north, GIVEN[:1]))
    owner: Any = client(north.owner, north.council)
    few = counted(owner, f"/checklists/{first}/"), counted(owner, "/checklists/")
    with scope(north.council):
        for _time in range(8):
            next_review(north)
            last = opaque("Response", answer_all(north))
        assert Domain.objects.exists()
    assert (counted(owner, f"/checklists/{last}/"), counted(owner, "/checklists/")) == few
