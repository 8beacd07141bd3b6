"""A form of a row that stood open while a translation of it was approved."""

from typing import Any

import pytest

from leavingwell.content.models import Notice
from leavingwell.platform.councils.scope import scope
from leavingwell.translations.models import TranslationUnit
from leavingwell.translations.services.drafting import save_translation
from leavingwell.translations.services.reviewing import approve
from tests.admin.asking import at, form_in, was_saved
from tests.factories import Household

APPROVED, MINE = "نحن مغلقون اليوم", "مغلق غدا"


@pytest.fixture
def notice(north: Household) -> Notice:
    with scope(north.council):
        return Notice.objects.create(title_en="We are closed", title_ar="مغلق", body_en="Today.")


def approve_another(north: Household, notice: Notice) -> None:
    with scope(north.council):
        unit = TranslationUnit.objects.get(object_id=str(notice.pk), field="title")
        approve(save_translation(unit, "ar", APPROVED, by=north.translator), by=north.editor)


def titles(north: Household, notice: Notice) -> tuple[str, str]:
    with scope(north.council):
        notice.refresh_from_db()
    return str(notice.title_en), str(notice.title_ar)


def test_what_the_form_did_not_touch_stays_as_it_was_approved(north: Household, notice: Notice) -> None:
    client, here = at(north.council, north.editor), f"/admin/snippets/content/notice/edit/{notice.pk}/"
    opened = form_in(client.get(here))
    approve_another(north, notice)
    assert was_saved(client.post(here, {**opened, "title_en": "Closed"}))
    assert titles(north, notice) == ("Closed", APPROVED)


def test_what_both_wrote_is_told_with_both_texts_and_saved_the_second_time(north: Household, notice: Notice) -> None:
    client, here = at(north.council, north.editor), f"/admin/snippets/content/notice/edit/{notice.pk}/"
    opened = form_in(client.get(here))
    approve_another(north, notice)
    answer: Any = client.post(here, {**opened, "title_ar": MINE})
    assert not was_saved(answer)
    assert titles(north, notice)[1] == APPROVED
    assert f'<span lang="ar" dir="rtl">{APPROVED}</span>' in answer.content.decode()
    again = form_in(answer)
    assert again["title_ar"] == MINE
    assert was_saved(client.post(here, again))
    assert titles(north, notice)[1] == MINE


@pytest.mark.parametrize("marks", ["", "nonsense", "[1]", "[" * 100_000, '{"title_ar": 1}', None])
def test_marks_that_cannot_be_read_break_nothing(north: Household, notice: Notice, marks: str | None) -> None:
    client, here = at(north.council, north.editor), f"/admin/snippets/content/notice/edit/{notice.pk}/"
    opened = form_in(client.get(here))
    given = {**opened, "title_en": "Closed", "translations_seen": marks}
    answer = client.post(here, {name: value for name, value in given.items() if value is not None})
    assert was_saved(answer)
    assert titles(north, notice) == ("Closed", "مغلق")
