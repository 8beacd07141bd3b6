"""Offers in the admin: the form, the list, the button that notes a check, areas and topics shown early."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from leavingwell.content.models import Area, OfferPage, OfferTopic, OfferTopicStart
from leavingwell.platform.audit.models import AuditEntry
from leavingwell.platform.councils.scope import national_scope, scope
from tests.admin.asking import at, errors_in, form_in, send, was_saved
from tests.content.articles import blocks
from tests.content.pictures import make_image
from tests.factories import make_offer

CONTACT = {"name": "Desk", "role": "", "phone": "01632 960 100", "text_number": "", "email": "", "out_of_hours": False}


@pytest.fixture
def offer(north):
    with scope(north.council):
        Area.objects.create(code="coast", name_en="The coast")
        contacts = blocks(("contact", {**CONTACT, "hours": []}))
        return make_offer(north.council, "Bus pass", areas=["coast"], value=12, contacts=contacts)


@pytest.fixture
def client(north):
    return at(north.council, north.editor)


def edit(page):
    return f"/admin/pages/{page.pk}/edit/"


def stored(offer, council):
    with scope(council):
        return OfferPage.objects.get(pk=offer.pk)


def test_the_form_offers_ticks_for_whom_and_where(client, offer, north):
    page = client.get(edit(offer)).content.decode()
    assert 'type="checkbox" name="areas" value="coast"' in page
    assert 'type="checkbox" name="categories" value="eligible"' in page
    changes = {"categories": ["eligible", "relevant"], "circumstances": ["parent"], "areas": [], "youngest": "16"}
    assert was_saved(send(client, edit(offer), **changes, **{"action-publish": "1"}))
    now = stored(offer, north.council)
    assert (now.categories, now.circumstances, now.areas) == (["eligible", "relevant"], ["parent"], [])


def test_blocks_that_were_not_sent_stay_and_mangled_ones_are_refused(client, offer, north):
    assert was_saved(send(client, edit(offer), **{"action-publish": "1"}))
    assert [block.value["name"] for block in stored(offer, north.council).contacts] == ["Desk"]
    told = {"contacts-0-deleted": "", "contacts-0-order": "0", "contacts-0-type": "contact", "contacts-0-id": ""}
    for hostile in ({"contacts-count": "x"}, {"contacts-count": "1"}, {"contacts-count": "1", **told}):
        assert send(client, edit(offer), **hostile).status_code == 400, hostile
    assert len(stored(offer, north.council).contacts) == 1


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *[("value", "-1"), ("value", "NaN"), ("value_period", "daily"), ("youngest", "99"), ("categories", "king")],
        *[("areas", "moon"), ("next_check_on", "soon"), ("topic", "not-a-topic"), ("picture", "999999")],
    ],
)
def test_what_makes_no_sense_is_said_beside_its_field(client, offer, name, value):
    answer = send(client, edit(offer), **{name: value, "action-publish": "1"})
    assert answer.status_code == 200
    assert errors_in(answer)


def test_a_picture_says_what_it_shows(client, offer, north):
    with scope(north.council):
        image = make_image(north.council)
    without = send(client, edit(offer), picture=str(image.pk), **{"action-publish": "1"})
    assert "Say what the picture shows, for people who cannot see it." in errors_in(without)
    assert was_saved(send(client, edit(offer), picture=str(image.pk), picture_text_en="A bus"))


def test_checking_notes_who_and_when_on_the_page_and_its_draft(client, offer, north):
    assert was_saved(send(client, edit(offer), heading_en="A draft"))
    again = timezone.localdate() + timedelta(days=30)
    assert was_saved(send(client, f"/admin/offers/{offer.pk}/checked/", next_check_on=again.isoformat()))
    now = stored(offer, north.council)
    assert (now.last_checked_on, now.next_check_on) == (timezone.localdate(), again)
    assert now.last_checked_by == "Editor of northmoor"
    assert now.heading_en == "Bus pass"
    with scope(north.council):
        draft = now.get_latest_revision_as_object()
    assert (draft.heading_en, draft.next_check_on, draft.last_checked_by) == ("A draft", again, "Editor of northmoor")
    with scope(north.council):
        assert AuditEntry.objects.filter(action="offer.checked").count() == 1


def test_half_a_year_is_usual_and_a_foolish_day_is_refused(client, offer, north):
    address = f"/admin/offers/{offer.pk}/checked/"
    usual = timezone.localdate() + timedelta(days=182)
    assert form_in(client.get(address))["next_check_on"] == usual.isoformat()
    for foolish in ("2001-01-01", "2999-01-01", "soon", ""):
        answer = send(client, address, next_check_on=foolish)
        assert answer.status_code == 200, foolish
        assert errors_in(answer), foolish
    assert stored(offer, north.council).last_checked_on is None


def test_only_who_publishes_in_the_own_council_notes_a_check(offer, north, east):
    address = f"/admin/offers/{offer.pk}/checked/"
    assert at(north.council, north.translator).get(address).status_code in (302, 403)
    assert at(north.council, north.questionnaire_editor).get(address).status_code in (302, 403)
    assert at(east.council, east.editor).post(address, {"next_check_on": "2030-01-01"}).status_code == 404
    assert "/login" in at(north.council, None).get(address)["Location"]
    assert stored(offer, north.council).last_checked_on is None


def test_the_list_tells_what_is_due_and_which_headings_lack_an_offer(client, offer, north, east):
    with national_scope("a topic for a test"):
        OfferTopic.objects.create(
            council=None, code="employment", paragraph="d", order=4, title_en="Work", starts_on="2018-04-01"
        )
        OfferTopic.objects.create(council=None, code="money", paragraph="g", order=7, title_en="Money skills")
    with scope(north.council):
        soon = timezone.localdate() + timedelta(days=9)
        make_offer(north.council, "Gym", next_check_on=soon, last_checked_on=timezone.localdate())
        make_offer(north.council, "Draft", live=False)
    with scope(east.council):
        make_offer(east.council, "Elsewhere")
    page = client.get("/admin/offers/").content.decode()
    assert "1 heading has no live offer yet." in page
    assert "no offer yet" in page
    assert "not in force yet" in page
    assert "Elsewhere" not in page

    def listed(query):
        answer = client.get(f"/admin/offers/results/?{query}")
        assert answer.status_code == 200, query
        cells = BeautifulSoup(answer.content, "html.parser").select("[data-listing-page-title]")
        return {title for cell in cells for title in ("Bus pass", "Gym", "Draft") if title in cell.get_text()}

    assert listed("check=overdue") == {"Bus pass", "Draft"}
    assert listed("live=0") == {"Draft"}
    assert listed("q=gym") == {"Gym"}
    assert listed("q=%27%25") == set()
    assert listed("ordering=due") == {"Bus pass", "Gym", "Draft"}
    assert listed("topic=nonsense&check=nonsense&live=nonsense&ordering=nonsense&q=%00") == {"Bus pass", "Gym", "Draft"}


def test_the_list_costs_the_same_for_ten_as_for_two(client, offer, north):
    def counted():
        client.get("/admin/offers/")
        with CaptureQueriesContext(connection) as queries:
            assert client.get("/admin/offers/").status_code == 200
        return len(queries)

    with scope(north.council):
        make_offer(north.council)
    before = counted()
    with scope(north.council):
        for _number in range(4):
            make_offer(north.council)
    assert counted() == before


def test_a_topic_is_shown_early_by_the_councils_own_wish(north, east):
    with national_scope("a topic for a test"):
        money = OfferTopic.objects.create(council=None, code="money", paragraph="g", order=7, title_en="Money skills")
    add = "/admin/snippets/content/offertopicstart/add/"
    assert was_saved(send(at(north.council, north.admin), add, topic=str(money.pk), starts_on="2024-01-01"))
    with scope(north.council):
        assert OfferTopicStart.objects.get().topic == money
    with scope(east.council):
        assert not OfferTopicStart.objects.exists()
    twice = send(at(north.council, north.admin), add, topic=str(money.pk), starts_on="2024-02-01")
    assert twice.status_code == 200
    assert at(north.council, north.translator).get(add).status_code in (302, 403)
