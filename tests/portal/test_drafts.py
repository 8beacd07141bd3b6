"""In a real browser: a check-in that is said without a connection waits for its writer, and goes when they pressed."""

from datetime import timedelta
from importlib import import_module
from typing import Any
from uuid import uuid4

import pytest
from django.conf import settings
from django.utils import timezone
from playwright.sync_api import Locator, Page, expect

from leavingwell.platform.councils.scope import scope
from leavingwell.platform.people.models import Allocation
from leavingwell.questionnaires.models import CheckIn
from leavingwell.questionnaires.services.loading import load_framework
from tests.browser import PHONE, PageFor
from tests.factories import make_council, make_household
from tests.portal.in_browser import address_of, enter
from tests.portal.pages import Story, tell

pytestmark = pytest.mark.django_db(transaction=True)
LINE = "[data-saved]"
KEPT = "Object.keys(localStorage).filter(key => key.startsWith('leavingwell:')).length"


@pytest.fixture
def story(live_server: Any) -> Story:
    load_framework()
    told = tell(make_household(make_council("northmoor", host="northmoor.localhost")))
    with scope(told.council):
        CheckIn.objects.update(sent_at=timezone.now() - timedelta(days=2))
    return told


@pytest.fixture
def page(story: Story, live_server: Any, page_for: PageFor) -> Page:
    found = page_for(PHONE)
    enter(found, story, live_server, "owner", "en")
    return found


def kept(page: Page) -> int:
    """How many forms wait on the device, when the page's scripts have run."""
    page.wait_for_load_state()
    return int(page.evaluate(KEPT))


def sent(story: Story) -> list[tuple[int, str]]:
    with scope(story.council):
        return list(CheckIn.objects.order_by("sent_at").values_list("face", "note"))[1:]


def test_what_was_not_sent_yet_is_shown_again_and_goes_by_hand(page: Page, story: Story, live_server: Any) -> None:
    address = f"{address_of(story, live_server)}/check-in/"
    page.goto(address)
    page.context.set_offline(True)
    page.get_by_label("OK", exact=True).check()
    page.get_by_label("Want to say more?").fill("Waiting for the bus")
    expect(page.locator(LINE)).to_contain_text("It is not sent")
    page.context.set_offline(False)
    page.goto(address)
    expect(page.get_by_label("Want to say more?")).to_have_value("Waiting for the bus")
    expect(page.locator(LINE)).to_contain_text("still here")
    assert sent(story) == []
    page.get_by_role("button", name="Send my check-in").click()
    expect(page.locator(".flash")).to_contain_text("Thank you")
    assert sent(story) == [(3, "Waiting for the bus")]
    assert kept(page) == 0


def test_a_face_tapped_without_a_connection_is_sent_when_it_is_back(page: Page, story: Story, live_server: Any) -> None:
    page.goto(f"{address_of(story, live_server)}/")
    page.context.set_offline(True)
    page.get_by_role("button", name="Good", exact=True).click()
    expect(page.locator(LINE)).to_contain_text("is sent when you are back")
    page.context.set_offline(False)
    expect(page.get_by_role("heading", name="Good", exact=True)).to_be_visible()
    assert sent(story) == [(4, "")]
    assert kept(page) == 0


def put(page: Page, path: str, entry: str) -> None:
    page.evaluate(
        "([path, entry]) => localStorage.setItem(`leavingwell:${document.body.dataset.person}:${path}`, entry)",
        [path, entry],
    )


SAID = """{"id": "%s", "sent": true, "fields": [["face", "4"], ["note", "Not again"], ["shared_with", "WORKER"]]}"""


def test_what_may_have_arrived_is_never_sent_again_unasked(page: Page, story: Story, live_server: Any) -> None:
    base = address_of(story, live_server)
    page.goto(f"{base}/help/")
    put(page, "/check-in/", SAID % uuid4())
    page.goto(f"{base}/")
    page.get_by_role("link", name="A check-in waits on this device").click()
    expect(page.get_by_label("Want to say more?")).to_have_value("Not again")
    expect(page.locator(LINE)).to_contain_text("still here")
    assert sent(story) == []


def session_of(page: Page) -> Any:
    key = next(one["value"] for one in page.context.cookies() if one["name"] == settings.SESSION_COOKIE_NAME)
    return import_module(settings.SESSION_ENGINE).SessionStore(key)


