"""The wizard, and bringing a file in, in a real browser without and with what a reader sees; axe on each screen."""

import os
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from leavingwell.content.models import OfferPage
from leavingwell.content.services.topics import load_national_content
from leavingwell.platform.councils.models import Council
from leavingwell.platform.councils.scope import national_scope, scope
from leavingwell.platform.people.roles import Role
from leavingwell.platform.running.archive import written
from leavingwell.platform.running.services.moving import packed
from leavingwell.platform.running.services.templates import example
from leavingwell.questionnaires.services.loading import load_framework
from tests.axe import violations
from tests.browser import DESK, TABLET, PageFor
from tests.factories import PASSWORD, make_council, make_person

WIDER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture
def places(transactional_db: None, settings: Any) -> Council:
    settings.NATIONAL_HOSTS = ["localhost"]
    council = make_council("northmoor", host="northmoor.localhost")
    load_framework()
    load_national_content()
    with scope(council):
        make_person(Role.COUNCIL_ADMIN, "Ada Admin")
    with national_scope("an operator for a test"):
        make_person(Role.OPERATOR, "Olu Operator")
    return council


def sign_in(page: Page, address: str, email: str) -> None:
    page.goto(address)
    page.get_by_label("E-mail").fill(email)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.get_by_role("heading", name="What do you want to do?").wait_for()


class Looks:
    """What is wrong with the screens that were looked at, all told at the end."""

    def __init__(self, page: Page) -> None:
        self.page, self.wrong = page, list[Any]()

    def at(self, name: str) -> None:
        """What axe finds, and whether it is too wide; a picture where somebody asks for one."""
        for width, height in (TABLET, DESK):
            self.page.set_viewport_size({"width": width, "height": height})
            if self.page.evaluate(WIDER) > 0:
                self.wrong.append((name, width, "wider than the screen"))
            if folder := os.environ.get("PICTURES"):
                self.page.screenshot(path=f"{folder}/{name}-{width}.png", full_page=True)
        self.wrong += [(name, *one) for one in violations(self.page, "main")]


def test_an_operator_opens_a_council(places: Council, live_server: Any, page_for: PageFor) -> None:
    page = page_for(DESK)
    looks = Looks(page)
    sign_in(page, f"{live_server.url}/admin/", "olu.operator@example.org")
    looks.at("national-home")
    page.get_by_role("link", name="Councils").first.click()
    looks.at("councils")
    page.get_by_role("link", name="Open a council").click()
    page.locator("#id_name").fill("South Vale Council")
    page.get_by_label("Short name").fill("south-vale")
    page.get_by_label("Host name").fill("northmoor.localhost")
    page.get_by_role("button", name="Go on").click()
    page.get_by_text("Another council has this host.").wait_for()
    looks.at("wizard-name")
    page.get_by_label("Host name").fill("southvale.localhost")
    page.get_by_role("button", name="Go on").click()
    page.get_by_label("Arabic").check()
    looks.at("wizard-languages")
    page.get_by_role("button", name="Go on").click()
    page.get_by_label("Example: Hills").check()
    looks.at("wizard-start")
    page.get_by_role("button", name="Go on").click()
    looks.at("wizard-look")
    page.get_by_role("button", name="Go on").click()
    page.locator("#id_admin_name").fill("Ada First")
    page.get_by_label("E-mail").fill("ada@southvale.example")
    page.get_by_role("button", name="Back").click()
    page.get_by_role("button", name="Go on").click()
    assert page.locator("#id_admin_name").input_value() == "Ada First"
    page.get_by_role("button", name="Go on").click()
    looks.at("wizard-summary")
    page.get_by_role("button", name="Open the council").click()
    page.get_by_text("South Vale Council is open.").wait_for()
    looks.at("wizard-next")
    page.goto(live_server.url.replace("localhost", "southvale.localhost") + "/")
    page.get_by_text("South Vale Council").first.wait_for()
    page.goto(f"{live_server.url}/admin/councils/south-vale/switch/")
    looks.at("switch")
    assert looks.wrong == []


def test_an_administrator_brings_a_file_in(
    places: Council, live_server: Any, page_for: PageFor, tmp_path: Path
) -> None:
    file = tmp_path / "hills.zip"
    file.write_bytes(written(example("hills")))
    page = page_for(DESK)
    base = live_server.url.replace("localhost", "northmoor.localhost")
    looks = Looks(page)
    sign_in(page, f"{base}/admin/", "ada.admin@example.org")
    looks.at("home")
    page.get_by_role("link", name="Configuration").first.click()
    looks.at("configuration")
    page.get_by_label("A configuration file").set_input_files(str(file))
    page.get_by_role("button", name="Show what it would change").click()
    page.get_by_text("offers / staying-put").wait_for()
    looks.at("import")
    page.get_by_role("button", name="Bring it in").click()
    page.get_by_text("Done.").wait_for()
    looks.at("progress")
    with scope(places):
        assert OfferPage.objects.filter(slug="staying-put", live=False).exists()
        assert packed().parts["look"]["theme"][0]["fields"]["scene"] == "hills"
    page.goto(f"{base}/admin/drafts/")
    page.get_by_role("link", name="Stay on with your foster carer").first.wait_for()
    looks.at("drafts")
    page.goto(f"{base}/admin/")
    looks.at("home-with-work")
    assert looks.wrong == []
