"""A council betters a national text for itself, and hands its words up."""

import pytest

from leavingwell.content.models import HelpLine
from leavingwell.platform.councils.scope import national_scope, scope
from leavingwell.platform.people.roles import Role
from leavingwell.translations.localised import localised
from leavingwell.translations.models import Origin, Status, Suggestion, TermRendering, Translation, TranslationUnit
from leavingwell.translations.services.arriving import arriving
from leavingwell.translations.services.reviewing import approve
from tests.admin.asking import at, at_the_nation, form_in, text_of
from tests.factories import make_person
from tests.translations.workbench.conftest import address, written

OURS = "شخص تتحدث معه ليلا ونهارا"
PLACE = "/admin/translate/suggestions/"
WORDS = "/admin/translate/words/"


def line_in(household, unit):
    with scope(household.council):
        return localised(HelpLine.objects.get(pk=unit.object_id), "title", ("ar", "en")).value


@pytest.fixture
def improved(north, texts):
    row = written(north, texts.national, OURS)
    with scope(north.council):
        return approve(row, by=north.editor)


@pytest.fixture
def suggested(translator, texts, improved):
    page = translator.get(address(texts.national))
    assert (
        translator.post(address(texts.national), {**form_in(page), "do": "suggest", "note": "Warmer"}).status_code
        == 302
    )
    with national_scope("look"):
        return Suggestion.objects.get()


def nations_row(texts):
    with national_scope("look"):
        return Translation.objects.filter(unit=texts.national, council=None, language="ar").first()


def test_a_councils_own_translation_is_read_there_alone(north, east, texts, improved):
    assert line_in(north, texts.national) == OURS
    assert line_in(east, texts.national) != OURS
    assert OURS not in at(east.council, east.translator).get(address(texts.national)).content.decode()


def test_the_council_can_go_back_to_the_nations(north, texts, improved, reviewer):
    page = reviewer.get(address(texts.national))
    assert reviewer.post(address(texts.national), {**form_in(page), "do": "go-back"}).status_code == 302
    assert line_in(north, texts.national) != OURS
    assert OURS in reviewer.get(address(texts.national)).content.decode()  # in the history


def test_the_nation_takes_it_for_everybody(east, texts, suggested, operator):
    assert OURS in operator.get(PLACE).content.decode()
    assert "warmer" in text_of(operator.get(f"{PLACE}{suggested.pk}/"))
    assert operator.post(f"{PLACE}{suggested.pk}/", {"do": "take"}).status_code == 302
    row = nations_row(texts)
    assert (row.text, row.status) == (OURS, Status.REVIEWED)
    assert line_in(east, texts.national) == OURS


def test_the_nation_leaves_it_and_says_why(north, texts, suggested, operator, translator):
    assert operator.post(f"{PLACE}{suggested.pk}/", {"do": "leave", "answer": ""}).status_code == 422
    assert operator.post(f"{PLACE}{suggested.pk}/", {"do": "leave", "answer": "x" * 501}).status_code == 422
    assert operator.post(f"{PLACE}{suggested.pk}/", {"do": "leave", "answer": "Too local"}).status_code == 302
    assert nations_row(texts) is None
    assert "too local" in text_of(translator.get(PLACE))
    assert line_in(north, texts.national) == OURS
    assert operator.get(f"{PLACE}{suggested.pk}/").status_code == 404


def test_what_was_made_from_other_english_is_not_taken(texts, suggested, operator):
    with national_scope("the English changes"):
        line = HelpLine.objects.get(pk=texts.national.object_id)
        line.title_en = "Somebody to write to"
        line.save()
    assert operator.post(f"{PLACE}{suggested.pk}/", {"do": "take"}).status_code == 422
    assert nations_row(texts) is None


def test_councils_do_not_decide_nor_see_each_others(north, east, texts, suggested, translator):
    assert translator.get(f"{PLACE}{suggested.pk}/").status_code == 404
    assert translator.post(f"{PLACE}{suggested.pk}/", {"do": "take"}).status_code == 404
    theirs = at(east.council, east.translator)
    assert OURS not in theirs.get(PLACE).content.decode()
    assert theirs.post(f"{PLACE}{suggested.pk}/", {"do": "take"}).status_code == 404
    assert nations_row(texts) is None


def test_only_a_finished_translation_of_a_national_text_goes_up(north, texts, translator):
    written(north, texts.north, "مستشارك %(day)s")
    written(north, texts.national, "شخص", draft=True)
    for unit in (texts.north, texts.national):
        page = translator.get(address(unit))
        assert translator.post(address(unit), {**form_in(page), "do": "suggest"}).status_code == 422


def term_of():
    with national_scope("look"):
        return TranslationUnit.objects.get(field="term", source="personal adviser")


