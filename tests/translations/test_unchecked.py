"""How far the translations are, as the API counts it, and that a machine's words are never shown as if checked."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from leavingwell.content.models import Notice
from leavingwell.platform.councils.scope import national_scope, scope
from leavingwell.platform.documents.models import Document
from leavingwell.platform.documents.plan_page import plan_page
from leavingwell.questionnaires.models import Wording
from leavingwell.translations.kept import kept
from leavingwell.translations.models import Area, Origin, Status, Translation, TranslationUnit
from leavingwell.translations.services.arriving import arriving
from leavingwell.translations.services.collecting import collect_rows
from leavingwell.translations.services.drafting import save_translation
from leavingwell.translations.services.reviewing import approve
from leavingwell.translations.unchecked import has_machine_drafts
from tests.api import ask, client_of
from tests.factories import Household

PROGRESS = """query($language: String) { translationProgress(language: $language) {
    area total translated reviewed machineDraft stale wordsLeft language { code } } }"""
TEXTS = 66 * (2 + 3)  # words and reason; in easy read what the picture shows, too
UNCHECKED = {"ar": "هذه ترجمة آلية لم يراجعها أحد بعد.", "pl": "To tłumaczenie zrobiła maszyna."}


@pytest.fixture(scope="module")
def _collected(_households: list[Household]) -> None:
    with national_scope("the questions, as they are shipped"), arriving(Origin.SHIPPED):
        rows = Wording.objects.filter(council=None).select_related("indicator__domain")
        collect_rows(Wording, rows)


@pytest.fixture(autouse=True)
def _fresh(_collected: None) -> Iterator[None]:
    """What the process keeps of a test that is rolled back is true no more."""
    kept.forget()
    yield
    kept.forget()


def questions(household: Household, language: str = "ar") -> dict[str, Any]:
    found = ask(household.translator, household.council, PROGRESS, language=language)["data"]["translationProgress"]
    return next(one for one in found if one["area"] == "questions")


def arabic_of(household: Household) -> TranslationUnit:
    with scope(household.council):
        return TranslationUnit.objects.filter(council=None, area=Area.QUESTIONS, field="text").earliest("pk")


def improve(household: Household, text: str = "كلمات أفضل؟") -> None:
    """A council's own translation of a national question, approved there."""
    with scope(household.council):
        approve(save_translation(arabic_of(household), "ar", text, by=None), by=None)


def test_progress_says_how_good_the_translations_are(north: Household) -> None:
    assert questions(north) == {
        "area": "questions",
        "total": TEXTS,
        "translated": TEXTS,
        "reviewed": 0,
        "machineDraft": TEXTS,
        "stale": 0,
        "wordsLeft": 0,
        "language": {"code": "ar"},
    }
    polish, welsh = questions(north, "pl"), questions(north, "cy")
    assert 0 < polish["translated"] < TEXTS
    assert welsh["translated"] == 0
    assert 0 < polish["wordsLeft"] < welsh["wordsLeft"]


def test_a_councils_own_translation_counts_there_alone(north: Household, east: Household) -> None:
    improve(north)
    assert [(one["reviewed"], one["machineDraft"]) for one in (questions(north), questions(east))] == [
        (1, TEXTS - 1),
        (0, TEXTS),
    ]


def test_a_change_of_the_english_is_work_again(north: Household) -> None:
    with national_scope("word it anew"):
        row = Wording.objects.get(council=None, indicator__code="HOME-03", variant="standard")
        row.text_en = "Are you warm at home?"
        row.save()
    found = questions(north)
    assert (found["translated"], found["stale"], found["wordsLeft"]) == (TEXTS, 1, 5)


def test_progress_is_for_those_whose_work_it_is(north: Household) -> None:
    refused = ask(north.owner, north.council, PROGRESS)
    assert refused["errors"][0]["extensions"]["code"] == "NOT_ALLOWED"
    nobody = ask(None, north.council, PROGRESS)
    assert nobody["errors"][0]["extensions"]["code"] == "UNAUTHENTICATED"
    assert ask(north.translator, north.council, PROGRESS, language="xx")["data"] == {"translationProgress": []}


def test_progress_costs_the_same_for_many_texts(north: Household) -> None:
    def cost(number: int) -> int:
        with scope(north.council):
            for place in range(number):
                Notice.objects.create(title_en=f"News {number} {place}", title_ar="خبر")
        with CaptureQueriesContext(connection) as queries:
            found = ask(north.translator, north.council, PROGRESS)["data"]["translationProgress"]
        assert any(one["area"] == "notices" and one["translated"] >= number for one in found)
        return len(queries)

    cost(1)
    assert cost(2) == cost(10)


def page(household: Household, language: str, **headers: str) -> str:
    client = client_of(None, household.council)
    client.cookies["language"] = language
    return client.get("/help/", headers=headers).content.decode()


def test_pages_in_a_machines_words_say_so_and_lead_to_the_english(north: Household) -> None:
    arabic = page(north, "ar")
    assert UNCHECKED["ar"] in arabic
    assert 'name="language" value="en" lang="en"' in arabic
    assert "Nobody has checked" not in page(north, "en")


def test_the_line_goes_away_when_all_is_approved(north: Household, east: Household) -> None:
    query = '{ council { hasMachineDrafts(language: "ar") } }'
    assert ask(None, north.council, query)["data"]["council"]["hasMachineDrafts"]
    last = arabic_of(north)
    with national_scope("all but one are approved"):
        rows = Translation.objects.filter(language="ar", origin=Origin.SHIPPED)
        rows.exclude(unit=last).update(status=Status.REVIEWED, reviewed_at=timezone.now())
        word = TranslationUnit.objects.create(key="portal::back", area=Area.PORTAL, label="Back", source="Back")
        Translation.objects.create(
            unit=word, language="ar", text="رجوع", applied_text="رجوع", applied_hash="a", status=Status.REVIEWED
        )
    kept.forget()
    assert UNCHECKED["ar"] in page(north, "ar")
    improve(north)
    assert UNCHECKED["ar"] not in page(north, "ar")
    assert not ask(None, north.council, query)["data"]["council"]["hasMachineDrafts"]
    assert ask(None, east.council, query)["data"]["council"]["hasMachineDrafts"]


def test_it_is_asked_of_the_database_once(north: Household) -> None:
    with scope(north.council):
        assert has_machine_drafts("ar")
        with CaptureQueriesContext(connection) as queries:
            assert has_machine_drafts("ar")
            assert not has_machine_drafts("en")
    assert len(queries) == 0
    assert not has_machine_drafts("ar")  # nobody's council


@pytest.mark.parametrize(("language", "says"), [("pl", True), ("en", False)])
def test_a_plans_document_says_it_on_each_page(in_north: Household, language: str, says: bool) -> None:
    document = Document.objects.create(plan=in_north.plan, language=language, requested_by=in_north.owner)
    foot = plan_page(document).partition('id="page-foot"')[2].partition("</div>")[0]
    assert (UNCHECKED["pl"] in foot) is says
