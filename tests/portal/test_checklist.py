"""Questions, one a page: each answer saved at once, nothing that was typed ever lost."""

from typing import Any

from leavingwell.platform.councils.scope import scope
from leavingwell.platform.plans.models import Action
from leavingwell.questionnaires.models import Answer
from tests.portal.pages import SECRETS, Story, form_to, soup, words
from tests.portal.test_home import answer_all

FIRST, THIRD, LAST = "/questions/HOME-01/", "/questions/HOME-03/", "/questions/HOME-08/"


def answer_of(story: Story, code: str) -> Answer:
    with scope(story.council):
        found: Answer = Answer.objects.select_related("typed_by", "answered_by").get(question_code=code)
        return found


def send(visitor: Any, address: str, **typed: str) -> Any:
    fields = form_to(visitor.get(address), address)
    return visitor.post(address, {**fields, **typed})


def test_an_answer_is_saved_and_the_next_question_comes(story: Story) -> None:
    answer = send(story.visit("owner"), FIRST, choice="yes", comment="We are fine here.", wants_help="on")
    assert answer["Location"] == "/questions/HOME-02/"
    saved = answer_of(story, "HOME-01")
    assert (saved.choice, saved.comment, saved.wants_help, saved.channel) == ("yes", "We are fine here.", True, "alone")
    with scope(story.council):
        assert Action.objects.filter(question_code="HOME-01", status="draft").exists()


def test_the_page_shows_what_was_answered_before(story: Story) -> None:
    fields = form_to(story.visit("owner").get(THIRD), THIRD)
    assert fields["choice"] == "sometimes"
    assert fields["comment"] == SECRETS[3]
    assert fields["wants_help"] == "on"


def test_skipping_does_not_apply_and_rather_not_say(story: Story) -> None:
    visitor = story.visit("owner")
    assert send(visitor, FIRST, skip="1")["Location"] == "/questions/HOME-02/"
    assert answer_of(story, "HOME-01").kind == "skipped"
    send(visitor, FIRST, choice="DOES_NOT_APPLY")
    assert answer_of(story, "HOME-01").kind == "does_not_apply"
    send(visitor, FIRST, choice="RATHER_NOT_SAY")
    assert answer_of(story, "HOME-01").kind == "rather_not_say"


def test_skipping_leaves_an_answer_that_is_there(story: Story) -> None:
    send(story.visit("owner"), THIRD, skip="1")
    assert answer_of(story, "HOME-03").choice == "sometimes"


def test_a_missing_or_faulty_choice_is_said_beside_the_field_and_the_words_stay(story: Story) -> None:
    visitor = story.visit("owner")
    for choice in ("", "perhaps", "x" * 500):
        page = send(visitor, FIRST, choice=choice, comment="My own words", wants_help="on")
        assert page.status_code == 422
        fields = form_to(page, FIRST)
        assert fields["comment"] == "My own words"
        assert fields["wants_help"] == "on"
        assert soup(page).select_one("#id_choice .wrong-text")
    with scope(story.council):
        assert not Answer.objects.filter(question_code="HOME-01").exists()


def test_far_too_many_words_stay_in_the_field(story: Story) -> None:
    long = "word " * 900
    page = send(story.visit("owner"), FIRST, choice="yes", comment=long)
    assert page.status_code == 422
    assert form_to(page, FIRST)["comment"] == long
    assert "4000" in words(page)


def test_a_stale_page_shows_both_answers_and_overwrites_nothing(story: Story) -> None:
    young_person, worker = story.visit("owner"), story.visit("worker")
    theirs = f"/people/{story.person}/phone/HOME-01/"
    opened = form_to(young_person.get(FIRST), FIRST)
    send(worker, theirs, choice="not_sure", comment="Said on the phone.")
    page = young_person.post(FIRST, {**opened, "choice": "yes", "comment": "What I say"})
    assert page.status_code == 409
    assert "Said on the phone." in words(page)
    assert "Worker of northmoor" in words(page)
    fields = form_to(page, FIRST)
    assert (fields["choice"], fields["comment"]) == ("yes", "What I say")
    assert answer_of(story, "HOME-01").choice == "not_sure"
    assert young_person.post(FIRST, fields).status_code == 302  # seen both, and saved on purpose
    assert answer_of(story, "HOME-01").comment == "What I say"


def test_a_form_without_its_version_overwrites_nothing(story: Story) -> None:
    page = story.visit("owner").post(THIRD, {"choice": "yes_mostly", "version": "no number"})
    assert page.status_code in (409, 422)
    assert answer_of(story, "HOME-03").choice == "sometimes"


def test_help_is_there_before_and_after_an_answer_that_tells_a_person(story: Story) -> None:
    visitor = story.visit("owner")
    page = visitor.get(FIRST)
    assert "If you say “No”, we tell your worker today" in words(page)
    after = visitor.post(FIRST, {**form_to(page, FIRST), "choice": "no"}, follow=True)
    assert after.redirect_chain[-1][0] == "/questions/HOME-02/"
    assert "Thank you for telling us" in words(after)
    assert soup(after).select_one('.told a[href="tel:999"]')
    assert "we tell your worker" not in words(visitor.get(THIRD))


