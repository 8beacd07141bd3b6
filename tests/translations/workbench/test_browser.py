"""A translator in a browser: rich text written with buttons, and seen in its place in a new tab before it is saved."""

import pytest

from leavingwell.content.models import StandardPage
from leavingwell.content.services.opening import home_page
from leavingwell.platform.councils.scope import scope
from leavingwell.platform.people.roles import Role
from leavingwell.translations.models import Kind, Translation, TranslationUnit
from tests.browser import browser, page_for  # noqa: F401
from tests.factories import PASSWORD, make_council, make_person

ENGLISH = '<p data-block-key="aa11">Ring us today.</p>'


@pytest.fixture
def council(transactional_db):
    made = make_council("northmoor", host="northmoor.localhost", language_codes=["en", "ar"])
    with scope(made):
        make_person(Role.CONTENT_EDITOR, "Ed Editor")
        page = StandardPage(title="Ring", slug="ring", heading_en="Ring", heading_ar="اتصل", body_en=ENGLISH)
        home_page(made).add_child(instance=page)
        page.save_revision().publish()
    return made


def test_rich_text_is_written_seen_in_its_place_and_saved(council, live_server, page_for):  # noqa: F811
    address = live_server.url.replace("localhost", "northmoor.localhost")
    with scope(council):
        unit = TranslationUnit.objects.get(kind=Kind.RICH)
    page = page_for()
    page.goto(f"{address}/admin/")
    page.get_by_label("E-mail").fill("ed.editor@example.org")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.get_by_role("heading", level=1).wait_for()

    page.goto(f"{address}/admin/translate/text/{unit.pk}/ar/")
    writing = page.locator(".public-DraftEditor-content")
    writing.click()
    page.keyboard.type("كلمات")
    assert page.locator("textarea[name=text]").is_hidden()
    page.get_by_text("As it will look").wait_for()  # the checks have looked at it

    with page.context.expect_page() as opened:
        page.get_by_role("button", name="See it in its place").click()
    seen = opened.value
    mark = seen.locator("mark.looked-at")
    mark.wait_for()
    assert (mark.inner_text(), seen.locator("html").get_attribute("lang")) == ("كلمات", "ar")
    assert "/page/ring/" in seen.url
    seen.close()

    writing.press("End")
    page.keyboard.type(" جديدة")
    page.keyboard.press("Control+Enter")  # at once: nothing of what was typed is lost
    page.get_by_text("Saved. A reviewer reads it next.").wait_for()
    with scope(council):
        assert Translation.objects.get(unit=unit).text == '<p data-block-key="aa11">كلمات جديدة</p>'
