"""Forms about snippets, images and documents with another council's or the nation's rows put in.

Each has its control: the same with one's own row succeeds.
"""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.documents.models import Document
from wagtail.images.models import Image
from wagtail.models import Collection, UploadedFile

from leavingwell.content.models import GlossaryTerm, HelpLine, Notice, OfferTopic
from leavingwell.platform.councils.scope import national_scope, scope
from leavingwell.questionnaires.models import ChoiceLabel, Domain, Indicator, Wording
from leavingwell.themes.models import Theme
from tests.admin.asking import at, errors_in, send, text_of, was_saved
from tests.admin.conftest import picture

TEXTS = {
    Notice: "title_en",
    HelpLine: "title_en",
    GlossaryTerm: "meaning_en",
    Wording: "text_en",
    ChoiceLabel: "label_en",
    Domain: "title_en",
}
OURS = [*TEXTS, OfferTopic, Theme]


@pytest.fixture
def client(here):
    return at(here.council, here.household.editor)


def address(row, what, model=None):
    names = (model or type(row)).snippet_viewset
    return reverse(names.get_url_name(what), args=[row.pk] if row else [])


def now(row, field):
    with national_scope("look for a test"):
        return getattr(type(row).objects.get(pk=row.pk), field)


def is_there(row):
    with national_scope("look for a test"):
        return type(row).objects.filter(pk=row.pk).exists()


def national_of(model):
    with national_scope("look for a test"):
        if model in (Notice, HelpLine, GlossaryTerm):
            values = {"phone": "999"} if model is HelpLine else {}
            return model.objects.create(**{TEXTS[model]: "National"}, **values)
        return model.objects.filter(council=None).order_by("-pk").first()


def test_editing_another_councils_rows(client, here, elsewhere):
    for model, field in TEXTS.items():
        theirs = elsewhere.rows[model]
        before = now(theirs, field)
        assert client.post(address(theirs, "edit"), {field: "Stolen"}).status_code == 404
        assert now(theirs, field) == before
        assert was_saved(send(client, address(here.rows[model], "edit"), **{field: "Mended"}))
        assert now(here.rows[model], field) == "Mended"


def test_deleting_another_councils_rows(client, here, elsewhere):
    for model in OURS:
        assert client.post(address(elsewhere.rows[model], "delete")).status_code == 404
        assert is_there(elsewhere.rows[model])
        if model is not OfferTopic:  # those are the Act's: nobody in a council deletes them
            assert was_saved(client.post(address(here.rows[model], "delete")))
            assert not is_there(here.rows[model])


@pytest.mark.parametrize("role", ["admin", "editor", "questionnaire_editor", "translator", "operator"])
def test_no_role_changes_a_national_row_from_a_councils_host(here, nation, role):
    client = at(here.council, nation.operator if role == "operator" else here.household.people[role])
    for model, field in TEXTS.items():
        row = national_of(model)
        before = now(row, field)
        for what in ("edit", "delete"):
            answer = client.post(address(row, what), {field: "Stolen"})
            assert answer.status_code in (302, 403, 404)
            assert is_there(row)
            assert now(row, field) == before


def test_a_national_row_may_be_read(client, here):
    assert client.get(address(national_of(Wording), "inspect")).status_code == 200


def test_a_row_that_others_stand_on_stays(client, here):
    with scope(here.council):
        Indicator.objects.filter(council=here.council).update(domain=here.rows[Domain])
    answer = client.post(address(here.rows[Domain], "delete"), follow=True)
    assert "in use, so it stays" in text_of(answer)
    assert is_there(here.rows[Domain])


def test_many_snippets_at_once_is_closed(client, here, elsewhere):
    for place in (here, elsewhere):
        row = place.rows[Notice]
        assert client.post(f"/admin/bulk/content/notice/delete/?id={row.pk}").status_code == 404
        assert is_there(row)


def test_the_words_of_another_councils_own_question(client, here, elsewhere):
    add = address(None, "add", Wording)
    with national_scope("look for a test"):
        theirs = Indicator.objects.get(council=elsewhere.council)
        national = Indicator.objects.get(code="HOME-02")
    assert errors_in(send(client, add, indicator=theirs.pk, variant="easy_read", text_en="Easy?"))
    assert was_saved(send(client, add, indicator=national.pk, variant="easy_read", text_en="Easy?"))


