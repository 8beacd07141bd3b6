"""A second person approves what is published, where a council wants it."""

import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext

from leavingwell.content.models import ApprovalRequest, StandardPage
from leavingwell.content.services.content_rules import set_content_rules
from leavingwell.content.services.opening import home_page
from leavingwell.platform.audit.models import AuditEntry
from leavingwell.platform.councils.scope import scope
from tests.admin.asking import at, send, text_of, was_saved

LIST = "/admin/approvals/"


@pytest.fixture
def council(north):
    with scope(north.council):
        set_content_rules(by=None, second_person=True)
    return north.council


@pytest.fixture
def page(council):
    with scope(council):
        page = StandardPage(title="Rights", slug="rights", heading_en="Your rights")
        home_page(council).add_child(instance=page)
        return page


@pytest.fixture
def editor(north, council):
    return at(council, north.editor)


@pytest.fixture
def admin(north, council):
    return at(council, north.admin)


def edit(page):
    return f"/admin/pages/{page.pk}/edit/"


def stored(page, council):
    with scope(council):
        return StandardPage.objects.get(pk=page.pk)


def request_of(page, council):
    with scope(council):
        return ApprovalRequest.objects.filter(page_id=page.pk).last()


@pytest.fixture
def asked(editor, page, council):
    """The editor saves a draft and asks for approval of it, as a browser would."""
    answer = send(editor, edit(page), heading_en="Your new rights", **{"action-ask-for-approval": "1"})
    assert answer["Location"] == f"{LIST}{page.pk}/ask/"
    assert was_saved(editor.post(answer["Location"], {"comment": "Is the law right?"}))
    return request_of(page, council)


def test_nobody_publishes_alone(editor, admin, page, council):
    for client in (editor, admin):
        assert 'name="action-publish"' not in client.get(edit(page)).content.decode()
        assert was_saved(send(client, edit(page), heading_en="Alone", **{"action-publish": "1"}))
        client.post(f"/admin/bulk/wagtailcore/page/publish/?id={page.pk}", {})
    assert stored(page, council).heading_en == "Your rights"


def test_a_colleague_publishes_what_was_handed_in(admin, asked, page, council):
    shown = admin.get(f"{LIST}{page.pk}/").content.decode()
    assert "Is the law right?" in shown
    assert "preview=" in shown
    assert was_saved(admin.post(f"{LIST}{page.pk}/", {"approve": "1"}))
    assert stored(page, council).heading_en == "Your new rights"
    with scope(council):
        done = ApprovalRequest.objects.get(pk=asked.pk)
        assert (done.state, done.decided_by.role) == ("approved", "council_admin")
        actions = set(AuditEntry.objects.filter(subject_id=str(asked.pk)).values_list("action", flat=True))
    assert actions == {"ask_for_approval", "approval_approved"}


def test_what_has_become_impossible_since_is_told_and_nothing_is_done(admin, asked, page, council):
    """Somebody took the address that the draft wants."""
    with scope(council):
        home_page(council).add_child(instance=StandardPage(title="Other", slug="other", heading_en="Other"))
        version = asked.revision
        version.content = {**version.content, "slug": "other"}
        version.save()
    refused = admin.post(f"{LIST}{page.pk}/", {"approve": "1"})
    assert refused.status_code == 422
    assert "already in use" in text_of(refused)
    assert stored(page, council).heading_en == "Your rights"
    assert request_of(page, council).state == "waiting"


def test_nobody_approves_their_own(editor, asked, page, council):
    refused = editor.post(f"{LIST}{page.pk}/", {"approve": "1"})
    assert refused.status_code == 422
    assert "who wrote none of it" in text_of(refused)
    assert stored(page, council).heading_en == "Your rights"


def test_nor_what_they_wrote_a_part_of(admin, editor, page, council):
    assert was_saved(send(admin, edit(page), heading_en="Partly the admin's"))
    assert was_saved(send(editor, edit(page), heading_en="Partly the editor's"))
    assert was_saved(editor.post(f"{LIST}{page.pk}/ask/", {"comment": ""}))
    assert admin.post(f"{LIST}{page.pk}/", {"approve": "1"}).status_code == 422
    assert stored(page, council).heading_en == "Your rights"


def test_what_changed_since_is_not_published(admin, editor, asked, page, council):
    assert was_saved(send(editor, edit(page), heading_en="Slipped in"))
    assert "has changed since" in editor.get(edit(page)).content.decode()
    refused = admin.post(f"{LIST}{page.pk}/", {"approve": "1"})
    assert refused.status_code == 422
    assert stored(page, council).heading_en == "Your rights"


def test_not_even_when_it_was_written_over(admin, asked, page, council, north):
    """The editor's autosave writes over the version that was handed in."""
    with scope(council):
        draft = stored(page, council).get_latest_revision_as_object()
        draft.heading_en = "Slipped in"
        draft.save_revision(user=north.editor.user, overwrite_revision=draft.latest_revision)
    assert admin.post(f"{LIST}{page.pk}/", {"approve": "1"}).status_code == 422
    assert stored(page, council).heading_en == "Your rights"


