"""How a checklist is done: alone, together, by phone, on paper, without; in which words, which language."""

from copy import deepcopy
from typing import Any

import pytest

from leavingwell.platform.councils.scope import scope
from leavingwell.questionnaires.models import Answer, Choice, Wording
from leavingwell.translations.languages import LANGUAGES
from tests.conftest import check_links
from tests.portal.pages import SECRETS, Story, fields_of, form_to, soup, words
from tests.questionnaires.every_type import (
    LATER,
    NUMBER,
    ONE,
    SEVERAL,
    TEXT,
    as_if_not_begun,
    ask_every_type,
    publish_again,
)


@pytest.fixture(scope="module")
def _asked(_story: Story, django_db_blocker: Any) -> None:
    household = deepcopy(_story.household)
    with django_db_blocker.unblock(), scope(household.council), as_if_not_begun(household):
        ask_every_type(household)
        own = Wording.objects.get(indicator__code=ONE, variant="standard")
        easy = {"text_en": "Which key?", "text_ar": "أي مفتاح؟"}
        Wording.objects.create(indicator=own.indicator, variant="easy_read", prompt_en="", **easy)
        Wording.objects.filter(pk=own.pk).update(prompt_en="Ask about the spare key.")
        Choice.objects.create(indicator=own.indicator, variant="easy_read", code="back", label_en="Back door", order=2)
        publish_again()
        check_links()


@pytest.fixture
def asked(_asked: None, story: Story) -> Story:
    return story


def stored(story: Story, code: str) -> Answer:
    with scope(story.council):
        return Answer.objects.select_related("answered_by").get(question_code=code)


def choose(visitor: Any, address: str, **typed: Any) -> Any:
    return visitor.post(address, {**form_to_itself(visitor.get(address)), **typed})


def form_to_itself(page: Any) -> dict[str, str]:
    return fields_of(soup(page).select_one("main form"))


def test_a_young_person_chooses_easy_words_and_what_was_shown_is_kept(asked: Story) -> None:
    visitor = asked.visit("owner")
    page = visitor.get("/questions/how/")
    assert not soup(page).select('[name="channel"], select, [name="with_interpreter"], [value="SPOKEN"]')
    assert choose(visitor, "/questions/how/", variant="EASY_READ")["Location"] == "/questions/"
    address = f"/questions/{ONE}/"
    page = visitor.get(address)
    assert "Which key?" in words(page)
    assert "Back door" in words(page)
    assert visitor.post(address, {**form_to(page, address), "choice": "back"}).status_code == 302
    kept = stored(asked, ONE)
    assert (kept.variant, kept.language, kept.shown_text) == ("easy_read", "en", "Which key?")


def test_another_window_that_chose_otherwise_since_changes_nothing_of_what_was_shown(asked: Story) -> None:
    visitor, address = asked.visit("owner"), f"/questions/{ONE}/"
    opened = form_to(visitor.get(address), address)
    choose(visitor, "/questions/how/", variant="EASY_READ")
    visitor.post(address, {**opened, "choice": "back"})
    assert (stored(asked, ONE).variant, stored(asked, ONE).shown_text) == ("standard", f"Question {ONE}?")


def test_a_worker_chooses_the_way_the_words_the_language_and_the_interpreter(asked: Story) -> None:
    worker, start = asked.visit("worker"), f"/people/{asked.person}/how/"
    given = {"channel": "phone", "variant": "SPOKEN", "language": "ar", "with_interpreter": "on"}
    assert choose(worker, start, **given)["Location"] == f"/people/{asked.person}/phone/"
    address = f"/people/{asked.person}/phone/{ONE}/"
    page = worker.get(address)
    heading = soup(page).select_one("h1 [lang=ar][dir=rtl]")
    assert heading
    assert heading.get_text() == f"سؤال {ONE}؟"
    assert "With an interpreter" in words(page)
    worker.post(address, {**form_to(page, address), "choice": "back"})
    kept = stored(asked, ONE)
    assert (kept.channel, kept.language, kept.variant, kept.with_interpreter) == ("phone", "ar", "spoken", True)
    assert kept.shown_text == f"سؤال {ONE}؟"
    assert choose(asked.visit("worker"), start, channel="shouting").status_code == 422


def test_the_way_is_kept_for_one_young_person_alone(asked: Story) -> None:
    worker = asked.visit("worker")
    choose(worker, f"/people/{asked.person}/how/", channel="phone", variant="EASY_READ", with_interpreter="on")
    sittings = worker.session["portal_sittings"]
    assert list(sittings) == [asked.person]


