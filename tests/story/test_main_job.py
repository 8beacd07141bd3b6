"""The main job, end to end, in a browser: one council's words go all the way, and the other council sees none of it."""

import json
import re
from dataclasses import dataclass
from typing import Any

import pytest
from django.core import mail
from playwright.sync_api import Page

from leavingwell.platform.councils.scope import scope
from leavingwell.platform.demo.files import read
from leavingwell.platform.people.models import Person
from leavingwell.questionnaires.services.loading import load_framework
from leavingwell.themes.models import Theme
from tests.api import ask, client_of, document, opaque
from tests.browser import DESK, PHONE, PageFor
from tests.factories import PASSWORD, Household, make_council, make_household
from tests.platform.documents.pdf import text_in

QUESTION, ARABIC = "Is it warm enough where you live?", "هل الجو دافئ حيث تسكن؟"
IN_OWN_WORDS, CHECKED_IN = "نافذتي مكسورة", "اليوم أفضل"
TO_DO = "Ring the landlord about the window"
FETCH = """async ([body, token]) => (await fetch("/graphql/", {method: "POST", body, headers: {
    "Content-Type": "application/json", "X-CSRFToken": token}})).json()"""
PERSON = "query Person($id: ID!) { youngPerson(id: $id) { preferredName } }"


@dataclass
class Places:
    """Both councils on one real server; only the first is in its own colours."""

    north: Household
    east: Household
    port: int

    def address(self, house: Household) -> str:
        return f"http://{house.council.host}:{self.port}"


@pytest.fixture
def places(live_server: Any) -> Places:
    load_framework()
    houses = [make_household(make_council(slug, host=f"{slug}.localhost")) for slug in ("northmoor", "eastmarsh")]
    with scope(houses[0].council):
        Theme.objects.create(colours=read("northmoor", "colours"))
    return Places(*houses, live_server.thread.port)


def sign_in(page: Page, base: str, person: Person) -> None:
    page.goto(f"{base}/accounts/login/")
    page.locator("[name=login]").fill(person.user.email)
    page.locator("[name=password]").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").first.click()
    page.wait_for_url(lambda url: "/login" not in url)


def reword_and_publish(page: Page, base: str, editor: Person) -> None:
    sign_in(page, base, editor)
    page.goto(f"{base}/admin/snippets/questionnaires/wording/")
    page.get_by_role("link", name="HOME-01 Do you have a safe").click()
    page.get_by_role("textbox", name="Question").fill(QUESTION)
    page.get_by_role("tab", name="العربية").click()
    page.get_by_role("textbox", name="Question (Arabic)").fill(ARABIC)
    page.get_by_role("button", name="Save").click()
    page.get_by_role("link", name="Publish questions").click()
    page.get_by_role("button", name="Publish").click()
    page.get_by_text("is published as version").wait_for()


def answer_and_check_in(page: Page, base: str, owner: Person) -> None:
    """On a phone, in Arabic, signing in by the code in the e-mail."""
    page.goto(f"{base}/")
    page.get_by_role("button", name="العربية").click()
    page.get_by_label("بريدك الإلكتروني").fill(owner.user.email)
    page.get_by_role("button", name="إرسال رمز إليّ").click()
    code = re.search(r"^\d{6}$", str(mail.outbox[-1].body), re.MULTILINE)
    assert code
    page.get_by_label("الرمز الذي أرسلناه إليك").fill(code.group())
    page.get_by_role("button", name="تسجيل الدخول").click()

    page.goto(f"{base}/questions/HOME-01/")
    assert page.locator("html").get_attribute("dir") == "rtl"
    assert page.get_by_role("heading", level=1).inner_text() == ARABIC
    page.locator(".choice").nth(1).click()
    page.get_by_label("أريد مساعدة في هذا").check()
    page.locator("details:has(#id_comment) > summary").click()
    page.get_by_label("هل لديك ما تضيفه بكلماتك؟").fill(IN_OWN_WORDS)
    page.get_by_role("button", name="حفظ ومتابعة").click()
    page.wait_for_url("**/questions/HOME-02/")

    page.goto(f"{base}/check-in/")
    page.locator("label", has=page.locator('input[name="face"][value="4"]')).click()
    page.locator("textarea").first.fill(CHECKED_IN)
    page.get_by_role("button", name="إرسال").click()
    page.locator(".flash").first.wait_for()


