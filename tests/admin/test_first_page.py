"""The admin's first page: what needs doing, for whom it is; and each role's menu, walked."""

from datetime import timedelta
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.users.models import UserProfile

from leavingwell.content.models import Notice
from leavingwell.platform.councils.scope import scope
from leavingwell.platform.plans.models import Plan
from leavingwell.questionnaires.models import QuestionnaireVersion, Remark
from tests.admin.asking import at, at_the_nation
from tests.factories import Household, make_offer

HOME = "/admin/"
MENUS = {
    "admin": {"People and teams", "Rules for plans", "Configuration", "Languages", "Questions", "Local offer"},
    "editor": {"Languages", "Questions", "Local offer"},
    "questionnaire_editor": {"Questions"},
    "translator": {"Questions", "Local offer"},
}


def told(client: Any) -> dict[str, int]:
    page = BeautifulSoup(client.get(HOME).content, "html.parser")
    return {one["href"]: int(one.strong.string) for one in page.select(".admin-doing a")}


def number_at(found: dict[str, int], start: str) -> int:
    return sum(number for address, number in found.items() if address.startswith(start))


def add_work(house: Household, number: int) -> None:
    with scope(house.council):
        version = QuestionnaireVersion.objects.first()
        for one in range(number):
            offer = make_offer(house.council, f"Offer {one} of {number}")
            offer.summary_en = "Other words"
            offer.save_revision(user=house.editor.user)
            Remark.objects.create(
                young_person=house.young_person,
                questionnaire_version=version,
                question_code="HOME-03",
                kind="hard",
                language="en",
            )
            Notice.objects.create(title_en=f"Notice {one}")
        Plan.objects.filter(pk=house.plan.pk).update(current_until=timezone.localdate() - timedelta(days=3))


def test_it_says_what_needs_doing_with_numbers_and_links(north: Household) -> None:
    add_work(north, 2)
    admin, editor = told(at(north.council, north.admin)), told(at(north.council, north.editor))
    assert number_at(editor, "/admin/drafts/?whose=mine") == number_at(admin, "/admin/drafts/?whose=others") == 2
    assert number_at(editor, "/admin/offers/?check=overdue") == 2
    assert number_at(editor, "/admin/what-young-people-say/") == 2
    assert number_at(editor, "/admin/snippets/content/notice/") == 2  # in Arabic
    assert number_at(admin, "/insight/") == 1
    assert number_at(admin, "/admin/people/") > 0
    assert number_at(editor, "/admin/people/") == number_at(editor, "/insight/") == 0
    assert "Owner of" not in str(at(north.council, north.admin).get(HOME).content)


@pytest.mark.parametrize("role", MENUS)
def test_each_link_of_the_page_and_the_menu_opens_for_whom_it_is_shown(north: Household, role: str) -> None:
    add_work(north, 1)
    client = at(north.council, north.people[role])
    page = BeautifulSoup(client.get(HOME).content, "html.parser")
    links = {one["href"] for one in page.select(".admin-doing a, .admin-tasks a")} | set(menu_of(page).values())
    assert len(links) > 3
    answers = {link: client.get(link, follow=True).status_code for link in links}
    assert {link: status for link, status in answers.items() if status != 200} == {}


def items_in(module: Any) -> dict[str, str]:
    """The labels and addresses in Wagtail's telepath data of the side menu."""
    if isinstance(module, list):
        return {name: url for one in module for name, url in items_in(one).items()}
    if not isinstance(module, dict):
        return {}
    found = items_in(list(module.values()))
    if isinstance(module.get("url"), str) and isinstance(module.get("label"), str):
        found[module["label"]] = module["url"]
    return found


def menu_of(page: BeautifulSoup) -> dict[str, str]:
    import json

    data = json.loads(page.select_one("#wagtail-sidebar-props").string)
    return {name: url for name, url in items_in(data).items() if url.startswith("/admin/") and "logout" not in url}


@pytest.mark.parametrize("role", MENUS)
def test_the_menu_holds_what_the_role_needs_and_no_more(north: Household, role: str) -> None:
    text = at(north.council, north.people[role]).get(HOME).content.decode()
    everything = set().union(*MENUS.values())
    shown = {name for name in everything if f'"label": "{name}"' in text or f'label": "{name}' in text}
    assert shown == MENUS[role]


def test_it_costs_the_same_however_much_waits(north: Household) -> None:
    client = at(north.council, north.admin)
    add_work(north, 2)
    client.get(HOME)
    with CaptureQueriesContext(connection) as few:
        client.get(HOME)
    add_work(north, 10)
    with CaptureQueriesContext(connection) as many:
        client.get(HOME)
    assert len(many) == len(few)


def test_nothing_of_another_council_is_counted(north: Household, east: Household) -> None:
    before = told(at(north.council, north.admin))
    add_work(east, 2)
    assert told(at(north.council, north.admin)) == before


def test_the_nation_has_no_such_list(north: Household, nation: Any) -> None:
    add_work(north, 1)
    assert told(at_the_nation(nation.operator.user)) == {}


def test_drafts_are_listed_for_those_who_may_edit_them(north: Household, east: Household) -> None:
    add_work(north, 1)
    page = at(north.council, north.editor).get("/admin/drafts/?whose=mine").content.decode()
    assert "Offer 0 of 1" in page
    assert "Offer 0 of 1" not in at(north.council, north.admin).get("/admin/drafts/?whose=mine").content.decode()
    assert "Offer 0 of 1" not in at(east.council, east.editor).get("/admin/drafts/").content.decode()
    assert at(north.council, north.questionnaire_editor).get("/admin/drafts/").status_code in (302, 403)


def test_the_admin_speaks_welsh_to_those_who_choose_it(north: Household) -> None:
    client = at(north.council, north.editor)
    assert "Dangosfwrdd" not in client.get(HOME).content.decode()
    UserProfile.objects.update_or_create(user=north.editor.user, defaults={"preferred_language": "cy"})
    answer = client.get(HOME).content.decode()
    assert 'lang="cy"' in answer
    assert "Cyfrif" in answer  # Wagtail's own word for the account
