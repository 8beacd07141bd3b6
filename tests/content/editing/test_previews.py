"""Previews: the portal's own page, drawn from a draft, for whoever holds its token."""

from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from django.core import signing
from django.test import Client
from django.utils import timezone

from leavingwell.content.editing import tokens
from leavingwell.content.editing.previews import token_for
from leavingwell.content.models import StandardPage
from leavingwell.content.services.opening import home_page
from leavingwell.platform.councils.scope import scope
from tests.admin.asking import at, form_in
from tests.factories import make_offer

PAGE = '{ page(slug: "rights") { heading { value } isPreview } preview { path } }'


@pytest.fixture
def page(north):
    """Live with one heading, and a draft with another."""
    with scope(north.council):
        page = StandardPage(title="Rights", slug="rights", heading_en="Your rights", heading_ar="حقوقك")
        home_page(north.council).add_child(instance=page)
        page.heading_en, page.heading_ar = "Your rights, drafted", "حقوقك الجديدة"
        page.save_revision(user=north.editor.user)
        return StandardPage.objects.get(pk=page.pk)


@pytest.fixture
def token(north, page):
    with scope(north.council):
        return token_for(page, by=north.editor.user, revision=page.latest_revision_id)


def seen(council, token, address="/page/rights/", **more):
    return Client(HTTP_HOST=council.host).get(address, {"preview": token, **more})


def asked(council, token, document=PAGE):
    headers = {"HTTP_X_PREVIEW_TOKEN": token} if token else {}
    client = Client(HTTP_HOST=council.host)
    return client.post("/graphql/", {"query": document}, content_type="application/json", **headers)


def test_the_token_shows_the_draft_and_nobody_else_sees_it(north, token):
    shown = seen(north.council, token)
    assert "Your rights, drafted" in shown.content.decode()
    assert "This is a draft." in shown.content.decode()
    live = Client(HTTP_HOST=north.council.host).get("/page/rights/").content.decode()
    assert "drafted" not in live
    assert "This is a draft." not in live


def test_a_preview_is_kept_by_nobody_and_framed_by_ourselves_alone(north, token):
    shown = seen(north.council, token)
    assert shown["Cache-Control"] == "private, no-store"
    assert shown["Referrer-Policy"] == "no-referrer"
    assert "frame-ancestors 'self'" in shown["Content-Security-Policy"]
    live = Client(HTTP_HOST=north.council.host).get("/page/rights/")
    assert "frame-ancestors 'none'" in live["Content-Security-Policy"]


def test_it_comes_in_the_language_of_its_address(north, token):
    shown = seen(north.council, token, language="ar").content.decode()
    assert "حقوقك الجديدة" in shown
    assert 'dir="rtl"' in shown
    assert "Your rights, drafted" in seen(north.council, token, language="xx").content.decode()


def test_another_front_end_gets_the_draft_with_the_token_in_a_header(north, token):
    answer = asked(north.council, token)
    assert answer.json()["data"] == {
        "page": {"heading": {"value": "Your rights, drafted"}, "isPreview": True},
        "preview": {"path": "/page/rights/"},
    }
    assert "no-store" in answer["Cache-Control"]
    without = asked(north.council, "").json()["data"]
    assert without == {"page": {"heading": {"value": "Your rights"}, "isPreview": False}, "preview": None}


@pytest.mark.parametrize("address", ["/page/rights/", "/offers/bus-pass/", "/offers/", "/"])
def test_the_portal_obeys_its_address_alone(north, token, address):
    """The header is for other front ends: here it would show a draft without saying so, or break the page."""
    with scope(north.council):
        make_offer(north.council, "Bus pass")
    usual = Client(HTTP_HOST=north.council.host).get(address)
    for header in ("x", token):
        client = Client(HTTP_HOST=north.council.host, headers={"X-Preview-Token": header})
        shown = client.get(address)
        assert shown.status_code == usual.status_code
        assert "drafted" not in shown.content.decode()
        assert client.get(address, {"preview": "x"}).status_code == 410


def test_it_shows_no_other_page(north, token):
    with scope(north.council):
        make_offer(north.council, "Bus pass")
    shown = seen(north.council, token, "/offers/bus-pass/").content.decode()
    assert "Bus pass" in shown
    assert "This is a draft." not in shown
    found = asked(north.council, token, '{ offer(slug: "bus-pass") { isPreview } }').json()["data"]
    assert found == {"offer": {"isPreview": False}}


