"""What the checks find on a page, and that they only tell unless the council says more."""

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from leavingwell.content.checks.finding import found_on
from leavingwell.content.checks.keeping import check_every_page
from leavingwell.content.models import CheckedLink, ContentFinding, NewsPage, StandardPage
from leavingwell.content.services.content_rules import set_content_rules
from leavingwell.content.services.opening import home_page
from leavingwell.platform.councils.scope import scope
from tests.admin.asking import at, send, text_of, was_saved
from tests.factories import make_offer

LIST = "/admin/content-checks/"
Kind = ContentFinding.Kind
HARD = (
    "Notwithstanding the aforementioned eligibility considerations, applicants are required to demonstrate "
    "comprehensive documentary evidence of their accommodation circumstances, previous entitlements, anticipated "
    "expenditure, statutory responsibilities and continuing participation in appropriate educational provision."
)
EASY = "You can get help with your rent. Ask your worker. They can fill in the form with you. It is free. " * 3


@pytest.fixture(autouse=True)
def council(north):
    with scope(north.council):
        yield north.council


def kinds_of(page):
    return sorted({one.kind for one in found_on(page)})


def page_of(body="", **texts):
    return StandardPage(title="P", slug="p", heading_en="Rent", heading_ar="إيجار", body_en=body, **texts)


@pytest.mark.parametrize(
    ("body", "kinds"),
    [
        (f"<p>{EASY}</p>", []),
        (f"<p>{HARD}</p>", [Kind.HARD_TO_READ, Kind.LONG_SENTENCE]),
        ('<p>See <a href="mailto:a@b.test">click here</a>.</p>', [Kind.LINK_WORDS]),
        ("<p>DO NOT FORGET this.</p>", [Kind.CAPITALS]),
        ("<p>The NHS and the DWP help.</p>", []),
        ("<h4>Small</h4><p>Text</p><h3>Big</h3>", [Kind.HEADING_ORDER]),
        ("<h3>Big</h3><h4>Small</h4>", []),
    ],
)
def test_each_rule_finds_its_own(body, kinds):
    assert kinds_of(page_of(body, body_ar="<p>نص</p>")) == sorted(kinds)


def test_nothing_found_is_only_said_by_who_has_looked(north, council):
    cache.clear()
    client = at(council, north.editor)
    assert "Nobody has looked yet." in client.get(LIST).content.decode()
    ContentFinding.objects.all().delete()
    check_every_page()
    ContentFinding.objects.all().delete()
    shown = client.get(LIST).content.decode()
    assert "Nothing found." in shown
    assert "Nobody has looked yet." not in shown


def test_missing_translations_are_told_for_the_councils_languages():
    found = found_on(page_of("<p>Text</p>", intro_en="Short"))
    assert [(one.kind, one.language, one.words) for one in found] == [(Kind.NOT_TRANSLATED, "ar", "In short, Text")]


def test_a_picture_needs_words():
    body = [("picture", {"image": None, "alternative_text": " ", "decoration": False, "caption": ""})]
    assert Kind.NO_PICTURE_TEXT in kinds_of(NewsPage(title="N", slug="n", heading_en="N", body_en=body))
    body[0][1]["decoration"] = True
    assert Kind.NO_PICTURE_TEXT not in kinds_of(NewsPage(title="N", slug="n", heading_en="N", body_en=body))


def test_blocks_are_read_too():
    body = [
        ("text", '<p><a href="https://x.test/">here</a></p>'),
        ("callout", {"title": "", "words": "NOW OR NEVER AGAIN"}),
    ]
    assert {Kind.LINK_WORDS, Kind.CAPITALS} <= set(
        kinds_of(NewsPage(title="N", slug="n", heading_en="N", body_en=body))
    )


def test_broken_links_are_named_with_where_they_are(council):
    gone = "https://gone.test/a"
    CheckedLink.objects.create(address=gone, state="broken", answer="404", checked_at=timezone.now())
    unpublished = make_offer(council, "Old", live=False)
    body = f'<p><a href="{gone}">Rent help</a> <a linktype="page" id="{unpublished.pk}">the old offer</a></p>'
    found = [one for one in found_on(page_of(body)) if one.kind == Kind.BROKEN_LINK]
    assert [(one.language, one.place, one.words) for one in found] == [
        ("en", "Text", f"{gone} (404)"),
        ("en", "Text", "“the old offer” leads to a page that is not published."),
    ]


def add(council, slug, body="<p>STOP AND READ THIS.</p>"):
    page = StandardPage(title=slug, slug=slug, heading_en=slug, heading_ar=slug, body_en=body, body_ar="<p>نص</p>")
    home_page(council).add_child(instance=page)
    return page


def test_a_saved_page_is_on_the_list_until_it_is_mended(north, council):
    page, client = add(council, "loud"), at(council, north.editor)
    edit = f"/admin/pages/{page.pk}/edit/"
    assert was_saved(send(client, edit, heading_en="Loud"))
    assert "stop and read this" in text_of(client.get(f"{LIST}?kind=capitals"))
    assert "stop and read this" in text_of(client.get(edit))
    with scope(council):
        assert ContentFinding.objects.filter(page_id=page.pk, kind=Kind.CAPITALS).count() == 1
        page.refresh_from_db()
        page.body_en = "<p>Stop and read this.</p>"
        page.save_revision()
        check_every_page()
        assert not ContentFinding.objects.filter(page_id=page.pk, kind=Kind.CAPITALS).exists()


def test_findings_only_tell_unless_the_council_says_more(north, council):
    page, client = add(council, "loud"), at(council, north.editor)
    edit = f"/admin/pages/{page.pk}/edit/"
    assert was_saved(send(client, edit, heading_en="First", **{"action-publish": "1"}))
    with scope(council):
        set_content_rules(by=None, checks_must_pass=True)
    assert was_saved(send(client, edit, heading_en="Second", **{"action-publish": "1"}))
    client.post(f"/admin/bulk/wagtailcore/page/publish/?id={page.pk}", {})
    with scope(council):
        stored = StandardPage.objects.get(pk=page.pk)
        assert stored.heading_en == "First"
        assert stored.get_latest_revision_as_object().heading_en == "Second"
    assert "the checks found 1 thing" in client.get(edit).content.decode()


def test_the_list_is_the_councils_own(north, east, council):
    with scope(east.council):
        add(east.council, "eastern")
        check_every_page()
    assert "eastern" not in text_of(at(council, north.admin).get(LIST))
    assert "eastern" in text_of(at(east.council, east.admin).get(LIST))


@pytest.mark.parametrize("who", ["questionnaire_editor", "worker", None])
def test_it_is_for_those_who_edit_pages(north, council, who):
    client = at(council, north.people[who] if who else None)
    assert client.get(LIST).status_code in (302, 403)
    assert client.post(LIST).status_code in (302, 403)


@pytest.mark.parametrize("query", ["?kind=nothing", "?p=x", "?p=999999", "?kind=%00"])
def test_a_mistyped_address_shows_the_list(north, council, query):
    assert at(council, north.editor).get(LIST + query).status_code == 200


def test_the_list_costs_the_same_for_ten(north, council):
    client, costs = at(council, north.editor), []
    for number in (2, 8):
        for place in range(number):
            page = add(council, f"loud-{number}-{place}")
            ContentFinding.objects.create(page_id=page.pk, kind=Kind.CAPITALS, words="LOUD")
        client.get(LIST)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(LIST).status_code == 200
        costs.append(len(queries))
    assert costs[0] == costs[1]