def test_after_the_last_question_of_an_area_comes_a_short_stop(story: Story) -> None:
    visitor = story.visit("owner")
    stop = send(visitor, LAST, choice="yes")["Location"]
    assert stop == "/questions/areas/HOME/done/"
    page = visitor.get(stop)
    assert "6 questions are still open" in words(page)
    assert [link["href"] for link in soup(page).select(".next a")] == ["/questions/HEALTH-01/", "/questions/", "/"]
    assert "6 questions left" in words(visitor.get("/questions/"))


def test_all_areas_are_gone_through_one_after_the_other(story: Story) -> None:
    visitor = story.visit("owner")
    assert soup(visitor.get("/questions/")).select_one('a.btn[href="/questions/HOME-01/"]')
    for area in ("HOME", "HEALTH"):
        answer_all(story, area)
    page = visitor.get("/questions/areas/HOME/done/")
    assert "That is this area done" in words(page)
    assert "2 of 8 areas done" in words(page)
    link = soup(page).select_one(".next a.btn")
    assert link
    assert not str(link["href"]).startswith(("/questions/HOME", "/questions/HEALTH"))


def test_a_stop_is_its_own_young_persons(story: Story) -> None:
    assert story.visit("owner").get("/questions/areas/NOWHERE/done/").status_code == 404
    address = f"/people/{story.person}/phone/areas/HOME/done/"
    assert story.visit("worker").get(address).status_code == 200
    for who in ("other_owner", "other_worker", "admin"):
        assert story.visit(who).get(address).status_code in (403, 404), who


def test_save_and_stop_saves(story: Story) -> None:
    assert send(story.visit("owner"), FIRST, choice="yes", stop="1")["Location"] == "/"
    assert answer_of(story, "HOME-01").choice == "yes"


def test_leaving_is_fine_with_nothing_said_and_with_help_alone(story: Story) -> None:
    visitor = story.visit("owner")
    assert send(visitor, FIRST, stop="1")["Location"] == "/"
    with scope(story.council):
        assert not Answer.objects.filter(question_code="HOME-01").exists()
    assert send(visitor, FIRST, wants_help="on", stop="1")["Location"] == "/"
    kept = answer_of(story, "HOME-01")
    assert (kept.kind, kept.wants_help) == ("skipped", True)


def test_finishing_closes_the_checklist(story: Story) -> None:
    visitor = story.visit("owner")
    page = visitor.get("/questions/answers/")
    assert SECRETS[3] in words(page)
    done = visitor.post("/questions/finish/", form_to(page, "/questions/finish/"), follow=True)
    assert done.redirect_chain == [("/questions/summary/", 302)]
    assert "Your answers are in the plan now" in words(done)
    assert "Finished" in words(visitor.get("/questions/"))
    assert "questions left" not in words(visitor.get("/questions/"))
    assert visitor.get(FIRST)["Location"] == "/questions/answers/"
    assert not soup(visitor.get("/questions/answers/")).select('form[action="/questions/finish/"]')
    late = visitor.post(FIRST, {"choice": "yes", "version": "9"})
    assert late.status_code == 422
    assert "This checklist is finished" in words(late)


def test_a_worker_fills_it_in_together_and_by_phone(story: Story) -> None:
    worker = story.visit("worker")
    together, phone = f"/people/{story.person}/together/HOME-01/", f"/people/{story.person}/phone/HOME-02/"
    assert "Together with Owner of northmoor" in words(worker.get(together))
    assert not soup(worker.get(together)).select("nav.menu")  # the screen can be handed over
    assert send(worker, together, choice="yes")["Location"].endswith("/together/HOME-02/")
    send(worker, phone, choice="sometimes", worker_note="Sounded tired.")
    first, second = answer_of(story, "HOME-01"), answer_of(story, "HOME-02")
    assert (first.channel, first.answered_by.name, first.typed_by.name) == (
        "together",
        "Owner of northmoor",
        "Worker of northmoor",
    )
    assert (second.channel, second.worker_note) == ("phone", "Sounded tired.")


def test_a_worker_never_changes_the_young_persons_words(story: Story) -> None:
    worker, address = story.visit("worker"), f"/people/{story.person}/together/HOME-03/"
    assert send(worker, address, choice="not_right_now")["Location"].endswith("HOME-04/")
    assert answer_of(story, "HOME-03").comment == SECRETS[3]
    page = send(worker, address, comment="Much warmer now")
    assert page.status_code == 422
    assert "only they can change them" in words(page)
    assert form_to(page, address)["comment"] == "Much warmer now"
    assert answer_of(story, "HOME-03").comment == SECRETS[3]


def test_a_manager_looks_on_and_types_nothing(story: Story) -> None:
    manager = story.visit("manager")
    address = f"/people/{story.person}/together/HOME-01/"
    assert manager.post(address, {"choice": "yes", "version": "0"}).status_code == 403
    with scope(story.council):
        assert not Answer.objects.filter(question_code="HOME-01").exists()