def test_made_up_ways_become_what_there_is(asked: Story) -> None:
    visitor, address = asked.visit("owner"), f"/questions/{ONE}/"
    opened = form_to(visitor.get(address), address)
    given = {**opened, "choice": "back", "language": "xx", "variant": "SPOKEN"}
    assert visitor.post(address, given).status_code == 302
    assert (stored(asked, ONE).variant, stored(asked, ONE).language) == ("standard", "en")


def test_the_prompt_is_for_the_worker_alone(asked: Story) -> None:
    prompt = "Ask about the spare key."
    for way in ("phone", "without"):
        assert prompt in words(asked.visit("worker").get(f"/people/{asked.person}/{way}/{ONE}/"))
    assert prompt not in words(asked.visit("worker").get(f"/people/{asked.person}/together/{ONE}/"))
    assert prompt not in words(asked.visit("owner").get(f"/questions/{ONE}/"))


def test_without_the_young_person_the_answers_are_the_workers_and_their_words_stay(asked: Story) -> None:
    worker, address = asked.visit("worker"), f"/people/{asked.person}/without/HOME-03/"
    page = worker.get(address)
    assert "Without Owner of northmoor" in words(page)
    assert not soup(page).select('[name="comment"], [name="wants_help"]')
    assert worker.post(address, {**form_to(page, address), "choice": "not_right_now"}).status_code == 302
    kept = stored(asked, "HOME-03")
    assert (kept.channel, kept.answered_by.name, kept.comment, kept.wants_help) == (
        "without",
        "Worker of northmoor",
        SECRETS[3],
        True,
    )


def paper(story: Story) -> str:
    return f"/people/{story.person}/paper/areas/HOME/"


def test_a_sheet_is_keyed_in_area_by_area_and_empty_fields_change_nothing(asked: Story) -> None:
    worker = asked.visit("worker")
    page = worker.get(paper(asked))
    codes = [code.get_text() for code in soup(page).select(".question-code")]
    sheet = [code.get_text() for code in soup(worker.get(f"/people/{asked.person}/blank/")).select(".paper .code")]
    assert codes == [code for code in sheet if code.startswith(("HOME", "NM-HOME"))]
    assert LATER in codes
    fields = form_to(page, paper(asked))
    typed = {
        "HOME-01-choice": "yes",
        "HOME-01-comment": "Safe here",
        f"{NUMBER}-number": "4",
        f"{SEVERAL}-choices": ["music"],
    }
    assert worker.post(paper(asked), {**fields, **typed})["Location"] == f"/people/{asked.person}/paper/"
    first = stored(asked, "HOME-01")
    assert (first.choice, first.comment, first.channel, first.answered_by.name) == (
        "yes",
        "Safe here",
        "paper",
        "Owner of northmoor",
    )
    with scope(asked.council):
        assert set(Answer.objects.values_list("question_code", flat=True)) == {"HOME-01", "HOME-03", NUMBER, SEVERAL}
        assert not stored(asked, "HOME-03").revisions.exists()


def test_what_is_wrong_on_a_sheet_is_named_with_its_code_and_nothing_is_saved(asked: Story) -> None:
    worker = asked.visit("worker")
    fields = form_to(worker.get(paper(asked)), paper(asked))
    typed = {"HOME-01-choice": "yes", f"{NUMBER}-number": "11", f"{TEXT}-text": "x" * 501, f"{LATER}-text": "Unasked"}
    page = worker.post(paper(asked), {**fields, **typed})
    assert page.status_code == 422
    assert {NUMBER, TEXT} <= {one.get_text() for one in soup(page).select(".summary-errors bdi")}
    assert form_to(page, paper(asked))[f"{TEXT}-text"] == "x" * 501
    typed = {"HOME-01-choice": "yes", f"{LATER}-text": "Unasked"}
    page = worker.post(paper(asked), {**fields, **typed})
    assert [one.get_text() for one in soup(page).select(".summary-errors bdi")] == [LATER]
    with scope(asked.council):
        assert not Answer.objects.filter(question_code="HOME-01").exists()


