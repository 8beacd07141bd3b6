"""The screens "From the nation", and every way in which a council might try to write what is the nation's."""

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Page

from leavingwell.content.models import GlossaryTerm, HelpLine, OfferPage, StandardPage
from leavingwell.content.national.kinds import kind_of
from leavingwell.content.services.inheriting import copy_of, make_own_copy
from leavingwell.content.services.opening import home_page, offer_index
from leavingwell.platform.councils.scope import ScopeViolation, national_scope, scope
from tests.admin.asking import at, send, text_of, was_saved
from tests.admin.test_hostile_pages import link_to
from tests.content.national.conftest import KINDS, WORDS
from tests.factories import make_offer

LIST = "/admin/from-the-nation/"
CHANGED = "national text has changed since"


@pytest.fixture
def client(north, nation_says):
    return at(north.council, north.editor)


def address(national):
    return f"{LIST}{kind_of(national).name}/{national.pk}/"


def own_of(household, national):
    with scope(household.council):
        return copy_of(national)


@pytest.mark.parametrize("model", KINDS)
def test_an_editor_makes_a_copy_and_is_led_to_writing_it(client, north, nation_says, model):
    national = nation_says(model)
    page = text_of(client.get(address(national)))
    assert "make our own copy" in page
    assert "you can only read them here" in page
    answer = client.post(address(national), {"do": "copy"})
    own = own_of(north, national)
    assert answer.status_code == 302
    assert str(own.pk) in answer["Location"]
    assert client.get(answer["Location"]).status_code == 200
    assert "make our own copy" not in text_of(client.get(address(national)))


@pytest.mark.parametrize("model", KINDS)
def test_the_editor_sees_both_and_what_has_changed_since(client, north, nation_says, nation_changes, model):
    client.post(address(nation_says(model)), {"do": "copy"})
    assert CHANGED not in text_of(client.get(LIST))
    national = nation_changes(model, **{WORDS[model]: "The nation says more."})
    assert CHANGED in text_of(client.get(LIST))
    assert "national text has changed since you made your copy" in text_of(client.get("/admin/"))
    page = text_of(client.get(address(national)))
    assert "the national words have changed since you wrote yours" in page
    assert "the nation says more." in page
    assert "keep ours" in page
    assert "take the new national words" in page
    client.post(address(national), {"do": "keep"})
    assert CHANGED not in text_of(client.get(LIST))
    assert CHANGED not in text_of(client.get("/admin/"))


def test_taking_the_new_words_leads_to_the_draft_that_has_them(client, north, nation_says, nation_changes):
    client.post(address(nation_says(OfferPage)), {"do": "copy"})
    national = nation_changes(OfferPage, summary_en="The nation says more.")
    answer = client.post(address(national), {"do": "take"}, follow=True)
    assert "as a draft" in text_of(answer)
    assert "the nation says more." in text_of(answer)


def test_what_nobody_sends_is_no_crash(client, nation_says):
    national = nation_says(GlossaryTerm)
    assert client.post(address(national), {"do": "x"}).status_code == 302
    for do in ("keep", "take"):
        assert client.post(address(national), {"do": do}).status_code == 404  # there is no copy
    client.post(address(national), {"do": "copy"})
    assert "a copy of your own already" in text_of(client.post(address(national), {"do": "copy"}, follow=True))
    for wrong in ("word/x/", "offer/999999999/", "offer/999999999999999999999/", "spoon/1/", f"offer/{national.pk}/"):
        assert client.get(LIST + wrong).status_code == 404


def test_only_what_is_the_nations_is_compared(client, north, east, nation_says):
    with scope(east.council):
        theirs = GlossaryTerm.objects.create(term_en="Word of eastmarsh", meaning_en="x")
        offer = make_offer(east.council, "Offer of eastmarsh")
        make_own_copy(nation_says(GlossaryTerm), by=east.editor)
    for path in (f"word/{theirs.pk}/", f"offer/{offer.pk}/"):
        assert client.get(LIST + path).status_code == 404
        assert client.post(LIST + path, {"do": "copy"}).status_code == 404
    assert "eastmarsh" not in text_of(client.get(LIST))
    assert "make our own copy" in text_of(client.get(address(nation_says(GlossaryTerm))))  # theirs is not ours


def test_who_may_do_what(north, east, nation_says):
    national = nation_says(GlossaryTerm)
    translator = at(north.council, north.translator)
    assert "make our own copy" not in text_of(translator.get(address(national)))
    assert translator.post(address(national), {"do": "copy"}).status_code in (302, 403)
    assert own_of(north, national) is None
    for stranger in (north.questionnaire_editor, north.worker, None, east.editor):
        assert at(north.council, stranger).get(LIST).status_code in (302, 403)
        at(north.council, stranger).post(address(national), {"do": "copy"})
    assert own_of(north, national) is None


