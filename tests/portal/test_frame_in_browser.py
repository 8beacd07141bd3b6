"""In a real browser: no connection, back after leaving, a dialog without scripts, and how much a question weighs."""

import gzip
from importlib import import_module
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from playwright.sync_api import Browser, Page, expect

from leavingwell.platform.councils.scope import scope
from leavingwell.platform.demo.files import read
from leavingwell.questionnaires.services.loading import load_framework
from leavingwell.themes.models import Theme
from leavingwell.translations.languages import LANGUAGES
from tests.axe import violations
from tests.browser import DESK, PHONE, PageFor
from tests.factories import make_council, make_household
from tests.portal.in_browser import LOOKS, address_of, enter
from tests.portal.pages import Story, tell

pytestmark = pytest.mark.django_db(transaction=True)
MOST = 60_000  # bytes of a question, with letters, in a browser that has been nowhere before
KEPT_IN = "caches.match('/offline/').then(page => page && page.headers.get('Content-Language'))"
FONTS = {"northmoor": ("Nunito", "Nunito"), "eastmarsh": ("Lexend", "Barlow Condensed")}


def dressed(slug: str) -> Story:
    load_framework()
    council = make_council(slug, host=f"{slug}.localhost", name=f"{slug.title()} Council", language_codes=["en", "ar"])
    story = tell(make_household(council))
    shape, voice, scene = LOOKS[slug]
    body, head = FONTS[slug]
    with scope(council):
        Theme.objects.create(
            colours=read(slug, "colours"), shape=shape, voice=voice, scene=scene, body_font=body, heading_font=head
        )
    return story


@pytest.fixture
def story(live_server: Any) -> Story:
    return dressed("northmoor")


@pytest.fixture
def base(story: Story, live_server: Any) -> str:
    return address_of(story, live_server)


@pytest.fixture
def page(story: Story, live_server: Any, page_for: PageFor) -> Page:
    found = page_for(PHONE)
    enter(found, story, live_server, "owner", "en")
    return found


def share(page: Page, story: Story) -> None:
    with scope(story.council):
        key = next(one["value"] for one in page.context.cookies() if one["name"] == settings.SESSION_COOKIE_NAME)
        session = import_module(settings.SESSION_ENGINE).SessionStore(key)
        session["portal_device"] = "shared"
        session["portal_last_use"] = 9e9
        session.save()


@pytest.fixture
def phone(story: Story, live_server: Any, page_for: PageFor) -> Page:
    """One that keeps a page for "no connection"."""
    found = page_for(PHONE, keeps_offline=True)
    enter(found, story, live_server, "owner", "en")
    return found


def what_it_keeps(page: Page) -> list[str]:
    return page.evaluate(  # type: ignore[no-any-return]  # as the expression says
        "caches.keys().then(names => Promise.all(names.map(async name => (await (await caches.open(name)).keys())"
        ".map(one => new URL(one.url).pathname)))).then(all => all.flat().sort())"
    )


def open_with_worker(page: Page, address: str) -> None:
    page.goto(address)
    page.evaluate("navigator.serviceWorker.ready.then(one => one.active.state)")
    page.reload(wait_until="networkidle")


def test_without_a_connection_a_page_says_so_and_comes_back(phone: Page, base: str) -> None:
    open_with_worker(phone, f"{base}/plan/")
    kept = what_it_keeps(phone)
    assert "/offline/" in kept
    assert not [one for one in kept if not one.startswith(("/static/", "/theme.", "/offline/"))]
    phone.context.set_offline(True)
    phone.goto(f"{base}/to-do/")
    expect(phone.get_by_role("heading", name="You are offline")).to_be_visible()
    assert phone.evaluate("getComputedStyle(document.querySelector('.card')).borderRadius") != "0px"
    phone.context.set_offline(False)
    expect(phone.get_by_role("heading", name="Our to-do list")).to_be_visible(timeout=30_000)


def test_what_is_kept_speaks_as_its_reader_does_now(phone: Page, base: str) -> None:
    open_with_worker(phone, f"{base}/plan/")
    kept, worker = what_it_keeps(phone), "navigator.serviceWorker.ready.then(one => one.active.scriptURL)"
    before = phone.evaluate(worker)
    phone.context.add_cookies([{"name": "language", "value": "ar", "url": base}])
    open_with_worker(phone, f"{base}/plan/")
    for _time in range(600):  # the worker fetches it beside the page, when it comes to that
        if phone.evaluate(KEPT_IN) == "ar":
            break
        phone.wait_for_timeout(100)
    assert (what_it_keeps(phone), phone.evaluate(worker)) == (kept, before)
    phone.context.set_offline(True)
    phone.goto(f"{base}/to-do/")
    assert phone.locator("html").get_attribute("lang") == "ar"


def test_leaving_a_shared_phone_shows_nothing_to_whoever_goes_back(page: Page, story: Story, base: str) -> None:
    share(page, story)
    page.goto(f"{base}/plan/")
    expect(page.get_by_text("Shared phone or computer.")).to_be_visible()
    assert page.evaluate("document.querySelector('main form, .top form').autocomplete") == "off"
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    page.wait_for_url("about:blank")
    page.wait_for_timeout(500)
    page.goto(f"{base}/plan/")
    expect(page.get_by_role("heading", name="Sign in", exact=True)).to_be_visible()


