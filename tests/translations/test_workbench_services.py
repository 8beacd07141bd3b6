"""From a translator's draft to what young people read, and what may go wrong on the way."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from django.db.models import Q
from django.utils import translation
from django.utils.translation import gettext, ngettext

from leavingwell.content.models import HelpLine, Notice, OfferPage, StoryPage
from leavingwell.content.services.opening import home_page
from leavingwell.platform.councils.scope import national_scope, scope
from leavingwell.platform.people.models import Person
from leavingwell.platform.people.roles import Role
from leavingwell.platform.problems import ProblemCode, Problems
from leavingwell.questionnaires.models import Wording
from leavingwell.translations import registry
from leavingwell.translations.localised import localised
from leavingwell.translations.models import (
    Kind,
    Origin,
    Status,
    Translation,
    TranslationChange,
    TranslationUnit,
    TranslatorLanguage,
)
from leavingwell.translations.registry import Words
from leavingwell.translations.services.collecting import collect, collect_rows
from leavingwell.translations.services.drafting import save_translation, shown_translation, translation_of
from leavingwell.translations.services.reviewing import approve, reject
from leavingwell.translations.services.rights import languages_to_review, languages_to_translate
from leavingwell.translations.sources.catalogues import Catalogue
from tests.factories import Household, make_offer, make_person


@dataclass
class Bench:
    house: Household
    offer: OfferPage

    @property
    def translator(self) -> Person:
        return self.house.people["translator"]

    @property
    def editor(self) -> Person:
        return self.house.people["editor"]

    def unit(self, ending: str = ":heading", row: Any = None) -> TranslationUnit:
        row = row or self.offer
        return TranslationUnit.objects.get(object_id=str(row.pk), key__endswith=ending)

    def write(self, text: Words = "الانتقال", ending: str = ":heading", **more: Any) -> Translation:
        return save_translation(self.unit(ending), "ar", text, **{"by": self.translator, **more})

    def shown(self, field: str = "heading") -> str:
        return localised(OfferPage.objects.get(pk=self.offer.pk), field, ("ar", "en")).value


@pytest.fixture
def bench(north: Household) -> Iterator[Bench]:
    with scope(north.council):
        yield Bench(north, make_offer(north.council, "Moving in", summary_en="You get 5 boxes."))


def codes(refused: Any) -> list[ProblemCode]:
    return [problem.code for problem in refused.value.problems]


def test_nobody_reads_a_translation_before_it_is_approved(bench: Bench) -> None:
    row = bench.write(draft=True)
    assert (row.status, row.version, bench.shown()) == (Status.DRAFT, 1, "Moving in")
    row = bench.write(expected_version=1)
    assert (row.status, bench.shown()) == (Status.TRANSLATED, "Moving in")
    row = approve(row, by=bench.editor, expected_version=row.version)
    assert (row.status, row.reviewed_by, bench.shown()) == (Status.REVIEWED, bench.editor, "الانتقال")
    bench.write("ننتقل", expected_version=row.version)
    assert bench.shown() == "الانتقال"
    history = TranslationChange.objects.filter(unit=bench.unit()).values_list("text", flat=True)
    assert set(history) == {"الانتقال", "ننتقل"}


def test_two_translators_at_once_lose_nothing(bench: Bench) -> None:
    first = bench.write("الأول", expected_version=0)
    with pytest.raises(Problems) as refused:
        bench.write("الثاني", expected_version=0)
    assert codes(refused)[0] == ProblemCode.STALE_VERSION
    assert refused.value.problems[1].theirs == "الأول"
    assert bench.write("الثاني", expected_version=first.version).version == 2


def test_a_second_person_approves_and_may_send_back_with_a_reason(bench: Bench) -> None:
    TranslatorLanguage.objects.create(person=bench.translator, language="ar", may_review=True)
    row = bench.write()
    with pytest.raises(Problems) as refused:
        approve(row, by=bench.translator)
    assert codes(refused) == [ProblemCode.SIGNING_OWN_WORK]
    with pytest.raises(Problems) as refused:
        reject(row, " ", by=bench.editor)
    assert codes(refused) == [ProblemCode.INVALID]
    row = reject(row, "Shorter, please.", by=bench.editor)
    assert (row.status, row.comment) == (Status.REJECTED, "Shorter, please.")
    assert bench.write().status == Status.TRANSLATED


def test_what_was_translated_from_other_english_is_not_approved(bench: Bench) -> None:
    row = bench.write()
    bench.offer.heading_en = "Moving out"
    bench.offer.save()
    with pytest.raises(Problems) as refused:
        approve(row, by=bench.editor)
    assert codes(refused) == [ProblemCode.WRONG_STATE]


def test_what_would_be_wrong_before_young_people_is_not_approved(bench: Bench) -> None:
    with pytest.raises(Problems) as refused:
        approve(bench.write("ا" * 151), by=bench.editor)
    assert codes(refused) == [ProblemCode.INVALID]
    assert bench.shown() == "Moving in"


@pytest.mark.parametrize("text", ["", "  ", "a\0b", ["one", "two"], "x" * 100_001])
def test_no_text_is_no_translation(bench: Bench, text: Words) -> None:
    with pytest.raises(Problems) as refused:
        bench.write(text)
    assert codes(refused) == [ProblemCode.INVALID]


@pytest.mark.parametrize("language", ["en", "pl", "xx", ""])
def test_into_a_language_that_the_council_has_not_chosen_nobody_translates(bench: Bench, language: str) -> None:
    with pytest.raises(Problems) as refused:
        save_translation(bench.unit(), language, "Tekst", by=bench.translator)
    assert codes(refused) == [ProblemCode.INVALID]


def test_a_machine_writes_where_there_is_nothing_and_publishes_nothing(bench: Bench) -> None:
    row = bench.write(by=None, origin=Origin.MACHINE)
    assert (row.status, bench.shown()) == (Status.MACHINE_DRAFT, "Moving in")
    with pytest.raises(Problems) as refused:
        bench.write("آخر", by=None, origin=Origin.MACHINE)
    assert codes(refused)[0] == ProblemCode.STALE_VERSION


def test_languages_are_given_to_translators(bench: Bench, east: Household) -> None:
    assert languages_to_translate(bench.translator) == ["ar"]
    assert languages_to_review(bench.translator) == []
    TranslatorLanguage.objects.create(person=bench.translator, language="pl")
    assert languages_to_translate(bench.translator) == []
    assert languages_to_review(bench.editor) == ["ar"]
    others = (bench.house.people["worker"], bench.house.people["owner"], east.people["editor"])
    for person in others:
        assert languages_to_translate(person) == languages_to_review(person) == []
        with pytest.raises(Problems) as refused:
            bench.write(by=person)
        assert codes(refused) == [ProblemCode.NOT_ALLOWED]


def test_another_councils_texts_are_not_there(bench: Bench, east: Household) -> None:
    unit, row = bench.unit(), bench.write()
    with scope(east.council):
        for act in (
            lambda: save_translation(unit, "ar", "هم", by=east.people["translator"]),
            lambda: approve(row, by=east.people["editor"]),
            lambda: reject(row, "No", by=east.people["editor"]),
        ):
            with pytest.raises(Problems) as refused:
                act()
            assert codes(refused) == [ProblemCode.NOT_FOUND]


def test_a_pages_waiting_draft_learns_of_it_and_stays_a_draft(bench: Bench) -> None:
    page = bench.offer
    page.summary_en, page.summary_ar = "Not yet published.", "لم ينشر بعد"
    page.save_revision()
    approve(bench.write(), by=bench.editor)
    live = OfferPage.objects.get(pk=page.pk)
    assert (live.heading_ar, live.summary_en, live.summary_ar) == ("الانتقال", "You get 5 boxes.", None)
    draft = live.latest_revision.as_object()
    assert (draft.heading_ar, draft.summary_en) == ("الانتقال", "Not yet published.")
    live.latest_revision.publish()
    assert bench.shown() == "الانتقال"
    assert translation_of(bench.unit(), "ar").status == Status.REVIEWED  # type: ignore[union-attr]


def test_going_back_to_an_older_version_keeps_what_was_approved_since(bench: Bench) -> None:
    old = bench.offer.save_revision()
    bench.offer.provider = "Somebody else"
    bench.offer.save_revision().publish()
    approve(bench.write(), by=bench.editor)
    back = old.as_object()
    back.save_revision(previous_revision=old).publish()
    page = OfferPage.objects.get(pk=bench.offer.pk)
    assert (page.provider, page.heading_ar) == ("", "الانتقال")


def test_an_open_form_is_out_of_date_after_an_approval(bench: Bench) -> None:
    before = bench.offer.save_revision().created_at
    approve(bench.write(), by=bench.editor)
    page = OfferPage.objects.get(pk=bench.offer.pk)
    assert page.latest_revision.created_at > before


def test_nobody_reads_half_a_body(bench: Bench) -> None:
    page = StoryPage(title="Mine", slug="mine", heading_en="Mine")
    page.body_en = [{"type": "callout", "value": {"title": "Good", "words": "Well done"}}]
    home_page(bench.house.council).add_child(instance=page)
    title, said = bench.unit(":title", page), bench.unit(":words", page)
    approve(save_translation(title, "ar", "جيد", by=bench.translator), by=bench.editor)
    assert not StoryPage.objects.get(pk=page.pk).body_ar
    approve(save_translation(said, "ar", "أحسنت", by=bench.translator), by=bench.editor)
    body = StoryPage.objects.get(pk=page.pk).body_ar
    assert (body[0].value["title"], body[0].value["words"]) == ("جيد", "أحسنت")
    assert all(row.applied_hash for row in Translation.objects.filter(unit__in=[title, said]))
    approve(save_translation(said, "ar", "عمل جيد", by=bench.translator), by=bench.editor)
    assert StoryPage.objects.get(pk=page.pk).body_ar[0].value["words"] == "عمل جيد"


def national_line() -> HelpLine:
    with national_scope("for a test"):
        line = HelpLine.objects.create(title_en="Police", title_ar="شرطة", phone="999")
        collect_rows(HelpLine, [line])
    return line


def test_a_council_improves_a_national_translation_for_itself_alone(bench: Bench, east: Household) -> None:
    line = national_line()
    row = save_translation(bench.unit(":title", line), "ar", "الشرطة", by=bench.translator)
    assert (row.council_id, localised(line, "title", ("ar",)).value) == (bench.house.council.pk, "شرطة")
    approve(row, by=bench.editor)
    assert localised(line, "title", ("ar",)).value == "الشرطة"
    assert shown_translation(row.unit, "ar") == row
    line.refresh_from_db()
    assert line.title_ar == "شرطة"
    with scope(east.council):
        assert localised(line, "title", ("ar",)).value == "شرطة"
        assert shown_translation(row.unit, "ar") != row


def test_the_nation_translates_in_its_own_scope(bench: Bench) -> None:
    line = national_line()
    with national_scope("for a test"):
        operator = make_person(Role.FRAMEWORK_EDITOR, "National editor")
        unit = bench.unit(":title", line)
        row = approve(save_translation(unit, "pl", "Policja", by=operator), by=None)
        assert (row.council_id, HelpLine.objects.get(pk=line.pk).title_pl) == (None, "Policja")
    assert languages_to_translate(operator) == []


def test_question_wording_becomes_a_draft_as_its_editor_would_write_it(bench: Bench) -> None:
    national = Wording.objects.filter(council=None).first()
    assert national
    own = Wording.objects.create(indicator=national.indicator, variant=national.variant, text_en="Our own question?")
    unit = bench.unit(":text", own)
    assert unit.domain == own.indicator.domain.code
    approve(save_translation(unit, "ar", "سؤالنا؟", by=bench.translator), by=bench.editor)
    own.refresh_from_db()
    assert own.text_ar == "سؤالنا؟"


def test_words_of_the_interface_are_laid_over_the_catalogue(bench: Bench, east: Household) -> None:
    catalogue = next(one for one in registry.sources() if isinstance(one, Catalogue) and one.name == "portal")
    texts = list(catalogue.texts())
    chosen = [next(one for one in texts if one.source == "Sign in")]
    chosen.append(next(one for one in texts if one.kind == Kind.PLURAL and "%(" not in one.source_plural))
    with national_scope("for a test"):
        collect(chosen, Q(key__in=[one.key for one in chosen]))
    plain, plural = (TranslationUnit.objects.get(key=one.key) for one in chosen)
    with translation.override("ar"):
        shipped = gettext("Sign in")
        approve(save_translation(plain, "ar", "ادخل هنا", by=bench.translator), by=bench.editor)
        assert gettext("Sign in") == "ادخل هنا"
        forms = [f"شكل {number} %d" if "%d" in plural.source_plural else f"شكل {number}" for number in range(6)]
        approve(save_translation(plural, "ar", forms, by=bench.translator), by=bench.editor)
        assert ngettext(plural.source, plural.source_plural, 2).startswith("شكل 2")
        with scope(east.council):
            assert gettext("Sign in") == shipped
    assert gettext("Sign in") == "Sign in"


def test_a_warm_request_asks_the_database_for_no_interface_words(bench: Bench, django_assert_num_queries: Any) -> None:
    with translation.override("ar"):
        gettext("Sign in")
        with django_assert_num_queries(0):
            gettext("Sign in")
            localised(bench.offer, "heading", ("ar", "en"))


def test_of_a_notice_only_the_language_that_was_approved_changes(bench: Bench) -> None:
    notice = Notice.objects.create(title_en="Closed", title_ar="مغلق")
    Notice.objects.filter(pk=notice.pk).update(title_pl="Zamknięte")
    approve(save_translation(bench.unit(":title", notice), "ar", "نحن مغلقون", by=bench.translator), by=bench.editor)
    notice.refresh_from_db()
    assert (notice.title_ar, notice.title_pl) == ("نحن مغلقون", "Zamknięte")
