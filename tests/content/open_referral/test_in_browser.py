"""An import with its diff in a real browser, and axe on each of its screens."""

import json
from typing import Any

import pytest
from django.core.management import call_command
from playwright.sync_api import Page, expect

from leavingwell.content.models import DirectoryFeed, DirectoryImport, OfferPage
from leavingwell.platform.councils.scope import scope
from tests.api import client_of
from tests.axe import violations
from tests.browser import DESK, TABLET, PageFor
from tests.content.open_referral.directory import make_feed, read, service, take
from tests.factories import make_council, make_household
from tests.portal.in_browser import WIDER

LIST = "/admin/service-directories/"
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def household(live_server: Any) -> Any:
    call_command("load_framework", verbosity=0)
    found = make_household(make_council("northmoor", host="northmoor.localhost", name="Northmoor Council"))
    with scope(found.council):
        take(make_feed(), [service(1, alert="Closed on Monday", email="one@example.org")])
        ours = OfferPage.objects.get()
        ours.alert_en = "Open every day"
        ours.save_revision().publish()
    return found


def enter(page: Page, household: Any, live_server: Any) -> str:
    base = f"http://{household.council.host}:{live_server.thread.port}"
    with scope(household.council):
        client = client_of(household.editor, household.council)
    page.context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": base}])
    return base


def changed() -> list[Any]:
    return [service(1, alert="Closed on Friday", email="two@example.org"), service(2, name="Job club"), {"name": "x"}]


def file_of(services: list[Any]) -> Any:
    return {"name": "directory.json", "mimeType": "application/json", "buffer": json.dumps(services).encode()}


def test_an_import_with_its_diff(household: Any, live_server: Any, page_for: PageFor) -> None:
    page = page_for(DESK)
    base = enter(page, household, live_server)
    page.goto(f"{base}{LIST}")
    page.get_by_role("link", name="Community directory").first.click()
    page.get_by_label("From a file").set_input_files(file_of(changed()))
    page.get_by_role("button", name="See what it would change").click()
    expect(page.get_by_text("Nothing is changed yet.")).to_be_visible()
    page.get_by_label("Job club").uncheck()
    page.get_by_role("button", name="Changed 1").click()
    conflict = page.locator(".directory-conflict")
    expect(conflict.locator("del")).to_have_text("Open every day")
    expect(conflict.locator("ins")).to_have_text("Closed on Friday")
    page.get_by_label("goes on the portal at once").check()
    page.get_by_role("button", name="Take what is ticked").click()
    expect(page.get_by_role("heading", name="Done")).to_be_visible()
    with scope(household.council):
        ours = OfferPage.objects.get()  # the job club was not ticked
        assert (ours.email, ours.alert_en) == ("two@example.org", "Open every day")


def test_the_progress_moves_by_itself(household: Any, live_server: Any, page_for: PageFor) -> None:
    page = page_for(DESK)
    base = enter(page, household, live_server)
    with scope(household.council):
        run = read(DirectoryFeed.objects.get(), changed())
        DirectoryImport.objects.filter(pk=run.pk).update(state="applying", done=1, total=4)
    page.goto(f"{base}{LIST}imports/{run.pk}/")
    expect(page.locator(".directory-moving [role=status]")).to_have_text("1 of 4")
    with scope(household.council):
        DirectoryImport.objects.filter(pk=run.pk).update(done=3)
    expect(page.locator(".directory-moving [role=status]")).to_have_text("3 of 4")
    with scope(household.council):
        DirectoryImport.objects.filter(pk=run.pk).update(state="done")
    expect(page.get_by_role("heading", name="Done")).to_be_visible()


def test_each_screen_is_accessible_and_fits(household: Any, live_server: Any, page_for: PageFor) -> None:
    page = page_for(TABLET)
    base = enter(page, household, live_server)
    with scope(household.council):
        feed = DirectoryFeed.objects.get()
        run = read(feed, changed())
    screens = [LIST, f"{LIST}add/", f"{LIST}{feed.pk}/", f"{LIST}{feed.pk}/remove/"]
    for path in (*screens, *(f"{LIST}imports/{run.pk}/?kind={kind}" for kind in ("new", "changed", "unreadable"))):
        page.goto(f"{base}{path}")
        assert violations(page) == [], path
        assert not page.evaluate(WIDER), path
