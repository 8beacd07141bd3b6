"""Every page: a strict content policy, nothing kept by browsers, nothing asked of other sites, no script needed."""

import re

from leavingwell.platform.councils.scope import scope
from leavingwell.themes.models import Theme
from leavingwell.themes.portal.middleware import POLICY
from tests.portal.pages import Story, client, soup
from tests.portal.test_who_sees_what import FOR_ANYONE, OF_A_PERSON, OF_STAFF, OWN

OUTSIDE = re.compile(r"https?://(?!northmoor\.test)")


def pages(story: Story) -> list[tuple[str, str]]:
    return [
        *(("owner", address) for address in [*OWN, *FOR_ANYONE, "/nowhere/"]),
        *(("worker", f"/people/{story.person}/{address}") for address in OF_A_PERSON),
        *(("manager", address) for address in OF_STAFF),
        ("editor", "/"),
        ("editor", "/caseload/"),
    ]


def test_every_page_is_strict_and_private(story: Story) -> None:
    for who, address in pages(story):
        answer = story.visit(who).get(address)
        assert answer["Content-Security-Policy"] == POLICY, address
        assert answer["Referrer-Policy"] == "same-origin", address
        assert "no-store" in answer["Cache-Control"] or answer.status_code == 302, address
        page = soup(answer)
        assert not page.select("[style], style, [onclick], [onload], [onsubmit]"), address
        for script in page.select("script"):
            assert script.get("src") or script.get("type") == "application/json", address
        for source in page.select("[src], link[href], form[action], use[href]"):
            place = source.get("src") or source.get("href") or source.get("action") or ""
            assert not OUTSIDE.match(str(place)), (address, place)


def test_a_visitors_page_is_not_shared_either(story: Story) -> None:
    assert story.visit(None).get("/offers/")["Cache-Control"] == "private, no-cache"


def test_the_theme_is_a_sheet_that_browsers_keep_for_ever(story: Story) -> None:
    with scope(story.council):
        Theme.objects.create(scene="hills")
    visitor = story.visit("owner")
    address = next(link["href"] for link in soup(visitor.get("/")).select("link") if "/theme." in link["href"])
    sheet = visitor.get(address)
    assert sheet["Content-Type"] == "text/css; charset=utf-8"
    assert "immutable" in sheet["Cache-Control"]
    assert "--accent: #1d4f7c" in sheet.content.decode()
    with scope(story.council):
        theme = Theme.objects.get()
        theme.colours = {"light": {"accent": "#0b5d62"}}
        theme.save()
    assert "--accent: #0b5d62" in visitor.get(address).content.decode()
    assert "immutable" not in visitor.get(address)["Cache-Control"]
    assert address not in visitor.get("/").content.decode()


def test_each_council_has_its_own_look(story: Story, east: object) -> None:
    with scope(story.council):
        Theme.objects.create(scene="hills")
    mine = client(None, story.council).get("/accounts/login/code/").content.decode()
    theirs = client(None, east.council).get("/accounts/login/code/").content.decode()  # type: ignore[attr-defined]
    assert 'class="scene"' in mine
    assert 'class="scene"' not in theirs


def test_the_admin_and_the_explorer_keep_their_own_policy(story: Story) -> None:
    assert story.visit("editor").get("/admin/").get("Content-Security-Policy") != POLICY
