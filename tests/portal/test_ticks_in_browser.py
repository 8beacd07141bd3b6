"""Ticking off in a browser: the row changes where it stands, the keyboard stays, and a fault sends the form."""

from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from leavingwell.platform.councils.scope import scope
from leavingwell.platform.plans.models import Action
from tests.browser import PHONE
from tests.portal.in_browser import address_of, dress, enter


@pytest.mark.django_db(transaction=True)
def test_a_tick_stays_on_the_page_and_a_fault_sends_the_form(live_server: Any, browser: Browser) -> None:
    dressed = dress("northmoor")
    page = browser.new_context(viewport={"width": PHONE[0], "height": PHONE[1]}).new_page()
    enter(page, dressed, live_server, "owner", "en")
    page.goto(f"{address_of(dressed, live_server)}/to-do/")
    page.get_by_role("button", name="Mark as done: Ring the landlord").focus()
    page.keyboard.press("Enter")
    expect(page.locator("main [role=status]").last).to_have_text("Done.")
    expect(page.locator(".todo.is-done")).to_contain_text("Done by you, today")
    assert page.evaluate("document.activeElement.closest('.todo') !== null")
    with scope(dressed.council):
        assert Action.objects.get(title="Ring the landlord").status == Action.Status.DONE

    page.route(
        "**/again/",
        lambda route: route.abort() if route.request.resource_type == "fetch" else route.continue_(),
    )
    page.get_by_role("button", name="Not done after all").click()
    expect(page.locator("main")).to_contain_text("It is back on the list.")  # the form was sent as ever
    with scope(dressed.council):
        assert Action.objects.get(title="Ring the landlord").status == Action.Status.OPEN
    page.context.close()
