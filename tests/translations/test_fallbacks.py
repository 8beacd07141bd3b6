"""A council's chain of languages, text by text and in the interface; and what the API says of a translation."""

from typing import Any
from unittest.mock import Mock, patch

import pytest
from django.test import Client
from django.utils import translation
from django.utils.translation import gettext, ngettext

from leavingwell.platform.audit.models import AuditEntry
from leavingwell.platform.councils.models import Council
from leavingwell.platform.councils.scope import scope
from leavingwell.platform.problems import Problems
from leavingwell.translations.configuration import LanguagesPart
from leavingwell.translations.interface import setting_apart
from leavingwell.translations.localised import council_chain
from leavingwell.translations.models import Status, Translation, TranslationUnit
from leavingwell.translations.services.choosing import choose_languages
from tests.admin.asking import at, errors_in, text_of, was_saved
from tests.api import ask, client_of
from tests.factories import Household, make_offer
from tests.graphql.questionnaires import queries_of

LANGUAGES = "/admin/languages/"
TITLES = """query($language: String) { offers(language: $language) { edges { node {
  title { value language direction isFallback status }
} } } }"""
WORDS, COUNTED = "Say why, in a few words.", ("Try at least %d other way.", "Try at least %d other ways.")


def titles(council: Council, language: str) -> list[dict[str, Any]]:
    found = ask(None, council, TITLES, language=language)["data"]["offers"]["edges"]
    return [edge["node"]["title"] for edge in found]


@pytest.fixture
def chained(north: Household) -> Household:
    """Pashto, then Farsi, then English."""
    with scope(north.council):
        choose_languages(north.council, ["ps", "fa", "ar"], "ar", {"ps": ["fa"]}, by=None)
    north.council.refresh_from_db()
    return north


def test_each_field_falls_back_by_itself_along_the_councils_chain(chained: Household) -> None:
    with scope(chained.council):
        make_offer(chained.council, heading_fa="پول", heading_ar="مال")
        make_offer(chained.council, heading_ps="کور", heading_fa="خانه")
    found = titles(chained.council, "ps")
    assert {(one["value"], one["language"], one["isFallback"], one["status"]) for one in found} == {
        ("پول", "fa", True, "MISSING"),
        ("کور", "ps", False, "TRANSLATED"),
    }
    assert {one["direction"] for one in found} == {"RTL"}


def test_without_a_chain_of_its_own_a_language_falls_back_on_the_default(chained: Household, east: Household) -> None:
    assert council_chain("ps", chained.council) == ("ps", "fa", "en")
    assert council_chain("so", chained.council) == ("so", "ar", "en")
    assert council_chain("en", chained.council) == ("en", "ar")
    assert council_chain("ps", east.council) == ("ps", "en")  # nobody else's


def words_in(language: str) -> tuple[str, str]:
    with translation.override(language):
        return gettext(WORDS), ngettext(*COUNTED, 3)


def test_words_of_the_interface_come_from_the_chain_too(chained: Household, east: Household) -> None:
    arabic, english = words_in("ar"), words_in("en")
    assert arabic[0] != english[0]
    assert arabic[1] != english[1]
    with scope(chained.council):
        choose_languages(chained.council, ["ar"], "en", {"ti": ["ar"]}, by=None)
        assert words_in("ti") == arabic
        assert words_in("en") == english
    with scope(east.council):
        assert words_in("ti") == english


def test_the_page_speaks_the_language_that_stands_in(chained: Household, east: Household) -> None:
    """There is no catalogue of this language at all, or only some words of it."""
    with scope(chained.council):
        choose_languages(chained.council, ["ti", "ar"], "en", {"ti": ["ar"]}, by=None)
    north, other = chained.council, east.council
    Council.objects.filter(pk=other.pk).update(language_codes=["en", "ti"])
    with patch("leavingwell.themes.portal.languages.SPOKEN", {"en", "ar"}):
        pages = [client_of(None, one).get("/offers/", headers={"Accept-Language": "ti"}) for one in (north, other)]
    assert '<html lang="ar" dir="rtl">' in pages[0].content.decode()
    assert '<html lang="en" dir="ltr">' in pages[1].content.decode()


def choose(client: Client, **more: str) -> Any:
    return client.post(LANGUAGES, {"languages": ["ps", "fa", "ar"], "default": "en", **more})


