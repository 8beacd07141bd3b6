"""In a real browser: answers are saved as they are given, wait without a connection, and go when one leaves."""

from importlib import import_module
from typing import Any

import pytest
from django.conf import settings
from playwright.sync_api import Page, expect

from leavingwell.platform.councils.scope import scope
from leavingwell.platform.plans.services.answering import record_answers, sitting_of
from leavingwell.questionnaires.kinds import Channel
from leavingwell.questionnaires.models import Answer
from leavingwell.questionnaires.services.answering import GivenAnswer
from leavingwell.questionnaires.services.loading import load_framework
from tests.browser import PHONE, PageFor
from tests.factories import make_council, make_household
from tests.portal.in_browser import address_of, enter
from tests.portal.pages import Story, tell
from tests.questionnaires.every_type import DATE, NUMBER, ONE, ask_every_type

pytestmark = pytest.mark.django_db(transaction=True)
KEPT = "store => Object.keys(window[store]).filter(key => key.startsWith('leavingwell:')).length"


@pytest.fixture
def story(live_server: Any) -> Story:
    load_framework()
    household = make_household(make_council("northmoor", host="northmoor.localhost"))
    ask_every_type(household)
    return tell(household)


@pytest.fixture
def page(story: Story, live_server: Any, page_for: PageFor) -> Page:
    found = page_for(PHONE)
    enter(found, story, live_server, "owner", "en")
    return found


def open_question(page: Page, story: Story, live_server: Any, code: str) -> None:
    page.goto(f"{address_of(story, live_server)}/questions/{code}/")


def stored(story: Story, code: str) -> Answer | None:
    with scope(story.council):
        return Answer.objects.filter(question_code=code).first()


def answer_of(story: Story, code: str) -> Answer:
    found = stored(story, code)
    assert found is not None
    return found


def kept(page: Page, store: str = "localStorage") -> int:
    return int(page.evaluate(KEPT, store))


def test_a_choice_and_then_words_are_saved_without_a_button(page: Page, story: Story, live_server: Any) -> None:
    open_question(page, story, live_server, ONE)
    page.get_by_label("Back", exact=True).check()
    expect(page.locator("[data-saved]")).to_have_text("Saved")
    page.get_by_text("Say it in your own words").click()
    page.get_by_label("Anything to add in your own words?").fill("The side door")
    page.get_by_label("Anything to add in your own words?").blur()
    expect(page.locator('[name="version"]')).to_have_value("3")
    found = answer_of(story, ONE)
    assert (found.choice, found.comment) == ("back", "The side door")
    page.get_by_role("button", name="Save and go on").click()
    expect(page).not_to_have_url(f"{address_of(story, live_server)}/questions/{ONE}/")
    assert page.locator(".both").count() == 0


def test_an_answer_after_which_somebody_is_told_is_sent_by_hand_alone(
    page: Page, story: Story, live_server: Any
) -> None:
    open_question(page, story, live_server, "HOME-01")
    page.get_by_label("No", exact=True).check()
    page.get_by_text("Say it in your own words").click()
    page.get_by_label("Anything to add in your own words?").fill("Not sure I want to say")
    page.get_by_label("Anything to add in your own words?").blur()
    page.wait_for_timeout(500)
    assert (stored(story, "HOME-01"), kept(page)) == (None, 1)
    expect(page.locator("[data-saved]")).to_contain_text("Not saved yet")
    page.get_by_role("button", name="Save and go on").click()
    expect(page.locator(".told")).to_be_visible()
    assert answer_of(story, "HOME-01").tells_a_person
    assert kept(page) == 0


def test_what_waits_outlives_a_press_that_never_arrived(page: Page, story: Story, live_server: Any) -> None:
    open_question(page, story, live_server, "HOME-01")
    page.get_by_label("No", exact=True).check()
    page.route("**/questions/HOME-01/", lambda route: route.abort())
    page.get_by_role("button", name="Save and go on").click()
    page.wait_for_timeout(300)
    page.unroute("**/questions/HOME-01/")
    assert stored(story, "HOME-01") is None
    open_question(page, story, live_server, "HOME-01")
    expect(page.get_by_label("No", exact=True)).to_be_checked()


