"""Each part of a page says its language and direction where these are not the page's, whatever the page's are."""

from typing import Any

import pytest

from leavingwell.content.models import Area
from leavingwell.platform.councils.models import Council
from leavingwell.platform.councils.scope import scope
from leavingwell.translations.languages import LANGUAGES, language_of
from tests.content.articles import blocks, make_answers, make_story
from tests.factories import make_offer
from tests.portal.pages import Story, soup

NAMES = {code: f"{language.own_name} 7" for code, language in LANGUAGES.items()}


def tongue_of(element: Any) -> tuple[str, str]:
    """The language and direction that hold for an element: its own, or those round it."""
    found = next(one for one in (element, *element.parents) if one.get("lang"))
    return str(found["lang"]), str(found["dir"])


@pytest.fixture
def mixed(story: Story) -> Story:
    """A portal in all languages, with an offer in each of them and an area that has no name but an Arabic one."""
    Council.objects.filter(pk=story.council.pk).update(
        language_codes=list(LANGUAGES),
        language_fallbacks={code: ["ar"] for code in LANGUAGES if code not in ("en", "ar")},
    )
    with scope(story.council):
        for code, name in NAMES.items():
            make_offer(story.council, slug=f"offer-{code}", **{"heading_en": NAMES["en"], f"heading_{code}": name})
        Area.objects.create(code="north", name_en="North", name_ar="الشمال")
    return story


def test_a_list_of_many_languages_marks_each(mixed: Story) -> None:
    for language in LANGUAGES:
        page = soup(mixed.visit("owner").get("/offers/", headers={"Accept-Language": language}))
        root: Any = page.html
        assert root["dir"] == language_of(str(root["lang"])).direction
        expected = {NAMES[language]: language, NAMES["en"]: "en"} | ({} if language == "en" else {NAMES["ar"]: "ar"})
        seen = 0
        for name, code in expected.items():
            for found in page.find("main").find_all(string=name):  # type: ignore[union-attr]
                assert tongue_of(found.parent) == (code, language_of(code).direction), (language, name)
                seen += 1
        assert seen >= len(LANGUAGES), language


def test_a_choice_in_another_language_says_so_too(mixed: Story) -> None:
    page = soup(mixed.visit("owner").get("/offers/", headers={"Accept-Language": "pl"}))
    [north] = page.find_all("option", string="الشمال")
    assert (north["lang"], north["dir"]) == ("ar", "rtl")


def test_the_title_of_the_page_says_so_too(mixed: Story) -> None:
    page = soup(mixed.visit("owner").get("/offers/offer-fa/", headers={"Accept-Language": "fa"}))
    root: Any = page.html
    title: Any = page.find("title")
    assert (title.get("lang") or root["lang"], title.get("dir") or root["dir"]) == ("fa", "rtl")


@pytest.mark.parametrize(("language", "expected"), [("ar", ("en", "ltr")), ("en", ("en", "ltr"))])
def test_a_quote_and_an_answer_keep_the_direction_of_their_own_words(
    mixed: Story, language: str, expected: tuple[str, str]
) -> None:
    with scope(mixed.council):
        answer = blocks(("question", {"question": "Why?", "answer": "<p>Because.</p>"}))
        answers = make_answers(mixed.council, "Rent", body_en=answer)
        told = make_story(mixed.council, "Moss", body_en=blocks(("quote", {"words": "It went well", "who": "Wren"})))
    reader = mixed.visit("owner")
    for path, selectors in (
        (
            f"/answers/{answers.slug}/",
            ("section.question-answer", "section.question-answer h2", "section.question-answer p"),
        ),
        (f"/stories/{told.slug}/", ("blockquote", "blockquote p", "blockquote footer")),
    ):
        page = soup(reader.get(path, headers={"Accept-Language": language}))
        assert page.html["lang"] == language  # type: ignore[index]
        for selector in selectors:
            [found] = page.select(selector)
            assert tongue_of(found) == expected, (path, selector)
