"""In a browser: an editor writes an offer with a contact, a link and a picture, and a visitor reads it."""

import pytest

from leavingwell.content.services.opening import offer_index
from leavingwell.content.services.topics import load_national_content
from leavingwell.platform.councils.scope import scope
from leavingwell.platform.people.roles import Role
from tests.browser import DESK, browser, page_for  # noqa: F401
from tests.content.pictures import make_image
from tests.factories import PASSWORD, make_council, make_person


@pytest.fixture
def council(transactional_db):
    made = make_council("northmoor", host="northmoor.localhost")
    load_national_content()
    with scope(made):
        make_person(Role.CONTENT_EDITOR, "Ed Editor")
        make_image(made, "A garden shed")
    return made


def fill(page, **fields):
    for name, words in fields.items():
        page.locator(f'[name="{name}"]').fill(words)


def test_an_offer_is_built_of_blocks_and_a_picture(council, live_server, page_for):  # noqa: F811
    page, home = page_for(DESK), live_server.url.replace("localhost", "northmoor.localhost")
    with scope(council):
        index = offer_index(council)
    page.goto(f"{home}/admin/")
    page.get_by_label("E-mail").fill("ed.editor@example.org")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()

    page.goto(f"{home}/admin/pages/add/content/offerpage/{index.pk}/")
    fill(page, title="Garden shed")
    page.locator('[name="topic"]').select_option(label="Home")
    page.locator('[name="circumstances"][value="parent"]').check()
    page.locator('[data-contentpath="contacts"]').get_by_role("button", name="Insert a block").click()
    fill(page, **{"contacts-0-value-name": "Bramble", "contacts-0-value-phone": "01632 960 126"})
    page.get_by_role("button", name="Choose an image").click()
    page.get_by_role("link", name="A garden shed").click()
    page.get_by_role("tab", name="English").click()
    fill(page, heading_en="A shed of your own", summary_en="Tools, and a grant for seeds.")
    fill(page, picture_text_en="A small shed")
    page.locator("footer .w-dropdown__toggle").click()
    page.get_by_role("button", name="Publish", exact=True).click()
    page.get_by_text("created and published").wait_for()

    page.goto(f"{home}/offers/garden-shed/")
    assert page.get_by_role("heading", level=1).inner_text() == "A shed of your own"
    assert page.get_by_role("img", name="A small shed").is_visible()
    assert page.get_by_text("Bramble").is_visible()
    assert page.get_by_text("Parents, and people who will be one soon").is_visible()
    page.get_by_role("button", name="grant").click()
    assert page.get_by_text("Money you are given to keep").is_visible()
    page.keyboard.press("Escape")
    assert page.get_by_text("Money you are given to keep").is_hidden()