def test_it_is_sent_back_with_a_reason(admin, editor, asked, page, council):
    without = admin.post(f"{LIST}{page.pk}/", {"reason": " ", "send-back": "1"})
    assert without.status_code == 422
    assert was_saved(admin.post(f"{LIST}{page.pk}/", {"reason": "Say it in plainer words.", "send-back": "1"}))
    assert "Say it in plainer words." in editor.get(edit(page)).content.decode()
    assert request_of(page, council).state == "sent_back"
    assert admin.post(f"{LIST}{page.pk}/", {"approve": "1"}).status_code == 404
    assert stored(page, council).heading_en == "Your rights"


def test_whoever_asked_takes_it_back(admin, editor, asked, page, council):
    assert admin.post(f"{LIST}{page.pk}/", {"withdraw": "1"}).status_code == 422
    assert was_saved(editor.post(f"{LIST}{page.pk}/", {"withdraw": "1"}))
    assert request_of(page, council).state == "withdrawn"


def test_an_incomplete_page_is_not_handed_in(editor, page, council):
    assert was_saved(send(editor, edit(page), heading_en=""))
    refused = editor.post(f"{LIST}{page.pk}/ask/", {"comment": ""})
    assert refused.status_code == 422
    assert request_of(page, council) is None


@pytest.mark.parametrize("comment", ["x" * 601, "a\0b"])
def test_bad_words_are_refused_and_kept(editor, page, comment):
    assert was_saved(send(editor, edit(page), heading_en="New"))
    assert editor.post(f"{LIST}{page.pk}/ask/", {"comment": comment}).status_code == 200


def test_what_is_published_already_is_not_handed_in(editor, page, council, north):
    with scope(council):
        stored(page, council).save_revision(user=north.editor.user).publish()
    refused = editor.post(f"{LIST}{page.pk}/ask/", {"comment": ""})
    assert (refused.status_code, "published already" in text_of(refused)) == (422, True)


def test_the_e_mails_tell_nothing_of_the_page(admin, editor, page, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        send(editor, edit(page), heading_en="Your new rights")
        editor.post(f"{LIST}{page.pk}/ask/", {"comment": "Is the law right?"})
    with django_capture_on_commit_callbacks(execute=True):
        admin.post(f"{LIST}{page.pk}/", {"reason": "Plainer words", "send-back": "1"})
    letters = [(letter.subject, letter.body) for letter in mail.outbox]
    assert {subject for subject, _body in letters} == {
        "A page waits for your approval",
        "There is an answer about a page of yours",
    }
    assert not [body for _subject, body in letters if "ights" in body or "law" in body or "Plainer" in body]


def test_another_council_knows_nothing_of_it(east, asked, page):
    client = at(east.council, east.admin)
    for address in (f"{page.pk}/", f"{page.pk}/ask/", f"{page.pk}/share/"):
        assert client.get(LIST + address).status_code == 404
        assert client.post(LIST + address, {"approve": "1"}).status_code == 404
    assert "rights" not in text_of(client.get(LIST))


@pytest.mark.parametrize("who", ["questionnaire_editor", "worker", "owner", None])
def test_it_is_for_those_who_edit_pages(north, asked, page, who):
    client = at(north.council, north.people[who] if who else None)
    for address in ("", f"{page.pk}/", f"{page.pk}/ask/", f"{page.pk}/share/", "rules/"):
        answer = client.get(LIST + address)
        assert answer.status_code in (302, 403, 404), address
        assert "new rights" not in text_of(answer)


def test_a_translator_hands_in_and_does_not_approve(north, asked, page, council):
    client = at(council, north.translator)
    assert client.post(f"{LIST}{page.pk}/", {"approve": "1"}).status_code == 422
    assert was_saved(send(client, edit(page), heading_ar="حقوقك"))
    assert was_saved(client.post(f"{LIST}{page.pk}/ask/", {"comment": ""}))


def test_the_rules_are_the_administrators(north, editor, admin, council):
    assert editor.get(f"{LIST}rules/").status_code in (302, 403)
    editor.post(f"{LIST}rules/", {})
    bad = admin.post(f"{LIST}rules/", {"second_person": "on", "preview_address": "http://elsewhere.test/"})
    assert "https://" in text_of(bad)
    assert was_saved(
        admin.post(f"{LIST}rules/", {"second_person": "on", "preview_address": "https://front.test/see?a=1"})
    )
    assert "https://front.test/see?a=1" in admin.get(f"{LIST}rules/").content.decode()


def test_a_preview_is_shared_with_the_councils_own_website(north, admin, editor, page, council):
    admin.post(f"{LIST}rules/", {"second_person": "on", "preview_address": "https://front.test/see?a=1"})
    assert was_saved(send(editor, edit(page), heading_en="New"))
    shown = editor.get(f"{LIST}{page.pk}/share/").content.decode()
    assert "https://front.test/see?a=1&amp;kind=standardpage&amp;slug=rights&amp;language=ar&amp;token=" in shown


def test_the_list_costs_the_same_for_ten(north, admin, council):
    def hand_in(number):
        with scope(council):
            for place in range(number):
                page = StandardPage(title=f"P{number}{place}", slug=f"p{number}{place}", heading_en="H", live=False)
                home_page(council).add_child(instance=page)
                version = page.save_revision(user=north.editor.user)
                ApprovalRequest.objects.create(
                    page_id=page.pk, revision=version, version_at=version.created_at, asked_by=north.editor
                )

    costs = []
    for number in (2, 8):
        hand_in(number)
        admin.get(LIST)
        with CaptureQueriesContext(connection) as queries:
            assert admin.get(LIST).status_code == 200
        costs.append(len(queries))
    assert costs[0] == costs[1]
