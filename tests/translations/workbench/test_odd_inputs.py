"""What nobody would send by hand gets an answer, and soon."""

import time

import pytest

from leavingwell.content.models import Notice
from leavingwell.platform.councils.scope import scope
from leavingwell.translations.checks import check
from leavingwell.translations.models import Kind, Origin, Status, TranslationUnit
from leavingwell.translations.workbench.marking import difference
from tests.translations.workbench.conftest import address, written
from tests.translations.workbench.test_editor import GOOD, row_of, sent

NESTED = "<" * 120 + "a>" * 120


@pytest.mark.parametrize("change", [{"why": "a\0b"}, {"version": "9" * 5000}, {"version": "9" * 11}])
def test_it_is_refused_and_nothing_is_kept(translator, north, texts, change):
    answer = sent(translator, texts.north, text=GOOD, do="save", **change)
    assert answer.status_code == 422
    assert GOOD in answer.content.decode()
    assert row_of(north, texts.north) is None


def test_a_text_of_nested_signs_can_still_be_opened(translator, north, texts):
    for kind in (Kind.PLAIN, Kind.RICH):
        assert check(TranslationUnit(source="Home", kind=kind), "ar", NESTED)
    written(north, texts.north, NESTED)
    assert translator.get(address(texts.north)).status_code == 200


def test_what_has_changed_is_found_quickly_whatever_the_words():
    before, now = "a b c " * 330, "a c b " * 330
    start = time.monotonic()
    assert "<ins>" in difference(before, now)
    assert time.monotonic() - start < 1
    assert difference("Go home now", "Go out now") == "Go <del>home</del><ins>out</ins> now"


def test_a_machines_words_stay_a_machines_when_the_english_goes_and_comes_back(north, texts):
    with scope(north.council):
        written(north, texts.north, GOOD, origin=Origin.MACHINE)
        notice = Notice.objects.get(pk=texts.north.object_id)
        for title, status in (("Other", Status.STALE), (notice.title_en, Status.MACHINE_DRAFT)):
            notice.title_en = title
            notice.save()
            assert row_of(north, texts.north).status == status
