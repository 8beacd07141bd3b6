"""A council's own copy of what the nation wrote: in whose place it stands, and what becomes of it."""

import pytest
from wagtail.models import Page

from leavingwell.content.models import GlossaryTerm, HelpLine, OfferPage, StandardPage
from leavingwell.content.national.words import lines
from leavingwell.content.services.inheriting import copy_of, keep_ours, make_own_copy, take_national
from leavingwell.platform.audit.models import AuditEntry
from leavingwell.platform.councils.scope import scope
from leavingwell.platform.problems import ProblemCode, Problems
from tests.api import ask
from tests.content.national.conftest import KINDS, WORDS

EVERYTHING = """{ offers { edges { node { slug isNational summary { value } } } }
    page(slug: "what-you-can-expect-from-your-council") { intro { value } }
    glossary { term { value } meaning { value } } helpLines { phone note { value } } }"""


def read(council, model):
    """What young people read in the place of the national row."""
    found = ask(None, council, EVERYTHING)["data"]
    if model is StandardPage:
        return [found["page"]["intro"]["value"]]
    if model is OfferPage:
        nodes = [edge["node"] for edge in found["offers"]["edges"]]
        return [node["summary"]["value"] for node in nodes if node["slug"].startswith("university-bursary")]
    if model is HelpLine:
        return [line["note"]["value"] for line in found["helpLines"] if line["phone"] == "111"]
    return [word["meaning"]["value"] for word in found["glossary"] if word["term"]["value"] == "Grant"]


def published(own):
    if isinstance(own, Page):
        own.get_latest_revision().publish()
        own.refresh_from_db()
    return own


def own_words(own, text):
    field = WORDS[type(own)]
    if isinstance(own, Page):
        draft = own.get_latest_revision_as_object()
        setattr(draft, field, text)
        draft.save_revision().publish()
    else:
        setattr(own, field, text)
        own.save()


@pytest.mark.parametrize("model", KINDS)
def test_every_council_reads_the_national_words(north, east, nation_says, model):
    words = getattr(nation_says(model), WORDS[model])
    assert read(north.council, model) == read(east.council, model) == [words]


def test_the_nations_offers_say_so(north, nation_says):
    offers = ask(None, north.council, EVERYTHING)["data"]["offers"]["edges"]
    assert {edge["node"]["isNational"] for edge in offers} == {True}
    assert len(offers) >= 8


@pytest.mark.parametrize("model", KINDS)
def test_a_copy_stands_in_the_place_of_the_national_words_in_its_council_alone(north, east, nation_says, model):
    national = nation_says(model)
    before = getattr(national, WORDS[model])
    with scope(north.council):
        own = make_own_copy(national, by=north.editor)
        assert (own.council_id, own.replaces_id) == (north.council.pk, national.pk)
        assert own.national_words[WORDS[model]] == before
        own_words(own, "As we say it here.")
    assert read(north.council, model) == ["As we say it here."]
    assert read(east.council, model) == [before]
    with scope(north.council):
        entry = AuditEntry.objects.get(action="content.national_copied")
        assert entry.actor_id == north.editor.pk


def test_a_draft_stands_in_the_place_of_nothing(north, nation_says):
    national = nation_says(OfferPage)
    with scope(north.council):
        own = make_own_copy(national, by=north.editor)
        assert not own.live
        assert own.last_checked_on is None
    assert read(north.council, OfferPage) == [national.summary_en]


def test_a_copy_holds_the_councils_languages_alone(north, nation_says):
    with scope(north.council):
        own = make_own_copy(nation_says(GlossaryTerm), by=north.editor)
    assert own.meaning_ar
    assert own.meaning_pl is None  # it would no longer say what the council's English says


@pytest.mark.parametrize("model", KINDS)
def test_one_copy_is_enough(north, nation_says, model):
    with scope(north.council):
        own = make_own_copy(nation_says(model), by=north.editor)
        for wrong, code in ((nation_says(model), ProblemCode.WRONG_STATE), (own, ProblemCode.NOT_FOUND)):
            with pytest.raises(Problems) as refused:
                make_own_copy(wrong, by=north.editor)
            assert refused.value.problems[0].code is code


def test_a_copy_of_a_copy_stands_for_nothing_national(north, nation_says):
    with scope(north.council):
        own = make_own_copy(nation_says(OfferPage), by=north.editor)
        second = own.copy(update_attrs={"slug": "second", "title": "Second"})
        assert (second.replaces_id, second.national_words) == (None, {})


def changed_lines(own):
    with scope(own.council):
        own = type(own).objects.select_related("replaces").get(pk=own.pk)
        return {line.column: (line.before, line.now) for line in lines(own, own.replaces, ["en"]) if line.has_changed}


@pytest.mark.parametrize("model", KINDS)
def test_what_the_nation_has_changed_since_can_be_seen_and_kept_out(north, nation_says, nation_changes, model):
    column, before = WORDS[model], getattr(nation_says(model), WORDS[model])
    with scope(north.council):
        own = published(make_own_copy(nation_says(model), by=north.editor))
    assert changed_lines(own) == {}
    nation_changes(model, **{column: "The nation says more."})
    assert changed_lines(own) == {column: (before, "The nation says more.")}
    with scope(north.council):
        keep_ours(copy_of(nation_says(model)), by=north.editor)
    assert changed_lines(own) == {}
    assert read(north.council, model) == [before]


@pytest.mark.parametrize("model", KINDS)
def test_the_new_national_words_can_be_taken(north, nation_says, nation_changes, model):
    column = WORDS[model]
    with scope(north.council):
        own = published(make_own_copy(nation_says(model), by=north.editor))
        own_words(own, "As we say it here.")
    nation_changes(model, **{column: "The nation says more."})
    with scope(north.council):
        take_national(copy_of(nation_says(model)), by=north.editor)
        own = copy_of(nation_says(model))
        if isinstance(own, Page):
            assert getattr(own, column) == "As we say it here."  # a draft, until somebody publishes it
            published(own)
    assert changed_lines(own) == {}
    assert read(north.council, model) == ["The nation says more."]


def test_what_only_the_council_changed_stays_when_new_national_words_are_taken(north, nation_says, nation_changes):
    with scope(north.council):
        own = make_own_copy(nation_says(HelpLine), by=north.editor)
        own_words(own, "As we say it here.")
    nation_changes(HelpLine, phone="112")
    assert changed_lines(own) == {"phone": ("111", "112")}
    with scope(north.council):
        take_national(copy_of_line(own), by=north.editor)
        line = HelpLine.objects.get(pk=own.pk)
        assert (line.phone, line.note_en) == ("112", "As we say it here.")


def copy_of_line(own):
    return HelpLine.objects.select_related("replaces").get(pk=own.pk)


def test_without_its_national_row_a_copy_is_simply_the_councils(north, nation_says):
    from leavingwell.platform.councils.scope import national_scope

    with scope(north.council):
        own = make_own_copy(nation_says(GlossaryTerm), by=north.editor)
    with national_scope("no longer needed"):
        nation_says(GlossaryTerm).delete()
    with scope(north.council):
        own.refresh_from_db()
        with pytest.raises(Problems):
            keep_ours(own, by=north.editor)
    assert read(north.council, GlossaryTerm) == [own.meaning_en]
