"""Languages: the register, what is asked for and what is answered."""

from typing import Any

import pytest
from django.test import Client

from leavingwell.platform.councils.scope import scope
from leavingwell.platform.people.models import Person
from leavingwell.translations.languages import LANGUAGES, language_of
from leavingwell.translations.localised import TextStatus, chain, first_text
from leavingwell.translations.negotiation import choose
from tests.api import ask, client_of, document
from tests.factories import Household, make_offer

WANTED = ["en", "cy", "ar", "ckb", "fa", "ps", "ti", "am", "vi", "sq", "pl", "uk", "ro", "so", "ur", "bn", "pa"]


def test_the_register_holds_every_language_that_we_promise() -> None:
    assert list(LANGUAGES) == WANTED
    assert {code for code, one in LANGUAGES.items() if one.direction == "rtl"} == {"ar", "ckb", "fa", "ps", "ur"}
    assert language_of("xx").code == "en"


def test_the_api_serves_the_register(north: Household) -> None:
    languages = ask(None, north.council, document("languages"))["data"]["languages"]
    assert [language["code"] for language in languages] == WANTED
    assert {
        "code": "ar",
        "ownName": "العربية",
        "englishName": "Arabic",
        "direction": "RTL",
        "script": "Arab",
    } in languages


@pytest.mark.parametrize(
    ("wishes", "accept", "chosen"),
    [
        (["ar"], "", "ar"),
        ([None, "ar"], "en", "ar"),
        (["xx", None], "ar-EG,en;q=0.5", "ar"),
        ([None], "de, ar;q=0.1", "ar"),
        ([None], "de", "en"),
        ([None], "pl", "en"),  # known, but this council does not offer it
        ([None], "nonsense;;q=x,,", "en"),
    ],
)
def test_asked_for_then_own_then_browser_then_default(wishes: list[str | None], accept: str, chosen: str) -> None:
    assert choose(*wishes, accept=accept, offered=["en", "ar"], default="en") == chosen


def test_a_text_says_what_it_is() -> None:
    texts = {"en": "Home", "ar": "السكن", "fa": ""}
    arabic = first_text(texts, chain("ar"))
    assert (arabic.value, arabic.direction, arabic.is_fallback, arabic.status) == (
        "السكن",
        "rtl",
        False,
        TextStatus.TRANSLATED,
    )
    farsi = first_text(texts, chain("fa", "ar"))
    assert (farsi.value, farsi.language, farsi.is_fallback, farsi.status) == ("السكن", "ar", True, TextStatus.MISSING)
    nothing = first_text({}, chain("pl"))
    assert (nothing.value, nothing.language, nothing.is_fallback, nothing.status) == (
        "",
        "pl",
        False,
        TextStatus.MISSING,
    )


def title_for(client: Client, **headers: str) -> dict[str, Any]:
    query = "{ offers { edges { node { title { value language } } } } }"
    answer = client.post("/graphql/", {"query": query}, content_type="application/json", headers=headers).json()
    title: dict[str, Any] = answer["data"]["offers"]["edges"][0]["node"]["title"]
    return title


def test_the_viewers_own_language_comes_before_the_browsers(north: Household) -> None:
    with scope(north.council):
        make_offer(north.council, heading_ar="مال")
        Person.objects.filter(pk=north.owner.pk).update(language="ar")
    assert title_for(client_of(None, north.council))["language"] == "en"
    assert title_for(client_of(None, north.council), **{"Accept-Language": "ar"})["language"] == "ar"
    assert title_for(client_of(north.owner, north.council), **{"Accept-Language": "en"})["language"] == "ar"


def test_problems_are_told_in_the_viewers_language(north: Household) -> None:
    with scope(north.council):
        Person.objects.filter(pk=north.owner.pk).update(language="ar")
    query = "mutation { checkIn(input: {face: 9}) { ... on Problems { problems { message } } } }"
    message = ask(north.owner, north.council, query)["data"]["checkIn"]["problems"][0]["message"]
    assert message != "Choose one of the five faces."
    assert any("\u0600" <= letter <= "\u06ff" for letter in message)
