"""The walk once more, sending forms: whatever is posted to whichever address, the other council stays as it was."""

import pytest

from leavingwell.content.models import OfferTopic
from leavingwell.platform.councils.scope import scope
from leavingwell.questionnaires.models import Wording
from leavingwell.themes.models import Theme
from tests.admin.addresses import mixed_addresses
from tests.admin.asking import text_of
from tests.admin.everything import everything_of
from tests.admin.walking import ROLES, TOKEN, client_for, walked

WORDS = ("title", "name", "text_en", "title_en", "label_en", "term_en", "meaning_en", "heading_en", "summary_en")


def form_about(place):
    """Words for every form that there is, and the place's rows where a form names any."""
    return {
        **dict.fromkeys(WORDS, "Stolen"),
        "slug": "stolen",
        "new_title": "Stolen",
        "new_slug": "stolen",
        "phone": "0300",
        "variant": "easy_read",
        "logo": place.image.pk,
        "logo_alternative_text": "Stolen",
        "collection": place.collection.pk,
        "indicator": place.rows[Wording].indicator_id,
        "topic": place.rows[OfferTopic].pk,
        "questionnaire": "outcomes",
        "action-publish": "1",
        "next": "https://example.org/",
    }


def post_everywhere(client, addresses, form):
    """What is answered: the addresses that told of the other council, and those that broke or led astray."""
    told, broken = [], []
    for address in addresses:
        answer = client.post(address, form)
        if TOKEN in text_of(answer):
            told.append(address)
        if answer.status_code >= 500 or "example.org" in answer.get("Location", ""):
            broken.append((answer.status_code, address))
    return told, broken


@pytest.mark.parametrize("role", ROLES)
def test_no_form_changes_anything_of_another_council(role, here, elsewhere, nation):
    client, before = client_for(role, here, nation), everything_of(elsewhere)
    addresses = sorted({address for _name, address in walked(elsewhere)})
    told, broken = post_everywhere(client, addresses, form_about(elsewhere))
    assert not told
    assert not broken
    assert everything_of(elsewhere) == before
    with scope(here.council):
        assert Theme.objects.get().logo_id == here.image.pk


def test_the_same_forms_do_change_ones_own_council(here, nation):
    """Otherwise the walk would prove nothing."""
    before = everything_of(here)
    addresses = sorted({address for _name, address in walked(here)})
    post_everywhere(client_for("admin", here, nation), addresses, form_about(here))
    after = everything_of(here)
    changed = {label for label in before if before[label] != after[label]}
    kinds = {"wagtailcore.Page", "wagtailcore.Revision", "wagtailimages.Image", "wagtaildocs.Document"}
    assert kinds | {"content.Notice", "questionnaires.Wording", "themes.Theme"} <= changed


def test_ones_own_number_beside_another_councils_opens_nothing(here, elsewhere, nation):
    client, before = client_for("admin", here, nation), everything_of(elsewhere)
    addresses = sorted(set(mixed_addresses(here, elsewhere)))
    told = [address for address in addresses if TOKEN in text_of(client.get(address))]
    told_of_forms, broken = post_everywhere(client, addresses, form_about(elsewhere))
    assert (told, told_of_forms, broken) == ([], [], [])
    assert everything_of(elsewhere) == before
    assert any("/revisions/" in address for address in addresses)
