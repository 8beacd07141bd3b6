"""The walk: every page of the portal, found by its links, as everybody who has pages; and by those who have not."""

import os
from collections import Counter
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag
from django.db import transaction
from django.urls import URLResolver, get_resolver

from tests.conftest import check_links
from tests.factories import Household
from tests.portal.walk.crawling import URLCONF, Form, Walk, kind_of, match_of, soup_of
from tests.portal.walk.told import Told, told
from tests.portal.walk.walkers import client, walks_of
from tests.turns import some_in_turn

pytestmark = pytest.mark.django_db
VIEWS = "leavingwell.themes.portal.views."
SEEN_ELSEWHERE = {  # by what follows something that was just done, or by a script
    "emergency_open": "test_trust",
    "emergency_seen": "test_trust",
    "handed_back": "test_handing_over",
    "hints": "test_todo",
    "judge_quality": "test_judging",
    "kept": "test_nothing_lost",
    "throw_away": "test_nothing_lost",
    "offer_let_go": "test_saved_offers",
    "offline": "test_frame",
    "offline_worker": "test_frame",
    "plan_document": "test_plan",
    "question_preview": "test_preview",
    "review_without": "test_reviews",
    "still_here": "test_devices",
    "style": "test_frame",
    "theme": "test_headers",
    "withdraw_invitation": "test_details_page",
    "words_preview": "test_in_place",
}


@pytest.fixture(scope="module")
def places(_households: list[Household], django_db_blocker: Any) -> list[Told]:
    with django_db_blocker.unblock():
        made = [told(deepcopy(house)) for house in _households]
        check_links()
        return made


@pytest.fixture(scope="module")
def walks(places: list[Told], django_db_blocker: Any) -> dict[str | None, Walk]:
    """Everybody's walk through their own council."""
    with django_db_blocker.unblock():
        return walks_of(places[0])


def portal_views(resolver: Any = None) -> set[str]:
    found: set[str] = set()
    for entry in (resolver or get_resolver(URLCONF)).url_patterns:
        if isinstance(entry, URLResolver):
            found |= portal_views(entry)
        elif entry.callback.__module__.startswith(VIEWS):
            found.add(entry.name)
    return found


def pages_of(walks: dict[str | None, Walk]) -> Iterator[tuple[str, BeautifulSoup]]:
    for who, one in walks.items():
        for address, answer in one.pages.items():
            yield f"{who} at {address}", soup_of(answer)


def forms_of(walks: dict[str | None, Walk]) -> Iterator[tuple[str | None, Form]]:
    """One of each kind, as whoever found it first."""
    kinds = set()
    for who, one in walks.items():
        for form in one.forms.values():
            if kind_of(form.action) not in kinds:
                kinds.add(kind_of(form.action))
                yield who, form


def test_every_page_is_found_by_links_and_forms(walks: dict[str | None, Walk]) -> None:
    """Who starts at home finds all there is: no page is an orphan, and no link is broken."""
    reached = set().union(*(found.views for found in walks.values()))
    assert sorted(portal_views() - reached) == sorted(SEEN_ELSEWHERE)


def named(control: Tag, page: BeautifulSoup) -> bool:
    """Whether a screen reader has words for it."""
    if control.get("aria-label") or control.get("aria-labelledby") or control.find_parent("label"):
        return True
    return bool(control.get("id") and page.select_one(f'label[for="{control["id"]}"]'))


def faults_of(page: BeautifulSoup) -> list[str]:
    found = [f"{len(page.select('h1'))} headings of the first level"] if len(page.select("main h1")) != 1 else []
    found += ["no title"] if not (page.title and page.title.get_text(strip=True)) else []
    found += ["no language or direction"] if not (page.html and page.html.get("lang") and page.html.get("dir")) else []
    found += [f"#{one} twice" for one, times in Counter(t["id"] for t in page.select("[id]")).items() if times > 1]
    found += [f"no token: {form.get('action')}" for form in page.select("form[method=post]")
              if not form.select_one("[name=csrfmiddlewaretoken]")]  # fmt: skip
    found += [f"script in the page: {one}" for one in page.select("script:not([src]):not([type='application/json'])")]
    found += [f"{one.name}[{name}]" for one in page.find_all(True) for name in one.attrs
              if name == "style" or name.startswith("on")]  # fmt: skip
    found += [f"unnamed: {one}" for one in page.select("input:not([type=hidden]), select, textarea")
              if not named(one, page)]  # fmt: skip
    return found + [f"no alternative: {one}" for one in page.select("img:not([alt])")]


def test_every_page_is_sound_whatever_people_are_called(walks: dict[str | None, Walk]) -> None:
    """Names and words that hold markup are shown as words: nothing of them becomes part of the page."""
    faults, titles = {}, []
    for where, page in pages_of(walks):
        if found := faults_of(page):
            faults[where] = found
        if page.title and "of northmoor" in page.title.get_text():
            titles.append(where)
    assert faults == {}
    assert titles == []


def test_no_form_is_taken_without_its_token(walks: dict[str | None, Walk], places: list[Told]) -> None:
    taken = []
    for who, form in forms_of(walks):
        without = {name: value for name, value in form.fields.items() if name != "csrfmiddlewaretoken"}
        answer = client(places[0], who, csrf=True).post(form.action, without)
        if answer.status_code != 403 and answer.headers.get("Location") != "/kept/":
            taken.append((answer.status_code, form.action))
    assert taken == []


NONSENSE = ("\x00\u202e%s" * 9000, "9" * 400, "2024-02-30", "UGxhbjp4")


def sent_to(form: Form, place: int) -> list[dict[str, str]]:
    """Nothing, and nonsense in every field: of each field half of it today, and the other half tomorrow.

    `make proof` sends each nonsense in all fields at once.
    """
    if os.environ.get("EVERY_SCREEN"):
        return [{}, *(dict.fromkeys(form.fields, one) for one in NONSENSE)]
    pairs = {name: some_in_turn(NONSENSE, 2, place + number) for number, name in enumerate(form.fields)}
    return [{}, *({name: pair[which] for name, pair in pairs.items()} for which in (0, 1))]


def test_no_form_breaks_at_what_nobody_types(walks: dict[str | None, Walk], places: list[Told]) -> None:
    broken = []
    for place, (who, form) in enumerate(forms_of(walks)):
        for given in sent_to(form, place):
            with transaction.atomic():
                answer = client(places[0], who).post(form.action, given)
                transaction.set_rollback(True)
            if answer.status_code >= 500:
                broken.append((form.action, {name: value[:20] for name, value in given.items()}))
    assert broken == []


@pytest.mark.parametrize("who", [None, "other_owner", "other_worker", "editor"])
def test_nobody_else_in_the_council_reads_a_page_with_an_id(
    walks: dict[str | None, Walk], places: list[Told], who: str | None
) -> None:
    told_of = []
    visitor = client(places[0], who)
    for address in {one for found in walks.values() for one in found.pages if match_of(one).kwargs}:
        text = visitor.get(address).content.decode()
        told_of += [address for name in (*places[0].people, "Owner") if f"{name.title()} of northmoor" in text]
    assert told_of == []


def test_another_council_reads_nothing_by_any_address(walks: dict[str | None, Walk], places: list[Told]) -> None:
    told_of = []
    for who in ("owner", "worker", "manager"):
        visitor = client(places[1], who)
        for address in walks[who].pages:
            if "northmoor" in visitor.get(address).content.decode().lower():
                told_of.append((who, address))
    assert told_of == []
