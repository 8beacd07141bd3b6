"""The walk: every address of the admin, with the other council's numbers, as every role that has an admin.

The addresses come from the resolver, so that views which a new Wagtail or a new app brings are walked as well. All
of the other council holds its short name, "eastmarsh": an answer that holds it has told something.
"""

import pytest
from django.urls import resolve

from leavingwell.platform.councils.admin import allowed
from tests.admin.addresses import URLCONF, addresses
from tests.admin.asking import at, text_of

TOKEN = "eastmarsh"
ROLES = ("admin", "editor", "questionnaire_editor", "translator", "operator")
NOT_A_PAGE = {  # answers posts only, leads on, or is nobody's right in a council
    "wagtailadmin_editing_sessions:ping",
    "wagtailadmin_editing_sessions:release",
    "wagtailadmin_dismissibles",
    "questionnaire_editor:reading_ease",
    "people_and_teams:invite_again",
    "wagtailadmin_pages:set_page_position",
    *(f"wagtailimages:{view}" for view in ("edit_multiple", "delete_multiple", "delete_upload_multiple")),
    *(f"wagtaildocs:{view}" for view in ("edit_multiple", "delete_multiple", "delete_upload_multiple")),
    *("offers:index", "wagtailsnippets_themes_theme:list", "wagtailadmin_pages:add_subpage"),
    *("wagtailadmin_explore_root", "wagtailadmin_choose_page", "wagtailadmin_pages:revisions_index"),
    *(f"wagtailsnippets_content_offertopic:{view}" for view in ("add", "edit", "delete", "history", "history_results")),
    *("wagtailimages:create_multiple_from_uploaded_image", "wagtaildocs:create_multiple_from_uploaded_document"),
}


def by_openness(place):
    """The addresses that the allow-list serves, and those that it does not, each with the name of its view."""
    found = {True: set(), False: set()}
    for address in set(addresses(place)):
        match = resolve(address.split("?")[0], urlconf=URLCONF)
        if match.view_name not in allowed.ANYBODY:
            found[allowed.is_open(match.view_name, match.kwargs)].add((match.view_name, address))
    return sorted(found[True]), sorted(found[False])


def walked(place):
    return by_openness(place)[0]


def person_in(role, here, nation):
    return nation.operator if role == "operator" else here.household.people[role]


@pytest.mark.parametrize("role", ROLES)
def test_no_address_tells_anything_of_another_council(role, here, elsewhere, nation):
    client = at(here.council, person_in(role, here, nation))
    told, broken = [], []
    for _name, address in walked(elsewhere):
        answer = client.get(address)
        if TOKEN in text_of(answer):
            told.append((answer.status_code, address))
        if answer.status_code >= 500:
            broken.append((answer.status_code, address))
    assert not told
    assert not broken


def test_the_same_walk_over_ones_own_council_arrives(here, elsewhere, nation):
    """Otherwise the walk would prove nothing: with one's own numbers the views answer, and tell what they should.

    Their lists, filters and menus tell no more than that.
    """
    client, arrived, told = at(here.council, here.household.admin), set(), set()
    for name, address in walked(here):
        answer = client.get(address)
        if answer.status_code == 200:
            arrived.add(name)
            if "northmoor" in text_of(answer):
                told.add(name)
        assert TOKEN not in text_of(answer), address
    assert {name for name, _address in walked(here)} - arrived - NOT_A_PAGE == set()
    assert {
        "wagtailadmin_pages:edit",
        "wagtailimages:edit",
        "wagtaildocs_chooser:chosen",
        "wagtail_bulk_action",
    } <= told


@pytest.mark.parametrize("role", ["admin", "operator"])
def test_what_is_not_on_the_list_is_closed(role, here, elsewhere, nation):
    client = at(here.council, person_in(role, here, nation))
    closed = by_openness(elsewhere)[1]
    answers = {address: client.get(address) for _name, address in closed}
    assert {address for address, answer in answers.items() if answer.status_code != 404} == set()
    assert {address for address, answer in answers.items() if TOKEN in text_of(answer)} == set()
    assert len(closed) > 200
