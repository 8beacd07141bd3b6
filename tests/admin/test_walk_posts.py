"""What would make the walk worthless: forms that change nothing at home either, and numbers of two councils mixed."""

from tests.admin.addresses import mixed_addresses
from tests.admin.everything import everything_of
from tests.admin.walking import METHODS, client_for, form_about, walk, walked
from tests.turns import in_turn

CHANGED = {  # by which views what is changed
    "wagtailadmin_pages": {"wagtailcore.Page", "wagtailcore.Revision"},
    "wagtailimages": {"wagtailimages.Image"},
    "wagtaildocs": {"wagtaildocs.Document"},
    "wagtailsnippets_content_notice": {"content.Notice"},
    "wagtailsnippets_questionnaires_wording": {"questionnaires.Wording"},
    "wagtailsnippets_themes_theme": {"themes.Theme"},
}


def test_the_same_forms_do_change_ones_own_council(here, nation):
    """Otherwise the walk would prove nothing."""
    before = everything_of(here)
    addresses = [address for name, address in walked(here) if name.partition(":")[0] in CHANGED]
    walk(client_for("admin", here, nation), [("post", address) for address in addresses], form_about(here))
    after = everything_of(here)
    assert set().union(*CHANGED.values()) <= {label for label in before if before[label] != after[label]}


def test_ones_own_number_beside_another_councils_opens_nothing(here, elsewhere, nation):
    client, before = client_for("admin", here, nation), everything_of(elsewhere)
    addresses = sorted(set(mixed_addresses(here, elsewhere)))
    way = sorted((in_turn(METHODS, place), address) for place, address in enumerate(addresses))
    assert walk(client, way, form_about(elsewhere)) == ([], [])
    assert everything_of(elsewhere) == before
    assert any("/revisions/" in address for address in addresses)
