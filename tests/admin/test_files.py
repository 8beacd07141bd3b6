"""Documents and images by their address."""

import re

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from wagtail.documents.models import Document
from wagtail.models import Collection

from tests.admin.asking import at
from tests.admin.conftest import picture

CSRF = re.compile(r'value="\w{64}"')


def test_a_document_is_served_on_its_own_councils_host_alone(here, elsewhere):
    visitor = Client(HTTP_HOST=here.council.host)
    assert visitor.get(here.document.url).status_code == 200
    assert visitor.get(elsewhere.document.url).status_code == 404
    assert at(here.council, here.household.admin).get(elsewhere.document.url).status_code == 404
    assert Client(HTTP_HOST="national.test").get(here.document.url).status_code == 404
    assert Client(HTTP_HOST="nowhere.example.org").get(here.document.url).status_code == 404


def test_an_unknown_document_and_another_councils_answer_alike(here, elsewhere):
    visitor = Client(HTTP_HOST=here.council.host)
    unknown, theirs = "/files/999999/nothing.txt", elsewhere.document.url
    told = [visitor.get(address).content.decode().replace(address, "…") for address in (unknown, theirs)]
    assert CSRF.sub("", told[0]) == CSRF.sub("", told[1])


def test_a_picture_is_public_as_its_form_says_on_its_own_councils_host(here, elsewhere):
    page = at(here.council, here.household.editor).get("/admin/images/add/")
    assert "anybody who has the address can open it" in page.content.decode()
    visitor, smaller = Client(HTTP_HOST=here.council.host), "max-4x4"
    for address in (here.image.file.url, here.image.get_rendition(smaller).url):
        assert visitor.get(address).status_code == 200
    for address in (elsewhere.image.file.url, elsewhere.image.get_rendition(smaller).url):
        assert visitor.get(address).status_code == 404


def test_by_its_name_in_the_store_a_document_is_served_nowhere(here, elsewhere):
    visitor = Client(HTTP_HOST=here.council.host)
    for document in (here.document, elsewhere.document):
        assert visitor.get(document.file.url).status_code == 404


@pytest.mark.parametrize("path", ["%00", "../settings.py", "%2e%2e/settings.py", "original_images/", "x" * 5000])
def test_no_other_path_among_the_pictures_leads_anywhere(here, path):
    assert Client(HTTP_HOST=here.council.host, raise_request_exception=False).get(f"/media/{path}").status_code == 404


def test_a_copy_of_another_councils_picture_is_not_pointed_out_as_one(here, elsewhere):
    """Wagtail warns of duplicates, with their title: only of those in one's own collection."""
    client = at(here.council, here.household.editor)
    for place in (here, elsewhere):
        place.image.get_file_hash()
    posted = {"files[]": SimpleUploadedFile("same.png", picture("same").read()), "title": "Same"}
    answer = client.post("/admin/images/multiple/add/", posted, HTTP_X_REQUESTED_WITH="XMLHttpRequest")
    assert answer.status_code == 200
    assert "eastmarsh" not in answer.content.decode().lower()
    assert "northmoor" in answer.content.decode().lower()  # one's own, which has the same content, is pointed out


SIGNED_IN, EDITORS = "Only people who have signed in", "Only our editors"


def private(place, name, filename="plan.pdf"):
    collection = Collection.objects.get(name=name, path__startswith=place.collection.path)
    return Document.objects.create(title="Private", file=ContentFile(b"%PDF-1.7", name=filename), collection=collection)


def test_a_document_for_people_who_have_signed_in(here, elsewhere):
    address = private(here, SIGNED_IN).url
    for who in ("owner", "supporter", "worker", "editor"):
        assert at(here.council, here.household.people[who]).get(address).status_code == 200
    answer = at(here.council, None).get(address)
    assert answer["Location"] == f"/accounts/login/?next={address}"
    for person in (elsewhere.household.admin, elsewhere.household.people["owner"]):
        assert at(here.council, person).get(address).status_code == 302  # whom this council does not know
        assert at(elsewhere.council, person).get(address).status_code == 404


def test_a_document_for_editors(here, elsewhere, nation):
    address = private(here, EDITORS).url
    for who in ("admin", "editor", "questionnaire_editor", "translator"):
        assert at(here.council, here.household.people[who]).get(address).status_code == 200
    assert at(here.council, nation.operator).get(address).status_code == 200
    for who in ("owner", "supporter", "worker", "manager"):
        assert at(here.council, here.household.people[who]).get(address).status_code == 404
    assert at(here.council, None).get(address).status_code == 302
    assert at(elsewhere.council, elsewhere.household.admin).get(address).status_code == 404


def test_a_document_is_saved_and_never_shown_and_nothing_in_it_runs(here):
    answer = at(here.council, None).get(here.document.url)
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert "private" in answer["Cache-Control"]
    paper = at(here.council, here.household.editor).get(private(here, EDITORS).url)
    assert paper["Content-Disposition"].startswith("attachment")
    assert paper["Content-Type"] == "application/pdf"


def test_a_picture_is_never_anything_but_a_picture(here):
    answer = at(here.council, None).get(here.image.file.url)
    assert (answer["Content-Type"], answer["X-Content-Type-Options"]) == ("image/png", "nosniff")
    assert answer["Content-Security-Policy"] == "sandbox; default-src 'none'"
