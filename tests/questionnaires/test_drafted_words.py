"""A machine's drafts of the national questions: what is shipped, what it fills, and whose words it leaves alone."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from leavingwell.platform.councils.scope import national_scope
from leavingwell.questionnaires.models import Indicator, QuestionnaireVersion, Wording
from leavingwell.questionnaires.services import drafted_words
from leavingwell.questionnaires.services.loading import load_framework
from leavingwell.translations.languages import LANGUAGES
from leavingwell.translations.localised import TextStatus, localised
from leavingwell.translations.models import Status, Translation, TranslationChange, TranslationUnit
from leavingwell.translations.services.drafting import save_translation
from leavingwell.translations.services.reviewing import approve

pytestmark = pytest.mark.django_db
DATA = drafted_words.DRAFTS.parent
WHOLE = {"ar", "cy", "fa", "pl", "ro", "sq", "uk", "vi"}
TEXTS = 352  # of the nation's questions, their answers and areas, in both variants


def leaves(data: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    if isinstance(data, dict):
        for name, value in data.items():
            yield from leaves(value, (*path, name))
    else:
        yield path, data


def english() -> dict[tuple[str, ...], dict[str, str]]:
    """What the other data files say, at the places at which the drafts have it: a text by language."""
    outcomes = json.loads((DATA / "outcomes.json").read_text(encoding="utf-8"))
    easy = json.loads((DATA / "easy_read.json").read_text(encoding="utf-8"))
    found = {("choices", kind, one["code"]): one["label"] for kind, row in outcomes["choices"].items() for one in row}
    for domain in outcomes["domains"]:
        found["domains", domain["code"]] = domain["title"]
        found |= {
            ("questions", one["code"], part): one[part] for one in domain["indicators"] for part in ("text", "help")
        }
    for kind, labels in easy["choices"].items():
        found |= {("easy_read", "choices", kind, code): label for code, label in labels.items()}
    for code, texts in easy["questions"].items():
        parts = ("text", "help", "picture_text")
        found |= {("easy_read", "questions", code, part): texts[part] for part in parts}
    return found


@pytest.fixture(scope="module")
def drafted(_module_transaction: None) -> None:
    load_framework(with_drafts=True)


@pytest.fixture
def nation(drafted: None, db: Any) -> Iterator[None]:
    with national_scope("look at what was loaded"):
        yield


def wording(code: str = "HOME-01") -> Wording:
    return Wording.objects.get(council=None, indicator__code=code, variant="standard")


def translation(language: str, field: str = "text") -> Translation:
    units = TranslationUnit.objects.filter(object_type="questionnaires.wording", object_id=str(wording().pk))
    return Translation.objects.get(unit=units.get(field=field), language=language)


def drafts_that_say(text: str, folder: Path) -> Path:
    (folder / "cy.json").write_text(json.dumps({"questions": {"HOME-01": {"text": text}}}))
    return folder


def test_each_file_says_what_it_is_and_has_only_what_the_others_lack() -> None:
    source = english()
    for code, data in drafted_words.read().items():
        assert (data.pop("status"), data.pop("language")) == ("machine draft, not yet reviewed", code)
        assert code in LANGUAGES
        for path, text in leaves(data):
            assert source[path]["en"]
            assert code not in source[path], path
            assert text == text.strip() != ""


def test_eight_languages_have_everything_as_machine_drafts(nation: None) -> None:
    rows = Translation.objects.values_list("language", "status", "origin")
    assert set(rows) == {(code, "machine_draft", "shipped") for code in WHOLE}
    assert rows.count() == TEXTS * len(WHOLE)
    assert localised(wording(), "help", ["cy"]).status == TextStatus.MACHINE_DRAFT
    content = QuestionnaireVersion.objects.get(council=None).content
    texts = content["domains"][0]["questions"][0]["texts"]
    assert set(texts["standard"]["text"]) > WHOLE
    assert set(texts["easy_read"]["help"]) > WHOLE


def test_loading_again_changes_nothing(nation: None) -> None:
    changes, versions = TranslationChange.objects.count(), QuestionnaireVersion.objects.count()
    load_framework(with_drafts=True)
    assert (TranslationChange.objects.count(), QuestionnaireVersion.objects.count()) == (changes, versions)


def test_the_tests_own_framework_is_loaded_without_them(nation: None) -> None:
    """They would cost each file of tests a second."""
    Wording.objects.filter(council=None).update(text_cy=None)
    load_framework()
    assert wording().text_cy is None


def test_a_better_draft_takes_the_place_of_an_older_one(
    nation: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(drafted_words.read, "__defaults__", (drafts_that_say("Gwell drafft?", tmp_path),))
    drafted_words.load_drafted_words()
    assert wording().text_cy == "Gwell drafft?"
    assert (translation("cy").text, translation("cy").status) == ("Gwell drafft?", Status.MACHINE_DRAFT)


def test_what_people_wrote_approved_or_took_away_stays(
    nation: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(drafted_words.read, "__defaults__", (drafts_that_say("Geiriau'r peiriant?", tmp_path),))
    by_people = wording()
    by_people.text_cy = "Geiriau pobl?"
    by_people.save()
    drafted_words.load_drafted_words()
    assert wording().text_cy == "Geiriau pobl?"
    by_people.text_cy = ""
    by_people.save()
    drafted_words.load_drafted_words()
    assert not wording().text_cy
    row = save_translation(translation("cy").unit, "cy", "Wedi ei wirio?", by=None)
    approve(row, by=None)
    drafted_words.load_drafted_words()
    assert wording().text_cy == "Wedi ei wirio?"
    assert translation("cy").status == Status.REVIEWED


def test_it_costs_as_many_queries_whatever_there_is(nation: None, django_assert_max_num_queries: Any) -> None:
    assert Indicator.objects.filter(council=None).count() == 66
    with django_assert_max_num_queries(15):
        drafted_words.load_drafted_words()
