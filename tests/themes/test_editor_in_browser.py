"""The theme editor in a real browser: refusal and mend, the preview that follows, axe on each of its screens."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from leavingwell.platform.councils.scope import scope
from leavingwell.themes.models import Theme
from tests.api import client_of
from tests.axe import violations
from tests.browser import DESK, TABLET, PageFor
from tests.factories import make_council, make_household
from tests.portal.in_browser import WIDER
from tests.themes.looks import LOOK, VERSIONS, dressed

BRAND_IS = """wanted => {
  const top = document.querySelector('iframe[title="First page"]').contentDocument?.querySelector(".top");
  return top && getComputedStyle(top).backgroundColor === wanted;
}"""
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def household(live_server: Any) -> Any:
    from leavingwell.questionnaires.services.loading import load_framework

    load_framework()
    found = make_household(make_council("northmoor", host="northmoor.localhost", name="Northmoor Council"))
    dressed(found, tone_words="warm")
    dressed(found, tone_words="warm, straight", colours={"light": {"brand": "#2a1a4a"}})
    return found


def enter(page: Page, household: Any, live_server: Any) -> str:
    base = f"http://{household.council.host}:{live_server.thread.port}"
    with scope(household.council):
        client = client_of(household.editor, household.council)
    page.context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": base}])
    return base


def colour(page: Page, title: str, of: str) -> str:
    frame = page.frame_locator(f'iframe[title="{title}"]')
    return str(frame.locator(of).first.evaluate("found => getComputedStyle(found).backgroundColor"))


def test_a_look_is_refused_mended_and_saved(household: Any, live_server: Any, page_for: PageFor) -> None:
    page = page_for(DESK)
    expect.set_options(timeout=60_000)
    base = enter(page, household, live_server)
    page.goto(f"{base}{LOOK}")
    assert colour(page, "First page", ".top") == "rgb(42, 26, 74)"
    page.locator("#id_colour_brand").fill("#123456")
    page.wait_for_function(BRAND_IS, arg="rgb(18, 52, 86)")
    page.locator("#id_colour_brand_ink").fill("#1a3a5a")
    mend = page.locator("button[data-field=colour_brand_ink]")
    expect(mend).to_contain_text("for “Text on the brand colour”")
    wanted = mend.get_attribute("data-colour")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator(".error-message").first).to_contain_text("Too close to “Brand colour”")
    with scope(household.council):
        assert Theme.objects.get().colours["light"] == {"brand": "#2a1a4a"}
    page.locator("button[data-field=colour_brand_ink]").click()
    expect(page.locator("#id_colour_brand_ink")).to_have_value(str(wanted))
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("The portal has its new look from now on.")).to_be_visible()
    with scope(household.council):
        assert Theme.objects.get().colours["light"] == {"brand": "#123456", "brand-ink": wanted}


def test_each_screen_of_the_editor_is_for_everybody(household: Any, live_server: Any, page_for: PageFor) -> None:
    page, found = page_for(DESK), []
    base = enter(page, household, live_server)
    for address in (LOOK, VERSIONS, f"{VERSIONS}1/"):
        for width, height in (DESK, TABLET):
            page.set_viewport_size({"width": width, "height": height})
            page.goto(base + address)
            found += [(address, width, *one) for one in violations(page, "main")]
            if wider := page.evaluate(WIDER):
                found.append((address, width, "overflow", wider))
    assert found == []
