"""The national content: the same however often it is loaded, in English and Arabic."""

from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client

from leavingwell.content.models import GlossaryTerm, HelpLine, OfferTopic
from leavingwell.content.services.topics import load_national_content
from leavingwell.platform.councils.models import Council
from leavingwell.platform.councils.scope import ScopeViolation, national_scope, scope
from tests.conftest import check_links
from tests.factories import restore_wagtail_roots

ACT = {"a": "health", "b": "relationships", "c": "education", "d": "employment", "e": "home", "f": "participation"}
BEGUN = list(ACT.values())
ACT |= {"g": "money", "s8": "transition"}  # of 2026, and not in force


@pytest.fixture(scope="module")
def _national(_module_transaction: None) -> None:
    restore_wagtail_roots()
    load_national_content()
    check_links()


@pytest.fixture
def national(_national: None, db: Any) -> None:
    """Loaded once for the file, after the test that loads it by itself."""


def stored() -> list[Any]:
    with national_scope("look"):
        return [list(model.objects.order_by("pk").values()) for model in (OfferTopic, HelpLine, GlossaryTerm)]


def test_the_command_loads_the_framework_too(db: Any) -> None:
    restore_wagtail_roots()
    out = StringIO()
    call_command("load_national", stdout=out)
    assert out.getvalue().splitlines()[:3] == [
        "Loaded: Outcomes Framework",
        "Loaded: 2 example plans",
        "Loaded: topics, help lines, glossary, offers and pages",
    ]
    assert "portal: " in out.getvalue()  # and the texts for translators


def test_the_topics_are_those_of_the_act(national: None) -> None:
    with national_scope("look"):
        assert dict(OfferTopic.objects.values_list("paragraph", "code")) == ACT


def test_every_text_is_there_in_english_and_arabic(national: None) -> None:
    fields_of = {OfferTopic: ["title"], HelpLine: ["title", "note"], GlossaryTerm: ["term", "meaning"]}
    with national_scope("look"):
        for model, fields in fields_of.items():
            for row in model.objects.all():
                assert all(getattr(row, f"{name}_{language}") for name in fields for language in ("en", "ar")), row


def test_loading_again_changes_nothing(national: None) -> None:
    before = stored()
    load_national_content()
    assert stored() == before


def test_a_council_reads_them_and_changes_none(national: None, councils: tuple[Council, Council]) -> None:
    with scope(councils[0]):
        line = HelpLine.objects.get(phone="111")
        line.note_en = "Choose option 9."
        with pytest.raises(ScopeViolation):
            line.save()


def test_a_visitor_of_any_council_sees_the_topics_in_the_order_of_the_act(
    national: None, councils: tuple[Council, Council]
) -> None:
    asked = {"query": '{ offerTopics(language: "ar") { code title { value language } } }'}
    for council in councils:
        answer = Client(HTTP_HOST=council.host).post("/graphql/", asked, content_type="application/json").json()
        topics = answer["data"]["offerTopics"]
        assert [topic["code"] for topic in topics] == BEGUN
        assert {topic["title"]["language"] for topic in topics} == {"ar"}
