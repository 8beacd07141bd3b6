"""Two editors at once, history and restoring, and what links to a page that is taken down."""

import pytest
from bs4 import BeautifulSoup

from leavingwell.content.models import StandardPage, StoryPage
from leavingwell.content.services.opening import home_page
from leavingwell.platform.councils.scope import scope
from tests.admin.asking import at, form_in, send, text_of, was_saved


@pytest.fixture
def page(north):
    with scope(north.council):
        page = StandardPage(title="Rights", slug="rights", heading_en="First", heading_ar="الأول")
        home_page(north.council).add_child(instance=page)
        page.save_revision(user=north.editor.user).publish()
        return page


@pytest.fixture
def editor(north):
    return at(north.council, north.editor)


@pytest.fixture
def admin(north):
    return at(north.council, north.admin)


def edit(page):
    return f"/admin/pages/{page.pk}/edit/"


def draft_of(page, council):
    with scope(council):
        return StandardPage.objects.get(pk=page.pk).get_latest_revision_as_object()


@pytest.fixture
def second(editor, admin, page):
    """What the second editor gets, who opened the form before the first one saved."""
    opened = form_in(admin.get(edit(page)))
    assert was_saved(send(editor, edit(page), heading_en="The editor's", heading_ar="المحرر"))
    return admin.post(edit(page), {**opened, "heading_en": "The admin's"})


def sent_again(client, page, shown, button):
    form = BeautifulSoup(shown.content, "html.parser").select_one("form.editing-form")
    given = {one["name"]: one.get("value", "") for one in form.select("input[type=hidden]")}
    pressed = form.select_one(f'button[name="{button}"]')
    return client.post(edit(page), {**given, pressed["name"]: pressed["value"]})


def test_the_second_sees_both_texts_and_nothing_is_saved(second, page, north):
    assert second.status_code == 409
    shown = second.content.decode()
    assert "The editor&#x27;s" in shown
    assert "The admin&#x27;s" in shown
    assert "المحرر" in shown
    assert 'dir="rtl"' in shown
    assert draft_of(page, north.council).heading_en == "The editor's"


def test_they_save_theirs_and_the_others_stays_in_the_history(second, admin, page, north):
    assert was_saved(sent_again(admin, page, second, "loaded_revision_id"))
    assert draft_of(page, north.council).heading_en == "The admin's"
    with scope(north.council):
        kept = [one.content["heading_en"] for one in page.revisions.order_by("created_at")]
    assert kept == ["First", "The editor's", "The admin's"]


def test_or_they_keep_the_others_and_their_own_stays_in_the_history(second, admin, page, north):
    assert was_saved(sent_again(admin, page, second, "keep-theirs"))
    assert draft_of(page, north.council).heading_en == "The editor's"
    with scope(north.council):
        kept = [one.content["heading_en"] for one in page.revisions.order_by("created_at")]
    assert kept == ["First", "The editor's", "The admin's", "The editor's"]


def test_a_third_text_meanwhile_is_shown_again(second, admin, editor, page):
    assert was_saved(send(editor, edit(page), heading_en="Once more"))
    assert sent_again(admin, page, second, "loaded_revision_id").status_code == 409


def test_the_same_words_twice_are_no_conflict(editor, admin, page):
    opened = form_in(admin.get(edit(page)))
    assert was_saved(send(editor, edit(page), heading_en="Both"))
    assert was_saved(admin.post(edit(page), {**opened, "heading_en": "Both"}))


def test_publishing_waits_for_the_decision_too(editor, admin, page, north):
    opened = form_in(admin.get(edit(page)))
    assert was_saved(send(editor, edit(page), heading_en="The editor's"))
    shown = admin.post(edit(page), {**opened, "heading_en": "The admin's", "action-publish": "1"})
    assert shown.status_code == 409
    assert was_saved(sent_again(admin, page, shown, "loaded_revision_id"))
    with scope(north.council):
        assert StandardPage.objects.get(pk=page.pk).heading_en == "The admin's"


@pytest.mark.parametrize("loaded", ["x", "-1", "9" * 40, "\0"])
def test_a_forged_version_is_a_conflict_and_no_crash(admin, editor, page, loaded):
    opened = form_in(admin.get(edit(page)))
    assert admin.post(edit(page), {**opened, "heading_en": "X", "loaded_revision_id": loaded}).status_code == 409


def test_restoring_makes_a_new_draft_with_every_language(north, editor, page):
    with scope(north.council):
        first = page.revisions.get()
    assert was_saved(send(editor, edit(page), heading_en="Second", heading_ar="الثاني", **{"action-publish": "1"}))
    compared = editor.get(f"/admin/pages/{page.pk}/revisions/compare/{first.pk}...live/").content.decode()
    assert "Second" in compared
    assert "الثاني" in compared
    back = f"/admin/pages/{page.pk}/revisions/{first.pk}/revert/"
    opened = form_in(editor.get(back))
    assert (opened["heading_en"], opened["heading_ar"]) == ("First", "الأول")
    assert was_saved(editor.post(edit(page), {**opened, "revision": str(first.pk)}))
    draft = draft_of(page, north.council)
    assert (draft.heading_en, draft.heading_ar) == ("First", "الأول")
    with scope(north.council):
        assert StandardPage.objects.get(pk=page.pk).heading_en == "Second"


def test_blocks_come_back_too(north, editor):
    with scope(north.council):
        quote = [("quote", {"words": "Oldwords", "who": ""})]
        story = StoryPage(title="Sam", slug="sam", heading_en="Sam", body_en=quote)
        home_page(north.council).add_child(instance=story)
        old = story.save_revision()
        story.body_en = [("quote", {"words": "Newwords", "who": ""})]
        story.save_revision().publish()
    opened = editor.get(f"/admin/pages/{story.pk}/revisions/{old.pk}/revert/").content.decode()
    assert "Oldwords" in opened
    assert "Newwords" not in opened
    compared = editor.get(f"/admin/pages/{story.pk}/revisions/compare/{old.pk}...latest/").content.decode()
    assert "Oldwords" in compared
    assert "Newwords" in compared


def test_what_links_here_is_shown_before_it_goes(north, east, editor, page):
    with scope(north.council):
        body = f'<p><a linktype="page" id="{page.pk}">Rights</a></p>'
        linking = StandardPage(title="Leads there", slug="leads", heading_en="L", body_en=body)
        home_page(north.council).add_child(instance=linking)
    for address in ("delete", "unpublish"):
        assert "1 time" in editor.get(f"/admin/pages/{page.pk}/{address}/").content.decode()
    assert "Leads there" in editor.get(f"/admin/pages/{page.pk}/usage/").content.decode()
    outsider = at(east.council, east.admin)
    for address in (f"{page.pk}/usage/", f"{page.pk}/history/", f"{page.pk}/revisions/compare/earliest...latest/"):
        answer = outsider.get(f"/admin/pages/{address}")
        assert (answer.status_code, "leads" in text_of(answer)) == (404, False)
