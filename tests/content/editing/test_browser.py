"""An editor in a browser: a draft seen in the portal in Arabic on a phone, scheduled, and an old version restored."""

from contextlib import suppress
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import TimeoutError

from leavingwell.content.models import StandardPage
from leavingwell.content.services.opening import home_page
from leavingwell.platform.councils.scope import scope
from leavingwell.platform.people.roles import Role
from tests.factories import PASSWORD, make_council, make_person

WORDS, ARABIC = "Your rights from 18", "حقوقك بعد الثامنة عشرة"


@pytest.fixture
def council(transactional_db):
    made = make_council("northmoor", host="northmoor.localhost")
    with scope(made):
        make_person(Role.CONTENT_EDITOR, "Ed Editor")
        page = StandardPage(title="Rights", slug="rights", heading_en="Rights", heading_ar="حقوق")
        home_page(made).add_child(instance=page)
        page.save_revision().publish()
    return made


def stored(council):
    with scope(council):
        page = StandardPage.objects.get(slug="rights")
        return page, page.get_latest_revision_as_object()


def signed_in(page, address):
    page.goto(f"{address}/admin/")
    page.get_by_label("E-mail").fill("ed.editor@example.org")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.get_by_role("heading", level=1).wait_for()


def choose_preview(page, mode, heading):
    """Once more where Wagtail let a choice go, being busy with another preview."""
    for patience in (20_000, 20_000, 60_000):
        page.get_by_label("Preview mode").select_option("en")
        page.get_by_label("Preview mode").select_option(mode)
        with suppress(TimeoutError):
            return heading.wait_for(timeout=patience)
    raise AssertionError(f"The preview never came to {mode}.")


def test_a_draft_is_previewed_scheduled_and_an_old_one_restored(council, live_server, page_for):
    address = live_server.url.replace("localhost", "northmoor.localhost")
    page, (live, _draft) = page_for(), stored(council)
    edit = f"{address}/admin/pages/{live.pk}/edit/"
    signed_in(page, address)

    page.goto(edit)
    page.get_by_role("tab", name="English").click()
    page.locator("#id_heading_en").fill(WORDS)
    page.get_by_role("tab", name="العربية").click()
    page.locator("#id_heading_ar").fill(ARABIC)
    page.get_by_role("button", name="Toggle preview").click()
    shown = page.frame_locator("#w-preview-iframe")
    shown.get_by_role("heading", name=WORDS).wait_for()
    choose_preview(page, "ar", shown.get_by_role("heading", name=ARABIC))
    assert shown.locator("html").get_attribute("dir") == "rtl"
    assert shown.locator("body").evaluate("body => body.ownerDocument.defaultView.innerWidth") == 375
    assert stored(council)[0].heading_ar == "حقوق"

    later = timezone.localtime() + timedelta(days=2)
    page.get_by_role("button", name="Toggle preview").click()
    page.get_by_role("button", name="Toggle status").click()
    page.get_by_role("button", name="Set schedule").click()
    page.get_by_label("Go live date/time").fill(f"{later:%Y-%m-%d %H:%M}")
    page.get_by_role("button", name="Save schedule").press("Enter")  # a calendar opens over it
    page.get_by_text("has been updated").wait_for()
    page.locator("footer [data-w-dropdown-target='toggle']").first.click()
    page.get_by_role("button", name="Schedule to publish").click()
    page.get_by_text("scheduled for publishing").wait_for()
    now, draft = stored(council)
    assert (now.heading_en, draft.heading_en, draft.heading_ar) == ("Rights", WORDS, ARABIC)
    assert now.scheduled_revision is not None

    with scope(council):
        first = now.revisions.earliest("created_at")
        now.scheduled_revision.delete()
    page.goto(f"{address}/admin/pages/{live.pk}/revisions/{first.pk}/revert/")
    page.get_by_role("button", name="Replace current draft").click()
    page.get_by_text("has been replaced").wait_for()
    assert stored(council)[1].heading_ar == "حقوق"