def turn_into_action_and_hand_in(page: Page, base: str, worker: Person, name: str) -> None:
    sign_in(page, base, worker)
    page.goto(f"{base}/caseload/")
    page.get_by_role("link", name=name, exact=True).click()
    request = page.locator("article.request")
    assert IN_OWN_WORDS in request.inner_text()
    assert CHECKED_IN in page.locator("main").inner_text()
    request.locator("summary").click()
    request.locator("[name=title]").fill(TO_DO)
    request.get_by_label("Both of us").check()
    request.get_by_role("button", name="Put it on our list").click()
    page.locator(".flash").first.wait_for()
    page.get_by_role("link", name="Finish and hand it in").click()
    page.get_by_role("button", name="Hand it in", exact=True).click()
    page.get_by_role("button", name="Yes, hand it in").click()  # without the parts of both, which it says
    page.get_by_text("The plan is with the manager now.").first.wait_for()


def sign_off(page: Page, base: str, manager: Person, name: str) -> None:
    sign_in(page, base, manager)
    page.goto(f"{base}/sign-off/")
    page.get_by_role("link", name=name).first.click()
    assert TO_DO in page.locator("main").inner_text()
    page.get_by_label("Sign off this plan").check()
    page.get_by_role("button", name="Decide", exact=True).click()
    page.locator(".flash").first.wait_for()


def download(page: Page, plan_address: str) -> str:
    """Asks for the PDF, waits, opens it: its text."""
    page.goto(plan_address)
    page.locator("#download button").click()
    link = page.locator("main a[href*='/plans/documents/']")
    with page.expect_download() as begun:
        link.click()
    return text_in(begun.value.path().read_bytes())


def session_of(person: Person, house: Household) -> str:
    with scope(house.council):
        return client_of(person, house.council).cookies["sessionid"].value


def totals_of(person: Person, house: Household, **slices: str) -> dict[str, Any]:
    found = ask(person, house.council, document("insight", "Insight"), domain="HOME", **slices)
    questions = (found["data"] or {}).get("insight", {}).get("questions", [])
    return next((one for one in questions if one["question"]["code"] == "HOME-01"), {})


NOT_SHOWN = (QUESTION, ARABIC, IN_OWN_WORDS, CHECKED_IN, TO_DO)


def over_the_api(page: Page, base: str, query: str, **variables: str) -> Any:
    """The data that a front end in this browser gets."""
    page.goto(f"{base}/help/")
    body = json.dumps({"query": query, "variables": variables})
    token = next(one["value"] for one in page.context.cookies() if one["name"] == "csrftoken")
    answer = page.evaluate(FETCH, [body, token])
    return answer["data"]


def everything_seen(page: Page, base: str, addresses: list[str]) -> str:
    seen = []
    for address in addresses:
        page.goto(base + address)
        seen.append(page.content())
    return " ".join(seen)


@pytest.mark.django_db(transaction=True)
def test_from_the_editor_to_the_totals(places: Places, page_for: PageFor) -> None:
    north, base = places.north, places.address(places.north)
    reword_and_publish(page_for(DESK), base, north.editor)
    phone, desk, manager = page_for(PHONE), page_for(DESK), page_for(DESK)
    answer_and_check_in(phone, base, north.owner)
    turn_into_action_and_hand_in(desk, base, north.worker, north.owner.name)
    sign_off(manager, base, north.manager, north.owner.name)

    with scope(north.council):
        person = opaque("YoungPerson", north.young_person)
        team = opaque("Team", north.young_person.team)
    assert IN_OWN_WORDS in download(phone, f"{base}/plan/")
    for page in (desk, manager):
        assert IN_OWN_WORDS in download(page, f"{base}/people/{person}/plan/")

    counted = totals_of(north.manager, north, team=team)
    assert [one["count"] for one in counted["counts"]] == [0, 1, 0]
    assert counted["wantsHelp"] == {"count": 1, "suppressed": False}
    hidden = totals_of(north.analyst, north)
    assert [(one["count"], one["suppressed"]) for one in hidden["counts"]] == [(0, False), (None, True), (0, False)]
    see_none_of_it(places, page_for, person)


def see_none_of_it(places: Places, page_for: PageFor, person: str) -> None:
    """The other council's editor, worker, young person, portal, API and totals."""
    east, base = places.east, places.address(places.east)
    own = {
        "owner": ["/", "/questions/HOME-01/", "/plan/", "/to-do/"],
        "worker": ["/caseload/", f"/people/{person}/", f"/people/{person}/plan/"],
        "manager": ["/sign-off/", "/insight/", "/caseload/"],
        "editor": ["/admin/", "/admin/snippets/questionnaires/wording/", "/admin/reports/site-history/"],
    }
    for who, addresses in own.items():
        page = page_for(DESK)
        page.context.add_cookies([{"name": "sessionid", "value": session_of(east.people[who], east), "url": base}])
        seen = everything_seen(page, base, addresses)
        assert not [words for words in (*NOT_SHOWN, places.north.owner.name) if words in seen], who
        assert over_the_api(page, base, PERSON, id=person) == {"youngPerson": None}, who
    counted = totals_of(east.manager, east)
    assert not any(one["count"] for one in counted["counts"])