def everything_national():
    with national_scope("look for a test"):
        pages = OfferPage.objects.filter(council=None), StandardPage.objects.filter(council=None)
        rows = [list(rows.order_by("pk").values()) for rows in pages]
        tree = list(Page.objects.filter(path__startswith=nation_home().path).order_by("path").values())
        return rows, tree, list(HelpLine.objects.filter(council=None).values())


def nation_home():
    return Page.objects.get(slug="national-content", depth=2)


@pytest.mark.parametrize("role", ["admin", "editor", "translator"])
def test_no_form_writes_a_national_page(north, nation_says, role):
    client, page, home = at(north.council, north.people[role]), nation_says(OfferPage), nation_home()
    with scope(north.council):
        mine, own_home = make_offer(north.council, "Mine"), home_page(north.council)
    with national_scope("look for a test"):
        revision, index = page.save_revision().pk, page.get_parent()
    before, base = everything_national(), f"/admin/pages/{page.pk}"
    form = {"title": "Stolen", "slug": "stolen", "heading_en": "Stolen", "summary_en": "Stolen", "action-publish": "1"}
    copied = {"new_title": "Copy", "new_slug": "copy"}
    attempts = [
        (f"{base}/edit/", form),
        *((f"{base}/{what}/", {}) for what in ("delete", "unpublish", "move", f"move/{own_home.pk}/confirm")),
        (f"{base}/copy/", {**copied, "new_parent_page": own_home.pk}),
        (f"{base}/revisions/{revision}/revert/", form),
        (f"/admin/pages/{mine.pk}/revisions/{revision}/revert/", form),
        (f"/admin/pages/add/content/offerpage/{index.pk}/", form),
        (f"/admin/pages/{mine.pk}/move/{index.pk}/confirm/", {}),
        (f"/admin/pages/{mine.pk}/copy/", {**copied, "new_parent_page": index.pk}),
        *((f"/admin/bulk/wagtailcore/page/{what}/?id={page.pk}", {}) for what in ("delete", "unpublish", "publish")),
        (f"/admin/bulk/wagtailcore/page/move/?id={mine.pk}", {"chooser": index.pk}),
        (f"/admin/bulk/wagtailcore/page/delete/?id=all&childOf={home.pk}", {}),
    ]
    assert [path for path, sent in attempts if client.post(path, sent).status_code < 400] == []
    assert everything_national() == before


@pytest.mark.parametrize("model", KINDS)
def test_the_database_refuses_what_no_form_could_send(north, nation_says, model):
    row = nation_says(model)
    with scope(north.council):
        for attempt in (
            lambda: model.objects.filter(pk=row.pk).update(**{WORDS[model]: "Stolen"}),
            lambda: model.objects.filter(pk=row.pk).delete(),
        ):
            with pytest.raises(ScopeViolation), transaction.atomic():
                attempt()


def test_a_link_may_lead_to_a_national_page_and_reads_the_same_everywhere(client, north, nation_says):
    page = nation_says(StandardPage)
    with scope(north.council):
        mine, own_home = make_offer(north.council, "Mine"), home_page(north.council)
    listed = client.get(reverse("wagtailadmin_choose_page_child", args=[own_home.pk]))
    assert "national" in text_of(listed)
    inside = client.get(reverse("wagtailadmin_choose_page_child", args=[nation_home().pk]))
    assert "what you can expect" in text_of(inside)
    edit = f"/admin/pages/{mine.pk}/edit/"
    assert was_saved(send(client, edit, body_en=link_to(page)))
    with scope(north.council):
        assert page.get_url() == f"/page/{page.slug}/"
    assert client.get(f"/admin/pages/{nation_home().pk}/").status_code in (302, 404)  # nothing there to work on


def test_the_screens_cost_the_same_for_two_copies_and_for_eight(client, north, nation_says):
    counts = []
    with scope(north.council):
        index = offer_index(north.council)
    assert index.live
    for number in (2, 8):
        with scope(north.council):
            found = list(OfferPage.objects.filter(council=None).order_by("pk")[:number])
            for national in found:
                if copy_of(national) is None:
                    make_own_copy(national, by=north.editor)
        for page in (LIST, "/admin/"):
            client.get(page)
            with CaptureQueriesContext(connection) as queries:
                assert client.get(page).status_code == 200
            counts.append(len(queries))
    assert counts[:2] == counts[2:]