def test_the_chain_is_chosen_on_the_screen_of_languages(chained: Household) -> None:
    client = at(chained.council, chained.editor)
    assert "first instead of pashto" in text_of(client.get(LANGUAGES))
    assert was_saved(choose(client, ps_1="ur", ps_2="fa", fa_1="ps"))
    assert Council.objects.get(pk=chained.council.pk).language_fallbacks == {"fa": ["ps"], "ps": ["ur", "fa"]}
    with scope(chained.council):
        entry = AuditEntry.objects.filter(action="council.languages_chosen").order_by("-at").first()
    assert entry is not None
    assert "language_fallbacks" in entry.changes


@pytest.mark.parametrize("given", [{"ps_1": "fa", "ps_2": "fa"}, {"ps_1": "tlh"}, {"ps_1": "ps"}, {"ps_1": "\0"}])
def test_a_chain_that_cannot_be_is_refused(chained: Household, given: dict[str, str]) -> None:
    answer = choose(at(chained.council, chained.editor), **given)
    assert answer.status_code == 200
    assert errors_in(answer) or "named once" in text_of(answer)
    assert Council.objects.get(pk=chained.council.pk).language_fallbacks == {"ps": ["fa"]}


def test_the_chain_is_part_of_the_configuration_and_may_be_missing_in_an_older_file(chained: Household) -> None:
    part = LanguagesPart()
    with scope(chained.council):
        exported = part.export(Mock())
        assert exported["fallbacks"] == {"ps": ["fa"]}
        choose_languages(chained.council, ["ar"], "en", {}, by=None)
        part.bring(exported, Mock())
        assert part.export(Mock()) == exported
        part.bring({"languages": ["en", "ar"], "default": "en"}, Mock())
        assert part.export(Mock())["fallbacks"] == {}
        for wrong in ({"ps": "fa"}, {"ps": ["tlh"]}, {"ps": [1]}, ["fa"], {"ps": ["ps"]}):
            with pytest.raises(Problems):
                part.bring({"languages": ["en"], "default": "en", "fallbacks": wrong}, Mock())


def status_in_the_api(council: Council) -> str:
    return str(titles(council, "ar")[0]["status"])


@pytest.mark.parametrize("status", [Status.REVIEWED, Status.MACHINE_DRAFT, Status.STALE])
def test_the_api_says_how_far_a_translation_is(north: Household, status: Status) -> None:
    with scope(north.council):
        offer = make_offer(north.council, heading_en="Money", heading_ar="مال")
        unit = TranslationUnit.objects.get(object_id=str(offer.pk), field="heading")
        row = Translation.objects.get(unit=unit, language="ar")
        assert status_in_the_api(north.council) == "TRANSLATED"
        row.status = status
        row.save()
    assert status_in_the_api(north.council) == status.value.upper()
    with scope(north.council):
        row.text = "another draft"
        row.save()
    expected = "STALE" if status == Status.STALE else "TRANSLATED"  # what is shown are not these words
    assert status_in_the_api(north.council) == expected


def test_the_status_of_many_texts_costs_as_many_queries_as_of_two(north: Household) -> None:
    with scope(north.council):
        [make_offer(north.council, heading_ar=f"مال {number}") for number in range(2)]
    titles(north.council, "ar")
    few = queries_of(lambda: titles(north.council, "ar"))
    with scope(north.council):
        [make_offer(north.council, heading_ar=f"سكن {number}") for number in range(8)]
    titles(north.council, "ar")
    assert queries_of(lambda: titles(north.council, "ar")) == few


def test_words_of_another_direction_keep_their_order_on_a_page_and_are_stored_as_they_are(db: None) -> None:
    with translation.override("ur"), setting_apart():
        shown, counted = (
            gettext("A text that nobody translates: 2 left"),
            ngettext("%d thing here", "%d things here", 2),
        )
    assert (shown, counted) == ("\u2066A text that nobody translates: 2 left\u2069", "\u2066%d things here\u2069")
    with translation.override("pl"), setting_apart():
        assert gettext("A text that nobody translates: 2 left") == "A text that nobody translates: 2 left"
    with translation.override("ur"):
        assert gettext("A text that nobody translates: 2 left") == "A text that nobody translates: 2 left"


def test_a_list_is_in_the_order_of_what_is_shown(chained: Household) -> None:
    with scope(chained.council):
        for english, farsi in (("Aaa", "ی"), ("Zzz", "آ"), ("Mmm", "")):
            make_offer(chained.council, heading_en=english, heading_fa=farsi)
    for language, first in (("ps", ["Mmm", "آ", "ی"]), ("en", ["Aaa", "Mmm", "Zzz"])):
        assert [one["value"] for one in titles(chained.council, language)] == first
