"""The screen in the young person's hands shows one checklist, whatever is typed into the address bar."""

import time
from typing import Any

import pytest

from leavingwell.platform.councils.scope import scope
from leavingwell.platform.people.models import Person
from tests.factories import PASSWORD
from tests.portal.pages import Story, form_to, soup, words


def place(story: Story, part: str = "") -> str:
    return f"/people/{story.person}/together/{part}"


@pytest.fixture
def handed(story: Story) -> Any:
    """The worker's browser, after they handed it over."""
    visitor = story.visit("worker")
    action = f"/people/{story.person}/hand-over/"
    answer = visitor.post(action, form_to(visitor.get(place(story)), action))
    assert answer["Location"] == place(story)
    return visitor


def send(visitor: Any, address: str, **typed: str) -> Any:
    return visitor.post(address, {**form_to(visitor.get(address), address), **typed})


def test_no_other_address_answers(story: Story, handed: Any) -> None:
    other = f"/people/{story.person}"
    for address in (
        "/",
        "/caseload/",
        f"{other}/",
        f"{other}/plan/",
        f"{other}/phone/",
        "/notices/",
        "/admin/",
        "/team/",
    ):
        answer = handed.get(address)
        assert (answer.status_code, answer.headers.get("Location")) == (302, place(story)), address
    assert handed.post(f"{other}/attempts/", {"outcome": "Hm"})["Location"] == place(story)
    assert handed.get("/accounts/password/change/")["Location"] == place(story)
    for address in ("/graphql/", "/_allauth/browser/v1/auth/session"):
        answer = handed.post(address, {"query": "{ viewer { id } }"}, content_type="application/json")
        assert answer.status_code == 403, address
        assert answer.json()["errors"][0]["extensions"]["code"] == "NOT_ALLOWED"


def test_the_pages_link_to_nothing_else(story: Story, handed: Any) -> None:
    for part in ("", "HOME-01/", "answers/", "summary/"):
        page = handed.get(place(story, part))
        assert page.status_code == 200, part
        for link in soup(page).select("body a[href]"):
            address = link["href"].partition("?")[0]
            opens = address.startswith((place(story), "#", "tel:", "sms:", "about:", "https://"))
            assert opens or handed.get(address).headers.get("Location") != place(story), (part, address)


def test_the_checklist_goes_on(story: Story, handed: Any) -> None:
    answer = send(handed, place(story, "HOME-01/"), choice="yes")
    assert answer["Location"] == place(story, "HOME-02/")
    assert send(handed, place(story, "HOME-02/"), choice="sometimes", stop="1")["Location"] == place(story)


def test_a_telling_answer_is_said_to_the_worker_and_not_on_this_screen(story: Story, handed: Any) -> None:
    answer = send(handed, place(story, "HOME-01/"), choice="no")
    assert "needs you" not in words(handed.get(answer["Location"]))
    back = give_back(handed, PASSWORD)
    assert "An answer needs you today." in words(handed.get(back["Location"]))


def give_back(visitor: Any, password: str) -> Any:
    asked = visitor.get("/handed-back/")
    assert asked["Location"] == "/accounts/reauthenticate/?next=%2Fhanded-back%2F"
    page = visitor.get(asked["Location"])
    assert not soup(page).select("nav.menu, .bell")
    proved = visitor.post(
        "/accounts/reauthenticate/", {**form_to(page, "/accounts/reauthenticate/"), "password": password}
    )
    return visitor.get(proved["Location"]) if proved.status_code == 302 else proved


def test_the_password_gives_it_back(story: Story, handed: Any) -> None:
    wrong = give_back(handed, "not the password")
    assert wrong.status_code == 200
    assert handed.get("/caseload/")["Location"] == place(story)
    assert give_back(handed, PASSWORD)["Location"] == f"/people/{story.person}/"
    assert handed.get("/caseload/").status_code == 200


def test_three_wrong_proofs_sign_out(story: Story, handed: Any) -> None:
    for _wrong in range(2):
        assert give_back(handed, "not the password").status_code == 200
    assert handed.get("/caseload/")["Location"] == place(story)  # still in their hands
    signed_out = give_back(handed, "not the password")
    assert "_auth_user_id" not in handed.session
    told = words(signed_out)
    assert "Three tries to give the screen back were wrong" in told
    assert "choose a new one below" in told
    assert "/accounts/login/code/" in handed.get("/caseload/")["Location"]


