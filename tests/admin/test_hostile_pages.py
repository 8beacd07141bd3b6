"""Forms about pages with another council's numbers put in. Each has its control: the same with one's own succeeds."""

import json

import pytest
from wagtail.models import GroupPagePermission, Page

from leavingwell.content.models import OfferPage
from leavingwell.platform.councils.scope import scope
from tests.admin.asking import at, errors_in, form_in, send, text_of, was_saved


@pytest.fixture
def client(here):
    return at(here.council, here.household.editor)


def address(page, what):
    return f"/admin/pages/{page.pk}/{what}/"


def link_to(page, kind="page"):
    """What the rich text editor sends for one paragraph with one link."""
    block = {"key": "a", "text": "here", "type": "unstyled", "depth": 0, "inlineStyleRanges": []}
    block["entityRanges"] = [{"key": 0, "offset": 0, "length": 4}]
    data = {"id": page.pk, "parentId": None, "url": "/x/", "linktype": kind}
    return json.dumps({"blocks": [block], "entityMap": {"0": {"type": "LINK", "mutability": "MUTABLE", "data": data}}})


def titles(place):
    return set(Page.objects.filter(path__startswith=place.home.path).values_list("title", flat=True))


def test_editing_a_page(client, here, elsewhere):
    form = form_in(client.get(address(here.offer, "edit")))
    assert client.post(address(elsewhere.offer, "edit"), {**form, "title": "Stolen"}).status_code == 404
    assert "Stolen" not in titles(elsewhere)
    assert was_saved(client.post(address(here.offer, "edit"), {**form, "title": "Kept", "action-publish": "1"}))
    assert "Kept" in titles(here)


@pytest.mark.parametrize("what", ["delete", "unpublish"])
def test_deleting_and_unpublishing_a_page(client, here, elsewhere, what):
    assert client.post(address(elsewhere.offer, what)).status_code == 404
    assert Page.objects.get(pk=elsewhere.offer.pk).live
    assert was_saved(client.post(address(here.offer, what)))
    assert not Page.objects.filter(pk=here.offer.pk, live=True).exists()


def test_copying_a_page_into_another_council(client, here, elsewhere):
    copied = {"new_title": "Copy", "new_slug": "copy"}
    answer = client.post(address(here.page, "copy"), {**copied, "new_parent_page": elsewhere.home.pk})
    assert answer.status_code == 404
    assert "eastmarsh" not in text_of(answer)
    assert "Copy" not in titles(elsewhere)
    assert was_saved(client.post(address(here.page, "copy"), {**copied, "new_parent_page": here.home.pk}))
    assert "Copy" in titles(here)


def test_copying_another_councils_page_to_ones_own(client, here, elsewhere):
    copied = {"new_title": "Copy", "new_slug": "copy", "new_parent_page": here.home.pk}
    assert client.post(address(elsewhere.page, "copy"), copied).status_code == 404
    assert "Copy" not in titles(here)


def test_moving_a_page_into_another_council(client, here, elsewhere):
    send(client, f"/admin/pages/add/content/standardpage/{here.home.pk}/", title="Parent", slug="parent")
    parent = Page.objects.get(slug="parent")
    assert client.post(address(here.page, f"move/{elsewhere.home.pk}/confirm")).status_code == 404
    assert was_saved(client.post(address(here.page, f"move/{parent.pk}/confirm")))
    assert Page.objects.get(pk=here.page.pk).get_parent().pk == parent.pk


@pytest.mark.parametrize("action", ["delete", "unpublish"])
def test_many_pages_at_once(client, here, elsewhere, action):
    many = f"/admin/bulk/wagtailcore/page/{action}/"
    both = client.post(f"{many}?id={here.offer.pk}&id={elsewhere.offer.pk}")
    assert both.status_code == 404
    assert Page.objects.filter(pk__in=[here.offer.pk, elsewhere.offer.pk], live=True).count() == 2
    assert was_saved(client.post(f"{many}?id={here.offer.pk}"))
    assert not Page.objects.filter(pk=here.offer.pk, live=True).exists()