def test_words_that_are_there_already_are_a_message(client, here):
    add = address(None, "add", Wording)
    with national_scope("look for a test"):
        national = Indicator.objects.get(code="HOME-01")  # the council has words of its own for it
    answer = send(client, add, indicator=national.pk, variant="standard", text_en="Again?")
    assert answer.status_code == 200
    assert "you have these words already" in text_of(answer)


def test_a_logo_from_another_councils_collection(client, here, elsewhere):
    edit = address(here.rows[Theme], "edit")
    refused = send(client, edit, logo=elsewhere.image.pk)
    assert any("not your council" in error for error in errors_in(refused))
    assert "eastmarsh" not in text_of(refused)
    assert now(here.rows[Theme], "logo_id") == here.image.pk
    with scope(here.council):
        second = Image.objects.create(title="Second", file=picture("second"), collection=here.collection)
    assert was_saved(send(client, edit, logo=second.pk))
    assert now(here.rows[Theme], "logo_id") == second.pk


def test_a_second_theme_is_a_message(client, here):
    answer = send(client, address(None, "add", Theme))
    assert answer.status_code == 200
    assert "there already" in text_of(answer)


@pytest.mark.parametrize("kind", ["image", "document"])
def test_files_of_another_council(client, here, elsewhere, kind):
    edit = {"image": "/admin/images/{}/", "document": "/admin/documents/edit/{}/"}[kind]
    mine, theirs = getattr(here, kind), getattr(elsewhere, kind)
    delete = {"image": "/admin/images/{}/delete/", "document": "/admin/documents/delete/{}/"}[kind]
    assert client.post(edit.format(theirs.pk), {"title": "Stolen"}).status_code == 404
    assert client.post(delete.format(theirs.pk)).status_code == 404
    assert type(theirs).objects.get(pk=theirs.pk).title == theirs.title
    assert was_saved(send(client, edit.format(mine.pk), title="Mended"))
    assert type(mine).objects.get(pk=mine.pk).title == "Mended"
    assert was_saved(client.post(delete.format(mine.pk)))


@pytest.mark.parametrize("kind", ["images/multiple", "documents/multiple"])
def test_a_file_goes_to_ones_own_collection_whatever_is_asked_for(client, here, elsewhere, kind):
    content = picture("new").read() if "images" in kind else b"text"
    name = "new.png" if "images" in kind else "new.txt"
    model = Image if "images" in kind else Document
    root = Collection.get_first_root_node()
    for collection in (elsewhere.collection, root, here.collection):
        posted = {"files[]": SimpleUploadedFile(name, content), "title": "New", "collection": collection.pk}
        client.post(f"/admin/{kind}/add/", posted, HTTP_X_REQUESTED_WITH="XMLHttpRequest")
    stored = model.objects.filter(title="New").values_list("collection_id", flat=True)
    assert set(stored) == {here.collection.pk}


def test_a_file_that_another_councils_editor_has_half_uploaded(client, here, elsewhere):
    theirs = UploadedFile.objects.create(
        for_content_type_id=1, file=picture("half"), uploaded_by_user=elsewhere.household.editor.user
    )
    for address in ("create_from_uploaded_image", "delete_upload"):
        answer = client.post(
            f"/admin/images/multiple/{address}/{theirs.pk}/", {}, HTTP_X_REQUESTED_WITH="XMLHttpRequest"
        )
        assert answer.status_code in (403, 404)
    assert UploadedFile.objects.filter(pk=theirs.pk).exists()


def test_forms_for_files_have_no_tags(client, here):
    for address in (f"/admin/images/{here.image.pk}/", f"/admin/documents/edit/{here.document.pk}/"):
        assert 'name="tags"' not in client.get(address).content.decode()


def test_roles_without_the_right_change_nothing(here):
    client = at(here.council, here.household.questionnaire_editor)
    assert client.post(address(here.rows[Theme], "edit"), {}).status_code in (302, 403)
    assert client.post(address(here.rows[Notice], "edit"), {"title_en": "Stolen"}).status_code in (302, 403)
    assert now(here.rows[Notice], "title_en") != "Stolen"


def test_a_translator_mends_ones_own_words_but_adds_and_deletes_none(here):
    client = at(here.council, here.household.translator)
    mine = here.rows[Wording]
    assert was_saved(send(client, address(mine, "edit"), text_ar="كلمات"))
    assert now(mine, "text_ar") == "كلمات"
    client.post(address(mine, "delete"))
    assert is_there(mine)
    client.post(address(None, "add", Wording), {"text_en": "New"})
    client.post(address(national_of(Wording), "reword"), {"text_en": "New"})
    with scope(here.council):
        assert not Wording.objects.filter(text_en="New").exists()