def left_alone(visitor: Any, minutes: int) -> None:
    session = visitor.session
    session["portal_handed_over"] = {**session["portal_handed_over"], "seen": time.time() - minutes * 60}
    session.save()


def test_a_screen_that_lies_about_signs_the_worker_out_and_loses_no_words(story: Story, handed: Any) -> None:
    address = place(story, "HOME-01/")
    form = form_to(handed.get(address), address)
    left_alone(handed, 29)
    assert handed.get(address).status_code == 200
    left_alone(handed, 31)
    late = handed.post(address, {**form, "choice": "yes", "comment": "It is warm in here now"})
    assert late.status_code == 403
    assert "_auth_user_id" not in handed.session
    assert "It is warm in here now" not in words(late)
    assert "accounts/login/code" in handed.get(address)["Location"]
    assert handed.get("/static/portal/base.css").status_code in (200, 404)


def test_the_young_persons_own_phone_is_one_picture_away(story: Story, handed: Any) -> None:
    page = handed.get(place(story))
    assert soup(page).select_one("svg.qr path")
    assert "northmoor.test/check-in/" in words(page)
    assert not soup(story.visit("worker").get(place(story))).select("svg.qr")


def test_signing_out_ends_it_too(story: Story, handed: Any) -> None:
    assert handed.post("/accounts/logout/").status_code == 302
    assert "/accounts/login/code/" in handed.get("/caseload/")["Location"]


def test_only_whoever_may_fill_it_in_hands_over(story: Story) -> None:
    for who in ("other_worker", "supporter", "analyst"):
        visitor = story.visit(who)
        assert visitor.post(f"/people/{story.person}/hand-over/").status_code in (403, 404), who
        assert not visitor.session.get("portal_handed_over")
    with scope(story.council):
        assert story.visit(None).post(f"/people/{story.person}/hand-over/").status_code in (302, 403)


def test_the_words_are_chosen_there_and_nothing_else(story: Story, handed: Any) -> None:
    page = handed.get(place(story, "how/"))
    assert "How do you want the questions?" in words(page)
    assert not soup(page).select("main [name=channel], main [name=language]")
    for part in ("how/", "blank/"):
        assert soup(handed.get(place(story, part))).select_one("a[href='/handed-back/']"), part


@pytest.mark.parametrize("part", ["", "HOME-01/", "how/", "blank/"])
def test_a_supporter_fills_in_nothing_with_them(story: Story, part: str) -> None:
    assert story.visit("supporter").get(place(story, part)).status_code == 404


@pytest.fixture
def in_arabic(story: Story) -> Any:
    """The worker's browser, handed to somebody who reads Arabic."""
    with scope(story.council):
        Person.objects.filter(pk=story.household.owner.pk).update(language="ar")
    visitor, action = story.visit("worker"), f"/people/{story.person}/hand-over/"
    visitor.post(action, form_to(visitor.get(place(story)), action))
    return visitor


def language_of(page: Any) -> str:
    return str(soup(page).html["lang"])


def test_it_begins_in_the_young_persons_language_and_goes_back_to_the_workers(story: Story, in_arabic: Any) -> None:
    question = in_arabic.get(place(story, "HOME-01/"))
    assert language_of(question) == "ar"
    assert form_to(question, place(story, "HOME-01/"))["language"] == "ar"
    assert in_arabic.post(place(story, "how/"), {"variant": "EASY_READ"}).status_code == 302
    proof = in_arabic.get("/handed-back/")["Location"]
    assert language_of(in_arabic.get(proof)) == "en"
    in_arabic.post(proof, {"password": PASSWORD})
    assert in_arabic.get("/handed-back/")["Location"] == f"/people/{story.person}/"
    for address in (f"/people/{story.person}/", place(story, "HOME-01/")):
        assert language_of(in_arabic.get(address)) == "en", address
    assert form_to(in_arabic.get(place(story, "HOME-01/")), place(story, "HOME-01/"))["language"] == "en"


def test_they_choose_another_language_for_as_long_as_they_have_it(story: Story, in_arabic: Any) -> None:
    chosen = in_arabic.post("/language/", {"language": "en"})
    assert "language" not in chosen.cookies
    assert language_of(in_arabic.get(place(story, "HOME-01/"))) == "en"
    in_arabic.post("/language/", {"language": "ar"})
    in_arabic.post("/accounts/logout/")
    assert language_of(in_arabic.get("/accounts/login/")) == "en"
