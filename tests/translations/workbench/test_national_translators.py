"""The nation's translators are made on its host, by its operators."""

import re

import pytest
from django.core import mail
from django.test import Client

from leavingwell.platform.councils.scope import national_scope, scope
from leavingwell.platform.people.models import Person
from leavingwell.platform.people.roles import Role
from leavingwell.translations.models import Translation
from tests.admin.asking import NATIONAL_HOST, at, at_the_nation, form_in
from tests.factories import make_person
from tests.translations.workbench.conftest import address

PLACE, NEW = "/admin/translate/translators/", "/admin/translate/translators/new/"
SHE = {"name": "Nasrin", "email": "Nasrin@Example.org", "translates": ["ar"], "reviews": []}


@pytest.fixture
def nasrin(operator, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        assert operator.post(NEW, SHE).url == PLACE
    with national_scope("look"):
        return Person.objects.select_related("user").get(role=Role.TRANSLATOR, council=None)


def test_an_operator_adds_one_and_we_write_to_them(operator, nasrin):
    assert "Nasrin" in operator.get(PLACE).content.decode()
    (letter,) = mail.outbox
    assert letter.to == ["nasrin@example.org"]
    assert f"http://{NATIONAL_HOST}/accounts/password/reset/" in letter.body
    assert not re.search(r"\b\d{6}\b", letter.body)


def test_they_translate_into_their_language_for_everybody(operator, nasrin, texts):
    client = at_the_nation(nasrin.user)
    page = client.get(address(texts.national))
    assert page.status_code == 200
    sent = client.post(address(texts.national), {**form_in(page), "text": "نص", "do": "save"})
    assert sent.status_code == 302
    with national_scope("look"):
        assert Translation.objects.get(unit=texts.national, text="نص").made_by_id == nasrin.pk
    assert client.get(address(texts.north)).status_code == 404
    for place in (PLACE, NEW):
        assert client.get(place).status_code in (302, 403)


def test_what_is_wrong_is_told_and_nothing_is_lost(operator, nasrin):
    for change in ({"name": " "}, {"email": "x"}, {"email": "nasrin@example.org"}, {"translates": ["xx"]}):
        answer = operator.post(NEW, {**SHE, "email": "other@example.org", **change})
        assert answer.status_code == 422
        assert 'value="ar"' in answer.content.decode()
    with national_scope("look"):
        assert Person.objects.filter(role=Role.TRANSLATOR, council=None).count() == 1


def test_it_can_end_and_begin_again(operator, nasrin):
    assert operator.post(f"{PLACE}{nasrin.pk}/", {"end": "1"}).url == PLACE
    assert at_the_nation(nasrin.user).get("/admin/translate/").status_code in (302, 403)
    assert operator.get(f"{PLACE}{nasrin.pk}/").status_code == 404
    assert operator.post(NEW, SHE).url == PLACE
    with national_scope("look"):
        nasrin.refresh_from_db()
    assert nasrin.left_on is None
    assert not nasrin.user.has_usable_password()


def test_nobody_else_adds_one(north, texts):
    assert at(north.council, north.people["admin"]).get(NEW).status_code == 404
    assert at(north.council, north.people["admin"]).post(NEW, SHE).status_code == 404
    with scope(north.council):
        somebody = north.translator
    with national_scope("staff for tests"):
        editor = make_person(Role.FRAMEWORK_EDITOR, "Fay").user
    for client in (at(north.council, somebody), at_the_nation(editor), Client(HTTP_HOST=NATIONAL_HOST)):
        assert client.post(NEW, SHE).status_code in (302, 403, 404)
        client.raise_request_exception = False
    with national_scope("look"):
        assert not Person.objects.filter(role=Role.TRANSLATOR, council=None).exists()