def test_back_after_signing_out_shows_nothing(page: Page, base: str) -> None:
    page.goto(f"{base}/plan/")
    page.goto(f"{base}/accounts/logout/")
    page.locator("main").get_by_role("button", name="Sign out").click()
    page.wait_for_load_state()
    for _step in range(2):
        page.go_back()
        page.wait_for_timeout(300)
        assert page.get_by_text("I want to live by the sea").count() == 0


def test_a_page_that_the_browser_kept_hides_until_it_knows(page: Page, base: str) -> None:
    page.goto(f"{base}/plan/")
    page.context.clear_cookies()
    page.evaluate("window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    expect(page.get_by_role("heading", name="Sign in", exact=True)).to_be_visible()


@pytest.mark.parametrize("how", ["looked at again", "left alone"])
def test_a_shared_phone_shows_nothing_when_its_time_is_over(page: Page, story: Story, base: str, how: str) -> None:
    share(page, story)
    page.clock.install()
    page.goto(f"{base}/plan/")
    page.evaluate("sessionStorage.setItem(`leavingwell:${document.body.dataset.person}:/check-in/`, '{}')")
    with scope(story.council):
        key = next(one["value"] for one in page.context.cookies() if one["name"] == settings.SESSION_COOKIE_NAME)
        session = import_module(settings.SESSION_ENGINE).SessionStore(key)
        session["portal_last_use"] = 0
        session.save()
    if how == "left alone":
        page.clock.fast_forward("20:02")
    else:
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(page.get_by_role("heading", name="Sign in", exact=True)).to_be_visible()
    page.goto(f"{base}/accounts/login/code/?over=1")
    assert page.evaluate("sessionStorage.length") == 0


def test_the_dialog_opens_and_closes_without_a_script(browser: Browser, base: str) -> None:
    context = browser.new_context(viewport={"width": PHONE[0], "height": PHONE[1]}, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{base}/style/")
    dialog = page.get_by_role("dialog", name="Take the invitation back?")
    expect(dialog).to_be_hidden()
    expect(page.locator(".sure-page")).to_be_hidden()
    page.get_by_role("button", name="Take the invitation back").click()
    expect(dialog).to_be_visible()
    expect(dialog.get_by_role("button", name="Go back")).to_be_focused()
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(page.get_by_role("button", name="Take the invitation back")).to_be_focused()
    context.close()


@pytest.mark.parametrize("language", ["en", "ar"])
def test_axe_finds_nothing_on_the_page_of_the_look(
    page_for: PageFor, story: Story, live_server: Any, base: str, language: str
) -> None:
    page = page_for(DESK)
    page.emulate_media(reduced_motion="reduce")
    enter(page, story, live_server, None, language)
    for size in (DESK, PHONE):
        page.set_viewport_size({"width": size[0], "height": size[1]})
        for mode in ("light", "dark"):
            page.emulate_media(color_scheme=mode)  # type: ignore[arg-type]
            page.goto(f"{base}/style/")
            assert violations(page) == []
            assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0


BESIDE = """() => [...document.querySelectorAll(".top-bar > *, .menu li:not(.wide-only)")].filter(one => {
  const box = one.getBoundingClientRect();
  return box.width && (box.left < 0 || box.right > innerWidth || one.scrollWidth > one.clientWidth + 1);
}).map(one => `${one.className} ${one.textContent.trim()}`)"""


def test_header_and_menu_have_room_in_every_language(page: Page, story: Story, live_server: Any, base: str) -> None:
    with scope(story.council):
        story.council.language_codes = list(LANGUAGES)
        story.council.save()
    found = {}
    for code in LANGUAGES:
        enter(page, story, live_server, "owner", code)
        page.goto(f"{base}/to-do/")
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE[0], code
        found[code] = page.evaluate(BESIDE)
    assert {code: one for code, one in found.items() if one} == {}


def weight(answer: Any) -> int:
    """Bytes as a server sends it: compressed, unless it is a picture or letters, which are so already."""
    body = answer.body()
    packed = answer.headers.get("content-type", "").startswith(("text/", "application/", "image/svg"))
    return len(gzip.compress(body)) if packed else len(body)


@pytest.mark.parametrize("slug", FONTS)
def test_a_question_weighs_little_and_asks_nobody_else(slug: str, live_server: Any, page_for: PageFor) -> None:
    told = dressed(slug)
    page = page_for(PHONE)
    enter(page, told, live_server, "owner", "en")
    answers: list[Any] = []
    page.on("response", lambda answer: answers.append(answer))
    page.goto(f"{address_of(told, live_server)}/questions/HOME-01/", wait_until="networkidle")
    page.evaluate("document.fonts.ready.then(() => true)")
    found = {answer.url.partition("?")[0]: weight(answer) for answer in answers}
    assert {urlsplit(url).netloc for url in found} == {f"{told.council.host}:{live_server.thread.port}"}
    assert len([url for url in found if url.endswith(".woff2")]) in (2, 3)
    assert sum(found.values()) < MOST, sorted(((size, url) for url, size in found.items()), reverse=True)