def is_over(council, token):
    assert seen(council, token).status_code == 410
    body = asked(council, token).json()
    assert [error["extensions"]["code"] for error in body["errors"]] == ["PREVIEW_OVER"] * len(body["errors"])
    return "drafted" not in str(body)


def test_it_is_good_for_one_council(north, east, token):
    with scope(east.council):
        page = StandardPage(title="Rights", slug="rights", heading_en="Rights of the others")
        home_page(east.council).add_child(instance=page)
    assert is_over(east.council, token)


def test_it_ends_with_the_right_of_whoever_made_it(north, token):
    user = north.editor.user
    user.is_active = False
    user.save()
    assert is_over(north.council, token)
    user.is_active = True
    user.save()
    assert seen(north.council, token).status_code == 200
    user.groups.clear()
    assert is_over(north.council, token)


def test_it_ends_after_half_an_hour(north, token, monkeypatch):
    later = timezone.now() + timedelta(minutes=31)
    monkeypatch.setattr(timezone, "now", lambda: later)
    assert is_over(north.council, token)


@pytest.mark.parametrize("spoil", [lambda token: token[:-2] + "xx", lambda token: "x" * 3000, lambda token: "\0é:1:2"])
def test_a_token_that_was_changed_is_none(north, token, spoil):
    assert is_over(north.council, spoil(token)) if spoil(token).isascii() else True
    assert seen(north.council, spoil(token)).status_code == 410


def test_what_is_signed_for_something_else_is_no_token(north, token):
    forged = signing.dumps(signing.loads(token, salt=tokens.SALT), salt="something else")
    assert is_over(north.council, forged)


def test_a_deleted_version_is_over(north, page, token):
    with scope(north.council):
        page.revisions.all().delete()
    assert is_over(north.council, token)


@pytest.mark.parametrize("address", ["view_draft", "revisions/{revision}/view"])
def test_the_admin_leads_to_the_portal(north, page, address):
    client = at(north.council, north.editor)
    answer = client.get(f"/admin/pages/{page.pk}/{address.format(revision=page.latest_revision_id)}/?mode=ar")
    place = urlsplit(answer["Location"])
    assert (answer.status_code, place.path, parse_qs(place.query)["language"]) == (302, "/page/rights/", ["ar"])
    assert "حقوقك الجديدة" in client.get(answer["Location"]).content.decode()


def test_what_is_being_typed_is_shown_and_not_saved(north, page):
    client, place = at(north.council, north.editor), f"/admin/pages/{page.pk}/edit/preview/"
    form = form_in(client.get(f"/admin/pages/{page.pk}/edit/"))
    told = client.post(place, {**form, "heading_en": "Half a sent"}).json()
    assert told == {"is_valid": True, "is_available": True}
    answer = client.get(f"{place}?mode=en&in_preview_panel=true")
    assert "Half a sent" in client.get(answer["Location"]).content.decode()
    with scope(north.council):
        assert page.revisions.count() == 1


def test_a_page_that_was_never_saved_is_shown(north):
    client = at(north.council, north.editor)
    with scope(north.council):
        home = home_page(north.council)
    add = f"/admin/pages/add/content/standardpage/{home.pk}/"
    form = form_in(client.get(add))
    new = {**form, "title": "New", "slug": "new", "heading_en": "Brand new"}
    assert client.post(f"{add}preview/", new).json()["is_available"]
    answer = client.get(f"{add}preview/?mode=en")
    shown = Client(HTTP_HOST=north.council.host).get(answer["Location"])
    assert "Brand new" in shown.content.decode()
    assert Client(HTTP_HOST=north.council.host).get("/page/new/").status_code == 404


@pytest.mark.parametrize("who", ["translator", "questionnaire_editor", "worker", None])
def test_only_editors_of_the_page_make_previews(north, page, who):
    client = at(north.council, north.people[who] if who else None)
    answer = client.get(f"/admin/pages/{page.pk}/view_draft/")
    may = who == "translator"
    assert ("preview=" in answer.get("Location", "")) is may


def test_nobody_makes_one_of_another_councils_page(north, east, page):
    client = at(east.council, east.admin)
    for address in ("view_draft/", "edit/preview/", f"revisions/{page.latest_revision_id}/view/"):
        assert client.get(f"/admin/pages/{page.pk}/{address}").status_code == 404
