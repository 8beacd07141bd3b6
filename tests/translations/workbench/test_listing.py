"""The list of texts: its filters, and what it costs."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from leavingwell.content.models import Notice
from leavingwell.platform.councils.scope import scope
from leavingwell.translations.models import Area, Kind, TranslationUnit
from leavingwell.translations.registry import hash_of
from tests.admin.asking import text_of
from tests.translations.workbench.conftest import NATIONAL_WORDS, OWN_WORDS, written

LIST = "/admin/translate/"


def make_units(council, numbers):
    with scope(council):
        TranslationUnit.objects.bulk_create(
            TranslationUnit(
                key=f"test:{number}",
                area=Area.PAGES,
                kind=Kind.PLAIN,
                label=f"Page {number}",
                source=f"Words of page {number}",
                source_hash=hash_of(f"Words of page {number}"),
                words=4,
                order=number,
            )
            for number in numbers
        )


def queries(client, address=LIST):
    client.get(address)
    with CaptureQueriesContext(connection) as caught:
        assert client.get(address).status_code == 200
    return caught.captured_queries


def test_what_is_to_translate_is_shown_first(translator, north, texts):
    page = text_of(translator.get(LIST))
    assert NATIONAL_WORDS.lower() in page
    assert OWN_WORDS.lower() in page
    written(north, texts.north, "مستشارك الشخصي هنا %(day)s")
    assert OWN_WORDS.lower() not in text_of(translator.get(LIST))


@pytest.mark.parametrize(
    ("query", "is_found"),
    [
        ("status=translated", True),
        ("status=missing", False),
        ("status=&q=adviser+is", True),
        ("status=&q=المستشار+هنا", True),
        ("status=&area=notices", True),
        ("status=&area=questions", False),
        ("status=&domain=HOME", False),
        ("status=&q=%25", True),
        ("status=nonsense&area=nonsense&language=xx&p=x&q=%00", True),
    ],
)
def test_filters(translator, north, texts, query, is_found):
    written(north, texts.north, "المستشار هنا %(day)s")
    page = text_of(translator.get(f"{LIST}?language=ar&{query}"))
    assert (OWN_WORDS.lower() in page) == is_found


def test_another_councils_texts_are_not_there(translator, north, east, texts):
    with scope(east.council):
        Notice.objects.create(title_en="Only for Eastmarsh")
    assert "only for eastmarsh" not in text_of(translator.get(f"{LIST}?status="))


def test_the_list_costs_the_same_however_many_texts_there_are(translator, north):
    make_units(north.council, range(2))
    few = queries(translator)
    make_units(north.council, range(2, 120))
    many = queries(translator)
    assert len(many) == len(few)  # of the whole request
    assert 0 < len([one for one in many if '"translations_' in one["sql"]]) < 10
    pages = [translator.get(f"{LIST}?status=&area=pages&p={number}").content for number in (2, 3)]
    assert [page.count(b'class="bench-where">Page ') for page in pages] == [50, 20]