def sign_in_again(page: Page, story: Story) -> None:
    """In the session in which what was typed waits."""
    with scope(story.council):
        session = session_of(page)
        session.update(dict(story.visit("owner").session.items()))
        session.save()


@pytest.mark.parametrize("button", ["Yes, throw it away", "Send it now"])
def test_what_is_thrown_away_or_sent_after_signing_in_waits_no_more(
    page: Page, story: Story, live_server: Any, button: str
) -> None:
    base = address_of(story, live_server)
    page.goto(f"{base}/check-in/")
    with scope(story.council):
        session_of(page).flush()
    page.get_by_label("OK", exact=True).check()
    page.get_by_label("Want to say more?").fill("Better not")
    page.get_by_role("button", name="Send my check-in").click()
    expect(page.get_by_role("heading", name="You have been away a while")).to_be_visible()
    sign_in_again(page, story)
    page.goto(f"{base}/kept/")
    assert kept(page) == 1
    if button.startswith("Yes"):
        page.get_by_role("button", name="Throw it away", exact=True).click()
    page.get_by_role("button", name=button).click()
    page.wait_for_url(f"{base}/")
    page.wait_for_load_state("networkidle")
    assert kept(page) == 0
    assert sent(story) == ([] if button.startswith("Yes") else [(3, "Better not")])


def test_a_face_that_waited_goes_to_nobody_who_was_not_named(page: Page, story: Story, live_server: Any) -> None:
    page.goto(f"{address_of(story, live_server)}/")
    page.context.set_offline(True)
    page.get_by_role("button", name="Good", exact=True).click()
    with scope(story.council):
        theirs = Allocation.objects.filter(young_person=story.household.young_person)
        theirs.update(worker=story.household.people["other_worker"])
    page.context.set_offline(False)
    page.get_by_role("link", name="A check-in waits on this device").click()
    expect(page.get_by_label("Good", exact=True)).to_be_checked()
    assert page.locator("[name=shared_with]:checked").count() == 0  # they are asked
    assert sent(story) == []


def test_a_device_that_becomes_shared_asks_first_and_keeps_nothing(page: Page, story: Story, live_server: Any) -> None:
    base = address_of(story, live_server)
    page.goto(f"{base}/me/")
    put(page, "/check-in/", SAID % uuid4())
    share = page.get_by_role("button", name="Other people use it")
    share.click()
    expect(page.get_by_text("Something you wrote waits here")).to_be_visible()
    assert page.locator("[data-shares] [role=status] a").get_attribute("href") == "/check-in/"
    share.click()
    expect(page.get_by_text("This device is shared")).to_be_visible()
    assert kept(page) == 0
    put(page, "/check-in/", SAID % uuid4())
    page.goto(f"{base}/me/")
    assert kept(page) == 0


def form_for_words(page: Page) -> Locator:
    form = page.locator("main form:has(textarea[name=body])").last
    form.evaluate("form => { for (const one of document.querySelectorAll('details')) one.open = true; }")
    form.locator("textarea").fill("Can we talk about the flat?")
    return form


@pytest.mark.parametrize("address", ["/messages/", "/plan/now-and-before/"])
def test_any_other_form_stays_with_what_was_typed_until_there_is_a_connection(
    page: Page, story: Story, live_server: Any, address: str
) -> None:
    page.goto(f"{address_of(story, live_server)}{address}")
    form = form_for_words(page)
    page.context.set_offline(True)
    form.locator("button").last.click()
    expect(form.get_by_role("status")).to_contain_text("It is not sent")
    expect(form.locator("textarea")).to_have_value("Can we talk about the flat?")
    page.context.set_offline(False)
    expect(form.get_by_role("status")).to_have_text("")
    form.locator("button").last.click()
    expect(page.get_by_text("Can we talk about the flat?").first).to_be_visible()


def test_a_browser_that_takes_itself_for_offline_sends_all_the_same(page: Page, story: Story, live_server: Any) -> None:
    page.goto(f"{address_of(story, live_server)}/messages/")
    form = form_for_words(page)
    page.evaluate("Object.defineProperty(navigator, 'onLine', { get: () => false })")
    form.locator("button").last.click()
    expect(page.locator(".flash")).to_be_visible()
    expect(page.get_by_text("Can we talk about the flat?").first).to_be_visible()
