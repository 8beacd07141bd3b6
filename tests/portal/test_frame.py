"""What stands round each page: the menu, the page without a connection, the page of the look, a dialog."""

import json
import re
from typing import Any

import pytest

from leavingwell.platform.councils.scope import scope
from leavingwell.questionnaires.services.answering import submit_response
from leavingwell.themes.portal.views import sure
from leavingwell.themes.portal.views.offline import WORKER
from tests.portal.pages import Story, fields_of, soup, words

DIALOG = ".dialog[popover][role=dialog]"


def doors(answer: Any, only: str = "") -> list[str]:
    return [one.get_text(" ", strip=True) for one in soup(answer).select(f"nav.menu > ul > li{only} > a")]


def test_a_phone_has_five_doors_and_a_wide_screen_all(story: Story) -> None:
    page = story.visit("owner").get("/plan/")
    assert doors(page)[:4] == ["Home", "My plan", "Questions", "To-do"]
    assert len(doors(page)) == 6
    assert doors(page, ".wide-only") == ["To-do"]


def test_when_the_questions_are_handed_in_the_list_has_their_place(story: Story) -> None:
    with scope(story.council):
        response = story.household.plan.review.response
        submit_response(response, by=story.household.owner)
    pages = ("/", "/plan/", "/messages/", "/to-do/", f"/people/{story.person}/plan/", "/people/nobody/plan/")
    for address in pages:  # those that read the plan themselves, those that do not, and one that is not there
        assert doors(story.visit("owner").get(address), ".wide-only") == ["Questions"], address


def test_nobody_has_more_doors_than_the_foot_of_a_phone_has_room_for(story: Story) -> None:
    for who in ("owner", "supporter", "worker", "duty", "supervisor", "manager", "analyst", "editor", "admin"):
        page = story.visit(who).get("/", follow=True)
        assert 1 <= len(doors(page)) - len(doors(page, ".wide-only")) <= 5, who


@pytest.mark.parametrize("address", ["/questions/HOME-01/", "/check-in/"])
def test_one_thing_fills_some_pages(story: Story, address: str) -> None:
    page = soup(story.visit("owner").get(address))
    assert not page.select("nav.menu, body.has-menu")
    assert page.select(".bell, a.brand, .exit, main .back")


def test_the_page_without_a_connection_is_anybodys(story: Story) -> None:
    pages = [story.visit(who).get("/offline/?language=en") for who in ("owner", "worker", None)]
    for page in pages:
        html = soup(page)
        assert page.status_code == 200
        assert not html.select("form, [data-person], nav, .bell, [name=csrfmiddlewaretoken]")
        assert html.select_one('.helpline a[href^="tel:"]')
        assert "waits on this device" in words(page)
    assert {words(page) for page in pages} == {words(pages[0])}
    arabic = soup(story.visit("owner").get("/offline/?language=ar")).select_one("html")
    assert arabic is not None
    assert arabic["dir"] == "rtl"
    for wrong in ("xx", "../", "en%00"):
        assert soup(story.visit(None).get(f"/offline/?language={wrong}")).select_one("html")["lang"] == "en"  # type: ignore[index]


def test_what_a_phone_keeps_names_nobody_and_is_there(story: Story) -> None:
    visitor = story.visit("owner")
    answer = visitor.get("/sw.js")
    assert answer["Content-Type"].startswith("text/javascript")
    assert answer["Cache-Control"] == "no-cache"
    shelf = json.loads(re.search(r"const SHELF = (.*);", answer.content.decode()).group(1))  # type: ignore[union-attr]
    assert shelf[0] == "/offline/"
    for address in shelf[:2]:
        assert visitor.get(address).status_code == 200, address
    assert not [address for address in shelf[2:] if not address.startswith("/static/")]
    assert answer.content == story.visit(None).get("/sw.js").content
    assert 'credentials: "omit"' in WORKER.read_text()
    assert soup(visitor.get("/plan/")).select_one('body[data-language="en"]')


def test_the_page_of_the_look_shows_every_part(story: Story) -> None:
    for who in (None, "owner"):
        answer = story.visit(who).get("/style/")
        html = soup(answer)
        assert answer["X-Robots-Tag"] == "noindex"
        assert not html.select("[data-person], style, [style]")
        for part in (
            *(".btn", ".btn.line", ".field.wrong", ".summary-errors", ".choice", ".face", ".help-switch", ".trail"),
            *(".card.next", ".state .phase", ".change", ".trend", ".goal .steps", ".todo .tick", ".todo.is-done"),
            *(".notice.bad", ".tag.good", ".msg.mine", ".empty", ".timeline", "ins", "del", ".mark", ".bars", "table"),
            *(".private", ".helpline", ".avatar", ".quote", DIALOG, ".signs li", ".swatches li"),
        ):
            assert html.select(part), part
    assert "Sam" in words(story.visit(None).get("/style/"))


def test_the_statement_follows_the_model_form(story: Story) -> None:
    page = story.visit(None).get("/page/accessibility/")
    headings = {one.get_text(strip=True) for one in soup(page).select("h1, h2, h3")}
    assert headings >= {"Accessibility statement", "Feedback and contact", "Compliance status", "Technical information"}
    for told in ("partially compliant", "(EHRC)", "(EASS)", "prepared on 22 November 2026", story.council.name):
        assert told in words(page), told


def test_what_cannot_be_taken_back_is_asked_about(story: Story) -> None:
    visitor = story.visit("owner")
    dialog = soup(visitor.get("/style/")).select_one(DIALOG)
    assert dialog is not None
    opener = soup(visitor.get("/style/")).select_one(f'button[type=button][popovertarget="{dialog["id"]}"]')
    assert opener is not None
    form = soup(visitor.get("/style/")).select_one("form.sure-page")
    assert form is not None
    page = visitor.post("/sure/", fields_of(form), HTTP_REFERER=f"http://{story.council.host}/style/")
    asked = soup(page).select_one('main form[action="/style/"]')
    assert asked is not None
    assert "Take the invitation back?" in asked.get_text()
    assert asked.select_one('a[href="/style/"]')
    elsewhere = visitor.post("/sure/", fields_of(form), HTTP_REFERER="https://evil.example/style/")
    assert soup(elsewhere).select_one('main form a[href="/"]')


def test_a_made_up_dialog_is_refused(story: Story) -> None:
    for act in ("", "x", "eyJhY3Rpb24iOiJodHRwczovL2V2aWwuZXhhbXBsZSJ9:1:2"):
        assert story.visit("owner").post("/sure/", {"act": act}).status_code == 400
    assert story.visit("owner").get("/sure/").status_code == 405
    assert story.visit(None).post("/sure/", {"act": "x"}).status_code == 403


def test_a_dialog_as_a_page_stands_nonsense_and_time(story: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    visitor = story.visit("owner")
    form = soup(visitor.get("/style/")).select_one("form.sure-page")
    assert form is not None
    for nonsense in ("http://[x", f"http://{story.council.host}//evil.example/", "x"):
        page = visitor.post("/sure/", fields_of(form), HTTP_REFERER=nonsense)
        assert soup(page).select_one('main form a[href="/"]'), nonsense
    monkeypatch.setattr(sure, "LASTS", -1)
    late = visitor.post("/sure/", fields_of(form), HTTP_REFERER=f"http://{story.council.host}/style/")
    assert late["Location"] == "/style/"
    assert "open for too long" in words(visitor.get("/style/"))
