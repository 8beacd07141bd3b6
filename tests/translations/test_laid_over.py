"""Words laid over catalogues and national texts: in the right form for a number, and loaded in few queries."""

from contextlib import suppress
from typing import Any

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from django.utils.translation import ngettext

from leavingwell.platform.councils.models import Council
from leavingwell.platform.councils.scope import national_scope, scope
from leavingwell.questionnaires.freezing import content_of
from leavingwell.questionnaires.models import Questionnaire
from leavingwell.translations import laid_over
from leavingwell.translations.kept import changed, kept
from leavingwell.translations.localised import localised
from leavingwell.translations.models import Area, Kind, Origin, Status, Translation, TranslationUnit
from leavingwell.translations.plural_forms import number_of_forms
from leavingwell.translations.registry import hash_of

ONE, MANY = "%d green letter", "%d green letters"


def approved_plural(language: str) -> None:
    """In the nation's workbench: each form says which it is."""
    forms = [f"form {number}" for number in range(number_of_forms(language))]
    unit, _made = TranslationUnit.objects.get_or_create(
        key="test:plural",
        defaults={"area": Area.PORTAL, "kind": Kind.PLURAL, "source": ONE, "source_plural": MANY, "words": 3},
    )
    Translation.objects.create(
        unit=unit, language=language, forms=forms, text=forms[-1], status=Status.REVIEWED, origin=Origin.PERSON,
        applied_forms=forms, applied_text=forms[-1], applied_hash=hash_of(forms),
    )  # fmt: skip


def shown() -> str:
    return ngettext(ONE, MANY, 2) % 2


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("cy", {0: 0, 1: 1, 2: 2, 3: 3, 4: 5, 6: 4, 8: 5, 11: 5}),
        ("pl", {1: 0, 2: 1, 5: 2, 12: 2, 21: 2, 22: 1}),
        ("uk", {1: 0, 2: 1, 5: 2, 11: 2, 21: 0, 24: 1}),
        ("ar", {0: 0, 1: 1, 2: 2, 3: 3, 11: 4, 100: 5}),
        ("fa", {0: 0, 1: 0, 2: 1}),
    ],
)
def test_a_number_takes_the_form_of_our_own_catalogue(
    councils: tuple[Council, Council], language: str, forms: dict[int, int]
) -> None:
    with national_scope("a plural for a test"):
        approved_plural(language)
    with scope(councils[0]), translation.override(language):
        assert {number: ngettext(ONE, MANY, number) % number for number in forms} == {
            number: f"form {form}" for number, form in forms.items()
        }


def queries_cold(work: Any) -> int:
    """When this process knows nothing of translations yet."""
    kept.forget()
    with CaptureQueriesContext(connection) as caught:
        work()
    return len(caught)


def test_what_reads_all_languages_asks_for_them_together(framework: None, councils: tuple[Council, Council]) -> None:
    with scope(councils[0]):
        questionnaire = Questionnaire.objects.get()
        domain = questionnaire.domains.first()
        assert queries_cold(lambda: content_of(questionnaire)) < 20
        assert queries_cold(lambda: localised(domain, "title", ("ar", "fa", "en"))) == 2


def test_frozen_words_are_the_councils_own_where_it_has_some(
    framework: None, councils: tuple[Council, Council]
) -> None:
    north, east = councils
    with national_scope("a text for a test"):
        questionnaire = Questionnaire.objects.get()
        domain = questionnaire.domains.order_by("code").first()
        unit = TranslationUnit.objects.create(
            key="test:domain", area=Area.QUESTIONS, kind=Kind.PLAIN, source=domain.title_en, words=1,
            object_type="questionnaires.domain", object_id=str(domain.pk), field="title",
        )  # fmt: skip
    with scope(north):
        for language in ("pl", "so"):
            Translation.objects.create(
                unit=unit, language=language, applied_text=f"ours in {language}", applied_hash="x", council=north
            )
    titles = {}
    for council in councils:
        with scope(council):
            content = content_of(questionnaire)
            titles[council] = next(one["title"] for one in content["domains"] if one["code"] == domain.code)
    assert (titles[north]["pl"], titles[north]["so"]) == ("ours in pl", "ours in so")
    assert titles[north]["en"] == titles[east]["en"]
    assert "ours" not in str(titles[east])


def test_what_was_rolled_back_is_not_shown(councils: tuple[Council, Council]) -> None:
    with scope(councils[0]), translation.override("cy"):
        with suppress(ZeroDivisionError), transaction.atomic():
            with national_scope("a plural for a test"):
                approved_plural("cy")
            changed()
            assert shown() == "form 2"
            raise ZeroDivisionError
        assert shown() == MANY % 2


def test_what_was_read_before_a_change_is_not_kept_after_it(
    councils: tuple[Council, Council], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another thread approves a text while this one loads what is approved."""
    load = laid_over.load

    def slow(places: Any) -> Any:
        found = load(places)
        if not Translation.objects.filter(language="cy", unit__key="test:plural").exists():
            with national_scope("a plural for a test"):
                approved_plural("cy")
            kept.forget()
        return found

    with scope(councils[0]), translation.override("cy"):
        monkeypatch.setattr(laid_over, "load", slow)
        laid_over.layer("cy")
        assert shown() == "form 2"