def test_a_sheet_that_crosses_another_answer_shows_it_and_overwrites_nothing(asked: Story) -> None:
    worker, young_person = asked.visit("worker"), asked.visit("owner")
    fields = form_to(worker.get(paper(asked)), paper(asked))
    address = f"/questions/{ONE}/"
    young_person.post(address, {**form_to(young_person.get(address), address), "choice": "front"})
    page = worker.post(paper(asked), {**fields, f"{ONE}-choice": "back"})
    assert page.status_code == 409
    assert "There is now: Front" in words(page)
    assert stored(asked, ONE).choice == "front"
    again = form_to(page, paper(asked))
    assert again[f"{ONE}-choice"] == "back"
    assert worker.post(paper(asked), again).status_code == 302
    assert stored(asked, ONE).choice == "back"


@pytest.mark.parametrize("crossed", [False, True], ids=["saved at once", "after a conflict"])
def test_a_sheet_saves_what_the_worker_touched_alone(asked: Story, crossed: bool) -> None:
    worker, young_person = asked.visit("worker"), asked.visit("owner")

    def say(code: str, **answer: str) -> None:
        address = f"/questions/{code}/"
        assert young_person.post(address, {**form_to(young_person.get(address), address), **answer}).status_code == 302

    say("HOME-01", choice="no")
    say(ONE, choice="back")
    fields = form_to(worker.get(paper(asked)), paper(asked))
    assert (fields["HOME-01-choice"], f"{ONE}-wants_help" in fields) == ("no", False)
    say("HOME-01", choice="yes")
    say(ONE, wants_help="on")
    if crossed:
        say(NUMBER, number="7")
    page = worker.post(paper(asked), {**fields, f"{NUMBER}-number": "4"})
    assert page.status_code == (409 if crossed else 302)
    if crossed:
        (problem,) = [one.get_text() for one in soup(page).select(".summary-errors li")]
        assert problem.startswith(NUMBER)
        assert "There is now: 7" in words(page)
        again = form_to(page, paper(asked))
        assert (again["HOME-01-choice"], again[f"{NUMBER}-number"]) == ("yes", "4")
        assert again[f"{ONE}-wants_help"] == "on"
        assert worker.post(paper(asked), again).status_code == 302
    assert (stored(asked, "HOME-01").choice, stored(asked, "HOME-01").channel) == ("yes", "alone")
    assert (stored(asked, ONE).choice, stored(asked, ONE).wants_help) == ("back", True)
    assert stored(asked, NUMBER).number == 4


def test_the_sheet_in_words_with_codes_boxes_and_conditions(asked: Story) -> None:
    for who, address in (("owner", "/questions/blank/"), ("worker", f"/people/{asked.person}/blank/")):
        page = asked.visit(who).get(address)
        assert page.status_code == 200
        assert "Only if you said “Not right now” at HOME-03." in words(page)
        assert "From 0 to 10." in words(page)
        assert "Ask about the spare key." not in words(page)
        assert not any(secret in words(page) for secret in SECRETS)
        sheet = soup(page).select_one(".paper")
        assert sheet
        assert len(sheet.select(".code")) > 60


def test_the_sheet_in_another_language_and_easy_words(asked: Story) -> None:
    worker = asked.visit("worker")
    choose(worker, f"/people/{asked.person}/how/", channel="paper", variant="EASY_READ", language="ar")
    page = soup(worker.get(f"/people/{asked.person}/paper/blank/"))
    question = page.select_one(f"#asked-{ONE} [lang=ar][dir=rtl]")
    assert question
    assert question.get_text() == "أي مفتاح؟"
    assert LANGUAGES["ar"].direction == "rtl"


@pytest.mark.parametrize("part", ["how/", "blank/", "together/how/", "paper/areas/HOME/", "checklists/"])
def test_nobody_else_finds_these_pages(asked: Story, part: str) -> None:
    address = f"/people/{asked.person}/{part}"
    for who in ("other_worker", "other_owner", "analyst", "editor", "admin"):
        assert asked.visit(who).get(address).status_code == 404, who
    assert asked.visit(None).get(address).status_code == 302
    assert asked.visit("worker").get(address).status_code == 200


def test_paper_is_for_workers_and_on_its_own_way_alone(asked: Story) -> None:
    assert asked.visit("worker").get(paper(asked).replace("/paper/", "/phone/")).status_code == 404
    assert asked.visit("worker").get(paper(asked).replace("HOME", "NONE")).status_code == 404
    assert asked.visit("owner").get("/questions/areas/HOME/").status_code == 404
    manager = asked.visit("manager")
    sent = {"version": "0", "HOME-01-choice": "yes"}
    assert manager.post(paper(asked), sent).status_code == 403
