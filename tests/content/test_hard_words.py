"""The words of the glossary, found in texts."""

import pytest

from leavingwell.content.glossary import Glossary
from leavingwell.content.models import GlossaryTerm
from leavingwell.platform.councils.scope import scope
from tests.api import ask
from tests.factories import make_offer

TERMS = [
    GlossaryTerm(term_en="Council", meaning_en="Who runs the town."),
    GlossaryTerm(term_en="Council tax", meaning_en="A bill."),
    GlossaryTerm(term_en="Grant", meaning_en="Money you keep.", term_ar="منحة", meaning_ar="مال لك."),
    GlossaryTerm(term_en="C++ (a language)", meaning_en="Odd.", term_bn="অনুদান", meaning_bn="টাকা"),
]


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("en", "A GRANT is a grant.", [("GRANT", "Grant")]),
        (
            "en",
            "Grants, the council’s tax and council  tax",
            [("Grants", "Grant"), ("council’s", "Council"), ("council  tax", "Council tax")],
        ),
        ("en", "Granted, immigrant", []),
        ("en", "<p>A <b>grant</b> for R&amp;D</p>", [("grant", "Grant")]),
        ("en", '<h3>Grants</h3><p>see <a href="/grant/">the grant</a></p>', []),
        ("en", "learn c++ (a language)!", [("c++ (a language)", "C++ (a language)")]),
        ("ar", "هذه المنحة لك", [("المنحة", "منحة")]),
        ("ar", "A grant", []),
        ("bn", "এটি অনুদান।", [("অনুদান", "অনুদান")]),
        ("en", "", []),
    ],
)
def test_whole_words_once_in_the_texts_own_language(language, text, found):
    assert [(word.words, word.term) for word in Glossary(TERMS, language).in_text(text)] == found


def test_any_text_of_the_api_tells_its_hard_words(north, east):
    with scope(east.council):
        GlossaryTerm.objects.create(term_en="Laptop", meaning_en="Of the east.")
    with scope(north.council):
        GlossaryTerm.objects.create(term_en="Grant", meaning_en="Money you keep.")
        make_offer(north.council, slug="home", summary_en="A grant for a laptop.")
    asked = '{ offer(slug: "home") { summary { hardWords { words term meaning } } title { hardWords { term } } } }'
    assert ask(None, north.council, asked)["data"]["offer"] == {
        "summary": {"hardWords": [{"words": "grant", "term": "Grant", "meaning": "Money you keep."}]},
        "title": {"hardWords": []},
    }
