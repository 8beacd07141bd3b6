"""Whole journeys in a browser: by the keyboard alone, without scripts, on a slow line, and signed out in between."""

import re
from importlib import import_module
from typing import Any

import pytest
from django.conf import settings
from django.core import mail
from playwright.sync_api import Browser, Locator, Page, expect

from leavingwell.platform.councils.scope import scope
from leavingwell.platform.plans.models import Review
from leavingwell.questionnaires.models import Answer, CheckIn
from tests.browser import DESK, PHONE, PageFor
from tests.portal.in_browser import address_of, dress, enter
from tests.portal.pages import Story

pytestmark = pytest.mark.django_db(transaction=True)
SLOW = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 20_000}
MOST_STOPS = 60  # presses of Tab within which a page's main act is reached


@pytest.fixture
def story(live_server: Any) -> Story:
    return dress("northmoor")


def without_scripts(browser: Browser, size: tuple[int, int]) -> Page:
    context = browser.new_context(viewport={"width": size[0], "height": size[1]}, java_script_enabled=False)
    return context.new_page()


def tab_to(page: Page, wanted: Locator) -> None:
    for _press in range(MOST_STOPS):
        page.keyboard.press("Tab")
        if wanted.evaluate("one => one === document.activeElement"):
            return
    pytest.fail(f"not reached by the keyboard: {wanted}")


def test_by_the_keyboard_alone(story: Story, live_server: Any, page_for: PageFor) -> None:
    page, base = page_for(DESK), address_of(story, live_server)
    enter(page, story, live_server, "owner", "en")
    page.goto(f"{base}/questions/HOME-02/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.matches('.skip') && document.activeElement.checkVisibility()")
    page.keyboard.press("Enter")
    tab_to(page, page.locator("input[name=choice]").first)
    page.keyboard.press("Space")
    tab_to(page, page.get_by_role("button", name="Save and go on"))
    page.keyboard.press("Enter")
    page.wait_for_url("**/questions/HOME-03/")

    page.goto(f"{base}/check-in/")
    tab_to(page, page.locator("input[name=face]").first)
    page.keyboard.press("ArrowRight")
    tab_to(page, page.get_by_label("Want to say more?"))
    page.keyboard.type("By the keyboard")
    tab_to(page, page.get_by_role("button", name="Send my check-in"))
    page.keyboard.press("Enter")
    expect(page.locator(".flash, .told").first).to_be_visible()
    with scope(story.council):
        assert Answer.objects.filter(question_code="HOME-02").exclude(choice="").exists()
        assert CheckIn.objects.latest("sent_at").note == "By the keyboard"


def test_from_the_worker_to_the_manager_without_scripts(story: Story, live_server: Any, browser: Browser) -> None:
    base = address_of(story, live_server)
    worker = without_scripts(browser, PHONE)
    enter(worker, story, live_server, "worker", "en")
    worker.goto(f"{base}/caseload/")
    worker.get_by_role("link", name="Owner of northmoor", exact=True).click()
    worker.goto(f"{base}/people/{story.person}/review/")
    worker.get_by_role("button", name="Hand it in", exact=True).click()
    worker.get_by_role("button", name="Yes, hand it in").click()
    assert "The plan is with the manager now" in worker.locator("main").inner_text()

    manager = without_scripts(browser, PHONE)
    enter(manager, story, live_server, "manager", "en")
    manager.goto(f"{base}/sign-off/{story.plan}/")
    manager.get_by_label("Sign off this plan").check()
    manager.locator("#decide button").last.click()
    with scope(story.council):
        review = Review.objects.get(plan=story.household.plan)
        assert (review.state, review.authorised_by) == (Review.State.CURRENT, story.household.manager)
    for page in (worker, manager):
        page.context.close()


def test_two_presses_on_a_slow_line_send_one_check_in(story: Story, live_server: Any, page_for: PageFor) -> None:
    page = page_for(PHONE)
    enter(page, story, live_server, "owner", "en")
    with scope(story.council):
        before = CheckIn.objects.count()
    page.goto(f"{address_of(story, live_server)}/check-in/")
    page.context.new_cdp_session(page).send("Network.emulateNetworkConditions", SLOW)
    page.locator("label", has=page.locator("input[name=face]")).first.click()
    page.get_by_label("Want to say more?").fill("Said once")
    page.get_by_role("button", name="Send my check-in").dblclick(no_wait_after=True)
    expect(page.locator(".flash, .told").first).to_be_visible()
    with scope(story.council):
        assert CheckIn.objects.count() == before + 1


def test_signed_out_in_the_middle_of_an_answer(story: Story, live_server: Any, browser: Browser) -> None:
    """The session is gone when the answer is sent; after signing in by a code the words are there, and go."""
    page, base = without_scripts(browser, PHONE), address_of(story, live_server)
    enter(page, story, live_server, "owner", "en")
    page.goto(f"{base}/questions/HOME-02/")
    page.locator("label", has=page.locator("input[name=choice]")).first.click()
    page.locator("summary", has_text="Say it in your own words").click()
    page.locator("textarea[name=comment]").fill("I had written so much.")
    key = next(one["value"] for one in page.context.cookies() if one["name"] == settings.SESSION_COOKIE_NAME)
    import_module(settings.SESSION_ENGINE).SessionStore(key).delete()
    page.get_by_role("button", name="Save and go on").click()
    assert "What you wrote is not lost" in page.locator("main").inner_text()

    page.locator("main a[href*='/accounts/login/code/']").first.click()
    page.locator("input[name=email]").fill(story.household.owner.user.email)
    page.locator(".card button.btn").first.click()
    code = re.search(r"^\d{6}$", str(mail.outbox[-1].body), re.MULTILINE)
    assert code
    page.locator("input[name=code]").fill(code.group())
    page.locator(".card button.btn").first.click()
    page.get_by_role("button", name="Send it now").click()
    with scope(story.council):
        assert Answer.objects.get(question_code="HOME-02").comment == "I had written so much."
    page.context.close()
