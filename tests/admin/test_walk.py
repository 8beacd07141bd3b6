"""The walk: every view of the admin, with the other council's numbers, as every role that has an admin.

The addresses come from the resolver, so that views which a new Wagtail or a new app brings are walked as well. All
of the other council holds its short name, "eastmarsh": an answer that holds it has told something. Of each view some
roles ask for the page and the others send its form, whichever turn it is (`tests/turns.py`).
"""

from urllib.parse import urlsplit

import pytest
from django.contrib.auth.models import Group
from django.urls import resolve

from leavingwell.platform.councils.admin import allowed
from leavingwell.platform.councils.scope import scope
from leavingwell.themes.models import Theme
from tests.admin.addresses import addresses
from tests.admin.arguments import unfilled
from tests.admin.asking import text_of
from tests.admin.everything import everything_of
from tests.admin.patterns import URLCONF, patterns
from tests.admin.walking import ROLES, TOKEN, client_for, form_about, kind_of, steps, walk, walked

ONLY_POSTS = {"wagtailadmin_pages:set_page_position", "people_and_teams:invite_again"}
OF_THE_NATION = {"workbench:suggestion", "workbench:new_translator"}  # decided on the nation's own host
NOT_A_PAGE = {  # leads on, or is nobody's right in a council
    *ONLY_POSTS,
    *OF_THE_NATION,
    "wagtailsnippets_themes_theme:version",  # of a look that was never changed there is none
    *(f"wagtailadmin_pages:{view}" for view in ("preview_on_edit", "preview_on_add", "view_draft", "revisions_view")),
    *("offers:index", "wagtailsnippets_themes_theme:list", "wagtailadmin_pages:add_subpage"),
    *("wagtailadmin_explore_root", "wagtailadmin_choose_page", "wagtailadmin_pages:revisions_index"),
    *(f"wagtailsnippets_content_offertopic:{view}" for view in ("add", "edit", "delete", "history", "history_results")),
}
NATIONAL = "councils:"  # opening councils, at the nation's own address


def test_every_argument_of_every_address_can_be_filled(elsewhere):
    """A new one that cannot be says so here: `tests/admin/arguments.py` is where its values go."""
    assert unfilled(elsewhere, patterns()) == []


def viewed(address):
    """The view that answers: ours stand before some of Wagtail's."""
    return resolve(address.split("?")[0], urlconf=URLCONF).view_name


def leads_on(answer):
    """Not to the first page of the admin, where Wagtail sends whoever may not do a thing."""
    return answer.status_code == 302 and urlsplit(answer["Location"]).path not in ("/admin/", "/accounts/login/")


@pytest.mark.parametrize(("place", "role"), list(enumerate(ROLES)), ids=ROLES)
def test_no_address_tells_or_changes_anything_of_another_council(place, role, here, elsewhere, nation):
    client, before = client_for(role, here, nation), everything_of(elsewhere)
    way = steps([address for _name, address in walked(elsewhere)], place)
    told, broken = walk(client, way, form_about(elsewhere))
    assert (told, broken) == ([], [])
    assert everything_of(elsewhere) == before
    with scope(here.council):
        assert Theme.objects.get().logo_id == here.image.pk
    assert client.get("/admin/").status_code == 200  # still signed in: every step was taken as somebody


def test_the_same_walk_over_ones_own_council_arrives(here, elsewhere, nation):
    """Otherwise the walk would prove nothing: with one's own numbers the views answer, and tell what they should.

    Their lists, filters and menus tell no more than that.
    """
    client, arrived, told, kinds = client_for("admin", here, nation), set(), set(), set()
    for name, address in walked(here):
        if kind_of(address) in kinds:  # with another row it has arrived
            continue
        answer = client.get(address)
        if answer.status_code in (200, 405) or leads_on(answer):  # 405: it only takes forms
            arrived.add(name)
            kinds.add(kind_of(address))
            if "northmoor" in text_of(answer):
                told.add(name)
        assert TOKEN not in text_of(answer), address
    missed = {name for name, _address in walked(here)} - arrived - NOT_A_PAGE
    assert {name for name in missed if not name.startswith(NATIONAL)} == set()
    assert {
        "wagtailadmin_pages:edit",
        "wagtailimages:edit",
        "wagtaildocs_chooser:chosen",
        "wagtail_bulk_action",
    } <= told


@pytest.mark.parametrize("role", ["admin", "operator"])
def test_what_is_not_on_the_list_is_closed(role, here, nation):
    client, open_to_all = client_for(role, here, nation), set(walked(here))
    closed = {one for one in addresses(here) if one not in open_to_all and viewed(one[1]) not in allowed.ANYBODY}
    answers = {address: client.get(address) for _name, address in closed}
    assert {address for address, answer in answers.items() if answer.status_code != 404} == set()
    assert len(closed) > 120


def test_every_role_with_an_admin_walks(here):
    """The roles that have groups of their own, a manager who was given an editor's, and the nation's operator."""
    groups = Group.objects.filter(name__startswith=f"{here.council.slug} ")
    walking = {f"{here.council.slug} {here.household.people[role].role}" for role in ROLES if role != "operator"}
    assert {group.name for group in groups} <= walking
    assert "manager" in ROLES