def test_half_an_answer_is_nothing_to_speak_of(page: Page, story: Story, live_server: Any) -> None:
    open_question(page, story, live_server, DATE)
    page.get_by_label("Day", exact=True).fill("12")
    page.get_by_label("Month", exact=True).focus()
    page.wait_for_timeout(300)
    expect(page.locator("[data-saved]")).to_have_text("")
    page.get_by_label("Month", exact=True).fill("3")
    page.get_by_label("Year", exact=True).fill("2026")
    page.get_by_label("Year", exact=True).blur()
    expect(page.locator("[data-saved]")).to_have_text("Saved")
    assert str(answer_of(story, DATE).day) == "2026-03-12"


def test_without_a_connection_it_waits_and_is_sent_later(page: Page, story: Story, live_server: Any) -> None:
    open_question(page, story, live_server, NUMBER)
    page.context.set_offline(True)
    page.get_by_label("Your answer, as a number").fill("4")
    page.get_by_label("Your answer, as a number").blur()
    expect(page.locator("[data-saved]")).to_contain_text("You are offline")
    page.get_by_role("button", name="Save and go on").click()
    expect(page.locator("[data-saved]")).to_contain_text("You are offline")
    assert (kept(page), stored(story, NUMBER)) == (1, None)
    page.context.set_offline(False)
    expect(page.locator("[data-saved]")).to_have_text("Saved")
    assert (kept(page), str(answer_of(story, NUMBER).number)) == (0, "4.00")


def test_what_waits_is_sent_from_another_question_too(page: Page, story: Story, live_server: Any) -> None:
    open_question(page, story, live_server, NUMBER)
    page.context.set_offline(True)
    page.get_by_label("Your answer, as a number").fill("4")
    page.get_by_label("Your answer, as a number").blur()
    expect(page.locator("[data-saved]")).to_contain_text("You are offline")
    page.evaluate("window.addEventListener('online', event => event.stopImmediatePropagation(), true)")
    page.context.set_offline(False)
    open_question(page, story, live_server, ONE)
    for _moment in range(50):
        if not kept(page):
            break
        page.wait_for_timeout(100)
    assert kept(page) == 0
    assert str(answer_of(story, NUMBER).number) == "4.00"


def test_somebody_else_was_quicker(page: Page, story: Story, live_server: Any) -> None:
    open_question(page, story, live_server, ONE)
    with scope(story.council):
        house = story.household
        sitting = sitting_of(house.young_person, house.worker, channel=Channel.PHONE, language="en")
        record_answers(house.plan, house.plan.review.response, [GivenAnswer(ONE, choice="front")], sitting)
    page.get_by_label("Back", exact=True).check()
    expect(page.locator(".both")).to_contain_text("Saved by Worker of northmoor")
    assert answer_of(story, ONE).choice == "front"


@pytest.mark.parametrize("leaving", ["exit", "sign out", "somebody else"])
def test_nothing_stays_on_the_device_after_leaving(page: Page, story: Story, live_server: Any, leaving: str) -> None:
    open_question(page, story, live_server, NUMBER)
    page.evaluate("localStorage.setItem('leavingwell:' + document.body.dataset.person + ':/nowhere/', '{}')")
    page.evaluate("sessionStorage.setItem('leavingwell:' + document.body.dataset.person + ':/nowhere/', '{}')")
    base = address_of(story, live_server)
    if leaving == "exit":
        page.locator("a.exit").click()
        page.wait_for_url("about:blank")
        page.goto(f"{base}/help/")
    elif leaving == "sign out":
        page.goto(f"{base}/accounts/logout/")
        page.locator("main").get_by_role("button", name="Sign out").click()
        page.goto(f"{base}/help/")
    else:
        enter(page, story, live_server, "other_owner", "en")
        page.goto(f"{base}/help/")
    assert (kept(page), kept(page, "sessionStorage")) == (0, 0)


def test_on_a_shared_device_it_waits_in_the_window_alone(page: Page, story: Story, live_server: Any) -> None:
    with scope(story.council):
        key = next(one["value"] for one in page.context.cookies() if one["name"] == settings.SESSION_COOKIE_NAME)
        session = import_module(settings.SESSION_ENGINE).SessionStore(key)
        session.set_expiry(0)
        session.save()
    open_question(page, story, live_server, NUMBER)
    page.context.set_offline(True)
    page.get_by_label("Your answer, as a number").fill("4")
    page.get_by_label("Your answer, as a number").blur()
    expect(page.locator("[data-saved]")).to_contain_text("You are offline")
    assert (kept(page), kept(page, "sessionStorage")) == (0, 1)