def test_required_and_forbidden_words(north, texts, reviewer, translator):
    term = term_of()
    given = {"term": str(term.pk), "say": "المرشد الشخصي", "never": "الموظف\n\nالعامل"}
    assert reviewer.post(f"{WORDS}?language=ar", given).status_code == 302
    page = translator.post(f"{address(texts.north)}check/", {"text": "الموظف %(day)s"}).content.decode()
    assert "Do not say “الموظف”" in page
    assert "المرشد الشخصي" in page
    assert "المستشار" not in page
    refused = reviewer.post(f"{WORDS}?language=ar", {**given, "never": "المرشد الشخصي"})
    assert refused.status_code == 422


def test_the_nations_words_hold_in_every_council(texts, operator, translator):
    given = {"term": str(term_of().pk), "say": "المرشد", "never": "الموظف"}
    assert operator.post(f"{WORDS}?language=ar", given).status_code == 302
    assert "المرشد" in translator.get(address(texts.north)).content.decode()
    assert operator.post(f"{WORDS}?language=ar", {**given, "say": "", "never": ""}).status_code == 302
    assert "المرشد" not in translator.get(address(texts.north)).content.decode()


def test_words_are_set_by_reviewers_and_stay_in_their_council(north, east, texts, translator, reviewer):
    given = {"term": str(term_of().pk), "say": "المرشد", "never": ""}
    assert translator.post(f"{WORDS}?language=ar", given)["Location"] == "/admin/"
    assert reviewer.post(f"{WORDS}?language=ar", {**given, "term": "nonsense"}).status_code == 404
    assert reviewer.post(f"{WORDS}?language=ar", given).status_code == 302
    assert "المرشد" not in at(east.council, east.translator).get(f"{WORDS}?language=ar").content.decode()
    with national_scope("look"):
        assert TermRendering.objects.get().council_id == north.council.pk


def test_the_nations_own_translators_write_what_operators_approve(texts, operator):
    with national_scope("staff for tests"):
        person = make_person(Role.TRANSLATOR, "Nadia National")
    client, here = at_the_nation(person.user), address(texts.national)
    assert "nadia national" in text_of(operator.get("/admin/translate/translators/"))
    assert operator.post(f"/admin/translate/translators/{person.pk}/", {"translates": ["ar"]}).status_code == 302
    assert client.post(here, {"do": "save", "text": OURS, "version": "0"}).status_code == 302
    elsewhere = client.post(address(texts.national, "cy"), {"do": "save", "text": "x", "version": "0"})
    assert elsewhere["Location"] == "/admin/"
    assert client.get(address(texts.north)).status_code == 404
    assert operator.post(here, {**form_in(operator.get(here)), "do": "approve"}).status_code == 302
    assert nations_row(texts).status == Status.REVIEWED


@pytest.fixture
def machine_draft(texts):
    """Shipped with the platform, and checked by nobody."""
    with national_scope("a draft comes with the platform"), arriving(Origin.SHIPPED):
        line = HelpLine.objects.get(pk=texts.national.object_id)
        line.title_ar = OURS
        line.save()
    assert nations_row(texts).status == Status.MACHINE_DRAFT
    return texts.national


def councils_row(household, unit):
    with scope(household.council):
        return Translation.objects.filter(unit=unit, language="ar", council=household.council).first()


def test_a_councils_reviewer_finds_a_machines_draft_right(north, east, texts, machine_draft, reviewer, operator):
    here = address(machine_draft)
    page = reviewer.get(here)
    assert "It is right" in page.content.decode()
    assert reviewer.post(here, {**form_in(page), "do": "it-is-right"}).status_code == 302
    row = councils_row(north, machine_draft)
    assert (row.status, row.reviewed_by_id, row.applied_text) == (Status.REVIEWED, north.editor.pk, OURS)
    assert nations_row(texts).status == Status.MACHINE_DRAFT
    assert councils_row(east, machine_draft) is None
    assert "It is right" not in reviewer.get(here).content.decode()
    assert reviewer.post(here, {**form_in(page), "do": "it-is-right"}).status_code == 422  # an old form
    assert operator.post(here, {**form_in(operator.get(here)), "do": "it-is-right"}).status_code == 404


def test_words_that_were_changed_are_not_found_right_by_who_changed_them(north, machine_draft, reviewer):
    here = address(machine_draft)
    answer = reviewer.post(here, {**form_in(reviewer.get(here)), "text": "غير ذلك", "do": "it-is-right"})
    assert answer.status_code == 422
    assert "غير ذلك" in answer.content.decode()
    assert councils_row(north, machine_draft) is None


def test_only_who_reviews_finds_it_right_and_only_what_can_be_shown(north, east, texts, machine_draft, translator):
    here = address(machine_draft)
    page = translator.get(here)
    assert "It is right" not in page.content.decode()
    assert translator.post(here, {**form_in(page), "do": "it-is-right"})["Location"] == "/admin/"
    with national_scope("the English changes"):
        line = HelpLine.objects.get(pk=machine_draft.object_id)
        line.title_en = "Somebody to write to"
        line.save()
    client = at(north.council, north.editor)
    assert client.post(here, {**form_in(client.get(here)), "do": "it-is-right"}).status_code == 422
    assert councils_row(north, machine_draft) is None