def test_all_pages_at_once_are_those_of_one_place(client, here, elsewhere):
    everything = "/admin/bulk/wagtailcore/page/delete/?id=all"
    assert client.post(everything).status_code == 404
    assert client.post(f"{everything}&childOf={elsewhere.offer.get_parent().pk}").status_code == 404
    assert was_saved(client.post(f"{everything}&childOf={here.offer.get_parent().pk}"))
    assert not Page.objects.filter(pk=here.offer.pk).exists()
    assert Page.objects.filter(pk=elsewhere.offer.pk).exists()


def test_moving_many_pages_into_another_council(client, here, elsewhere):
    address = f"/admin/bulk/wagtailcore/page/move/?id={here.page.pk}"
    answer = client.post(address, {"chooser": elsewhere.home.pk})
    assert answer.status_code == 404
    assert "eastmarsh" not in text_of(answer)


@pytest.mark.parametrize("kind", ["page", "document"])
def test_a_link_in_rich_text(client, here, elsewhere, kind):
    target = {"page": (elsewhere.offer, here.page), "document": (elsewhere.document, here.document)}[kind]
    edit = address(here.offer, "edit")
    refused = send(client, edit, body_en=link_to(target[0], kind))
    stored = Page.objects.get(pk=here.offer.pk).get_latest_revision()
    assert stored is None or str(target[0].pk) not in stored.content["body_en"]
    if kind == "page":
        assert any("not your council" in error for error in errors_in(refused))
        assert json.loads(form_in(refused)["body_en"])["blocks"][0]["text"] == "here"  # the words are kept
        assert was_saved(send(client, edit, body_en=link_to(target[1], kind)))
        assert f'id="{target[1].pk}"' in Page.objects.get(pk=here.offer.pk).get_latest_revision().content["body_en"]


def test_the_root_that_all_share_can_be_no_link(client, here):
    chosen = "/admin/choose-page/chosen-multiple/?id={}"
    assert client.get(chosen.format(Page.get_first_root_node().pk)).status_code == 404
    assert client.get(chosen.format(here.offer.pk)).status_code == 200


def test_a_topic_that_is_another_councils(client, here, elsewhere):
    from leavingwell.content.models import OfferTopic

    edit = address(here.offer, "edit")
    assert errors_in(send(client, edit, topic=elsewhere.rows[OfferTopic].pk))
    assert was_saved(send(client, edit, topic=here.rows[OfferTopic].pk))


def test_a_session_on_another_councils_page(client, here, elsewhere):
    ping = "/admin/editing-sessions/ping/wagtailcore/page/{}/1/"
    assert client.post(ping.format(elsewhere.offer.pk)).status_code == 404
    assert client.post(ping.format("not-a-number")).status_code == 404
    assert client.post(ping.format(here.offer.pk)).status_code == 200


def test_a_translator_saves_drafts_and_neither_publishes_nor_deletes(here):
    client = at(here.council, here.household.translator)
    edit = address(here.offer, "edit")
    form = form_in(client.get(edit))
    client.post(edit, {**form, "heading_ar": "بطاقة حافلة", "action-publish": "1"})
    with scope(here.council):
        assert OfferPage.objects.get(pk=here.offer.pk).heading_ar is None
    assert Page.objects.get(pk=here.offer.pk).get_latest_revision().content["heading_ar"] == "بطاقة حافلة"
    client.post(address(here.page, "delete"))
    assert Page.objects.filter(pk=here.page.pk).exists()


def test_a_questionnaire_editor_has_no_pages(here):
    client = at(here.council, here.household.questionnaire_editor)
    assert client.get(address(here.offer, "edit")).status_code == 404


@pytest.mark.parametrize("what", ["delete", "unpublish", "copy"])
def test_the_pages_on_which_others_stand_stay(client, here, what):
    for page in (here.home, here.offer.get_parent()):
        client.post(address(page, what), {"new_title": "x", "new_slug": "x", "new_parent_page": here.home.pk})
    assert Page.objects.filter(pk__in=[here.home.pk, here.offer.get_parent().pk], live=True).count() == 2
    assert Page.objects.filter(path__startswith=here.home.path).count() == 4


def test_an_operator_acts_in_one_council_with_its_administrators_rights(here, elsewhere, nation):
    client = at(here.council, nation.operator)
    assert was_saved(send(client, address(here.offer, "edit"), title="By the operator"))
    assert client.get(address(elsewhere.offer, "edit")).status_code == 404
    assert not GroupPagePermission.objects.filter(group__user=nation.operator.user).exists()
