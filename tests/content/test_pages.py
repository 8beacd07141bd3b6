"""Pages in the admin: languages, drafts, publishing at a set time, and the way to the portal."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from leavingwell.content.editing.publishing import publish_due_in
from leavingwell.content.models import OfferPage
from leavingwell.content.services.opening import home_page, offer_index
from leavingwell.platform.councils.scope import scope
from tests.admin.asking import at, errors_in, form_in, send, was_saved
from tests.api import ask
from tests.factories import make_offer

OFFERS = "{ offers { edges { node { slug title { value } } } } }"


@pytest.fixture
def offer(north):
    with scope(north.council):
        return make_offer(
            north.council, "Bus pass", heading_pl="Bilet", summary_pl="Jedź wszędzie", heading_ar="بطاقة حافلة"
        )


@pytest.fixture
def client(north):
    return at(north.council, north.editor)


def edit(page):
    return f"/admin/pages/{page.pk}/edit/"


def an_hour_passes(page):
    past = timezone.now() - timedelta(minutes=1)
    revision = page.revisions.exclude(approved_go_live_at=None).get()
    revision.approved_go_live_at = past
    revision.content["go_live_at"] = past.isoformat()
    revision.save()


def as_stored(offer, council):
    with scope(council):
        return OfferPage.objects.get(pk=offer.pk)


def test_the_form_holds_the_councils_languages_and_no_other(client, offer):
    names = set(form_in(client.get(edit(offer))))
    assert {"heading_en", "heading_ar", "body_ar"} <= names
    assert not {"heading_pl", "heading_cy"} & names


def test_a_hidden_language_is_never_blanked(client, offer, north):
    assert was_saved(send(client, edit(offer), heading_en="A bus pass", **{"action-publish": "1"}))
    stored = as_stored(offer, north.council)
    assert (stored.heading_en, stored.heading_pl, stored.summary_pl) == ("A bus pass", "Bilet", "Jedź wszędzie")
    assert stored.heading_ar == "بطاقة حافلة"


def test_a_field_says_its_language_and_direction(client, offer):
    page = client.get(edit(offer)).content.decode()
    field = page[page.index('name="heading_ar"') :][:300]
    assert 'lang="ar"' in field
    assert 'dir="rtl"' in field
    assert '<div lang="ar" dir="rtl"><input type="hidden" name="body_ar"' in page


def test_english_is_needed_to_publish_but_not_for_a_draft(client, north):
    with scope(north.council):
        index = offer_index(north.council)
    new = {"title": "Draft", "slug": "draft", "heading_en": "", "summary_en": ""}
    add = f"/admin/pages/add/content/offerpage/{index.pk}/"
    refused = send(client, add, **new, **{"action-publish": "1"})
    assert errors_in(refused)
    assert form_in(refused)["title"] == "Draft"


def test_a_draft_is_not_live_and_publishing_makes_it_so(client, offer, north):
    assert was_saved(send(client, edit(offer), heading_en="Not yet"))
    assert as_stored(offer, north.council).heading_en == "Bus pass"
    assert was_saved(send(client, edit(offer), **{"action-publish": "1"}))
    assert as_stored(offer, north.council).heading_en == "Not yet"


def test_an_offer_goes_live_at_its_time(client, offer, north):
    with scope(north.council):
        offer.unpublish()
    later = timezone.localtime() + timedelta(hours=1)
    assert was_saved(send(client, edit(offer), go_live_at=f"{later:%Y-%m-%d %H:%M}", **{"action-publish": "1"}))
    assert not as_stored(offer, north.council).live
    an_hour_passes(offer)
    assert publish_due_in(north.council.pk) == 1
    stored = as_stored(offer, north.council)
    assert stored.live
    assert stored.council == north.council


def test_what_is_published_in_the_admin_is_what_the_api_tells(client, offer, north, east):
    assert was_saved(send(client, edit(offer), heading_en="A free bus pass", **{"action-publish": "1"}))
    found = ask(None, north.council, OFFERS)["data"]["offers"]["edges"]
    assert [edge["node"]["title"]["value"] for edge in found] == ["A free bus pass"]
    assert ask(None, east.council, OFFERS)["data"]["offers"]["edges"] == []


def test_view_live_leads_to_the_portal(client, offer, north):
    with scope(north.council):
        assert offer.get_full_url() == "http://northmoor.test/offers/bus-pass/"
        assert home_page(north.council).get_full_url() == "http://northmoor.test/"
    assert "/offers/bus-pass/" in client.get(edit(offer)).content.decode()


def test_searching_in_the_admin_finds_ones_own_pages(client, offer, north, east):
    with scope(east.council):
        make_offer(east.council, "Bus pass of Eastmarsh")
    call_command("within", "national", "index", "update_index", verbosity=0)
    found = client.get("/admin/pages/search/?q=Bus").content.decode()
    assert "Bus pass" in found
    assert "Eastmarsh" not in found
