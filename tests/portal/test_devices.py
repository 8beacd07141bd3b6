"""A shared phone forgets soon, one's own stays signed in while it is used, and whoever is signed out is told why."""

import time
from typing import Any

import pytest

from leavingwell.themes.portal.devices import DEVICE, IDLE_MINUTES, LAST_USE
from tests.portal.pages import Story, form_to, soup, words
from tests.portal.test_nothing_lost import FIRST, TYPED, end_session

DAY = 24 * 60 * 60


def on(visitor: Any, device: str, unused: float = 0) -> Any:
    """The browser of somebody who said whose phone it is, and when they last used it."""
    session = visitor.session
    session.update({DEVICE: device, LAST_USE: time.time() - unused})
    if device == "shared":
        session.set_expiry(0)
    session.save()
    return visitor


def test_a_shared_phone_ends_after_a_while_without_use(story: Story) -> None:
    visitor = on(story.visit("owner"), "shared", (IDLE_MINUTES - 1) * 60)
    assert visitor.get("/plan/").status_code == 200
    on(visitor, "shared", (IDLE_MINUTES + 1) * 60)
    assert visitor.get("/plan/")["Location"] == "/accounts/login/code/?next=%2Fplan%2F&over=1"
    assert "_auth_user_id" not in visitor.session


def test_each_use_counts_the_time_anew(story: Story) -> None:
    visitor = on(story.visit("owner"), "shared", 15 * 60)
    for _page in range(3):
        assert visitor.get("/plan/").status_code == 200
        on(visitor, "shared", time.time() - visitor.session[LAST_USE] + 15 * 60)


def test_what_was_typed_on_it_waits_for_its_writer(story: Story) -> None:
    visitor = on(story.visit("owner"), "shared")
    opened = form_to(visitor.get(FIRST), FIRST)
    on(visitor, "shared", 2 * IDLE_MINUTES * 60)
    page = visitor.post(FIRST, {**opened, **TYPED})
    assert page.status_code == 403
    assert "5 words of yours are safe." in words(page)
    assert soup(page).select_one(".helpline")


def test_ones_own_phone_stays_signed_in_while_it_is_used(story: Story) -> None:
    visitor = on(story.visit("owner"), "mine", 3 * DAY)
    before = time.time()
    answer = visitor.get("/plan/")
    assert visitor.session[LAST_USE] >= before
    assert answer.cookies["sessionid"]["max-age"] == 14 * DAY  # counted from today
    assert "sessionid" not in visitor.get("/plan/").cookies  # once a day is enough


@pytest.mark.parametrize("who", ["owner", "worker"])
def test_other_sessions_are_left_alone(story: Story, who: str) -> None:
    visitor = story.visit(who)
    visitor.get("/")
    assert LAST_USE not in visitor.session


def test_the_page_says_that_the_phone_is_shared_and_leaving_ends_the_session(story: Story) -> None:
    visitor = on(story.visit("owner"), "shared")
    page = visitor.get("/plan/")
    html = soup(page)
    assert html.select_one("body[data-shared]")
    assert "Shared phone or computer." in words(page)
    assert html.select_one('.shared-device form[action="/accounts/logout/"] button')
    assert not html.select("a.exit")
    left = visitor.post("/leave/", form_to(page, "/leave/"))
    assert left.status_code == 200
    assert left["Clear-Site-Data"] == '"cache", "storage"'
    assert b"Leaving" not in left.content
    assert visitor.get("/plan/").status_code == 302


def test_leaving_is_a_form_and_nothing_else(story: Story) -> None:
    visitor = story.visit("owner")
    assert visitor.get("/leave/").status_code == 405
    assert visitor.get("/plan/").status_code == 200
    assert not soup(visitor.get("/plan/")).select("body[data-shared], .shared-device")


def test_whoever_was_signed_in_is_told_why_they_are_asked_again(story: Story) -> None:
    visitor = story.visit("owner")
    end_session(visitor)
    asked = visitor.get("/plan/")["Location"]
    assert asked.endswith("over=1")
    assert "You have been away a while." in words(visitor.get(asked))
    assert "over=1" not in story.visit(None).get("/plan/")["Location"]
    assert "away a while" not in words(story.visit(None).get("/accounts/login/code/?next=/plan/"))


def test_a_worker_whose_session_ended_signs_in_with_a_password(story: Story) -> None:
    visitor = story.visit("worker")
    address = f"/people/{story.person}/attempts/"
    opened = form_to(visitor.get(f"/people/{story.person}/"), address)
    end_session(visitor)
    page = visitor.post(address, {**opened, "note": "No answer, third time."})
    assert soup(page).select_one('a.btn[href="/accounts/login/?next=/kept/"]')


def test_who_is_still_here(story: Story) -> None:
    visitor = story.visit("owner")
    person = soup(visitor.get("/plan/")).select_one("body")["data-person"]  # type: ignore[index]
    assert visitor.get("/still-here/").json() == {"person": person}
    assert visitor.get("/still-here/")["Cache-Control"] == "no-store"
    assert story.visit(None).get("/still-here/").json() == {"person": None}


def test_the_letter_has_a_button_of_its_own(story: Story) -> None:
    assert soup(story.visit(None).get("/accounts/login/code/")).select_one('form .actions a.btn.line[href="/join/"]')


def test_a_shared_phone_offers_nobody_what_the_last_one_typed(story: Story) -> None:
    shared, own = on(story.visit("owner"), "shared"), story.visit("owner")
    for address in ("/plan/", "/to-do/", "/messages/", "/check-in/"):
        fields = soup(shared.get(address)).select("main textarea, main input[type=text]")
        assert fields, address
        assert {field.get("autocomplete") for field in fields} == {"off"}, address
    assert not soup(own.get("/to-do/")).select("main [autocomplete=off]")


def test_asking_who_is_here_ends_a_shared_session_and_is_no_use_of_it(story: Story) -> None:
    visitor = on(story.visit("owner"), "shared", 15 * 60)
    used = visitor.session[LAST_USE]
    assert visitor.get("/still-here/").json()["person"]
    assert visitor.session[LAST_USE] == used
    on(visitor, "shared", (IDLE_MINUTES + 1) * 60)
    assert visitor.get("/still-here/").json() == {"person": None}


def test_the_page_of_a_shared_phone_knows_when_it_is_over(story: Story) -> None:
    body = soup(on(story.visit("owner"), "shared").get("/plan/")).select_one("body")
    assert body
    assert body["data-shared"] == str(IDLE_MINUTES)
