"""What translators find in the workbench follows the texts, however these were changed."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from leavingwell.content.models import Notice, OfferPage, StoryPage
from leavingwell.content.services.opening import home_page
from leavingwell.content.services.topics import load_national_content
from leavingwell.platform.councils.models import Council
from leavingwell.platform.councils.scope import national_scope, scope
from leavingwell.platform.people.roles import Role
from leavingwell.questionnaires.models import Wording
from leavingwell.questionnaires.services.loading import load_framework
from leavingwell.translations.models import Area, Kind, Origin, Status, Translation, TranslationChange, TranslationUnit
from leavingwell.translations.services import collecting
from leavingwell.translations.services.collecting import collect_all, collect_rows
from leavingwell.translations.services.drafting import save_translation
from leavingwell.translations.services.reviewing import reject
from tests.factories import make_offer, make_person

STAYS = "Collecting again changes nothing"


@pytest.fixture
def council(councils: tuple[Council, Council]) -> Iterator[Council]:
    with scope(councils[0]):
        yield councils[0]


def unit(row: Any, ending: str = "title") -> TranslationUnit:
    return TranslationUnit.objects.get(object_type=row._meta.label_lower, object_id=str(row.pk), key__endswith=ending)


def arabic(row: Any, ending: str = "title") -> Translation:
    return unit(row, ending).translations.get(language="ar")


def story(council: Council, **texts: Any) -> StoryPage:
    page = StoryPage(title="My story", slug="my-story", heading_en="My story", **texts)
    home_page(council).add_child(instance=page)
    return page


def words(title: str, answer: str = "<p>Yes.</p>") -> list[dict[str, Any]]:
    question = {"question": title, "answer": answer}
    return [{"type": "question", "value": question}, {"type": "callout", "value": {"title": "", "words": "Good"}}]


def test_a_save_tells_the_workbench_of_each_text_and_where_it_stands(council: Council) -> None:
    offer = make_offer(council, "Moving in", heading_ar="الانتقال", body_en="<p>More <b>here</b>.</p>")
    found = unit(offer, ":heading")
    assert (found.source, found.area, found.max_length, found.council_id) == ("Moving in", Area.OFFER, 150, council.pk)
    assert found.address == f"/offers/{offer.slug}/"
    assert unit(offer, ":body").kind == Kind.RICH
    there = arabic(offer, ":heading")
    assert (there.text, there.status, there.origin) == ("الانتقال", Status.TRANSLATED, Origin.EDITOR)
    assert there.applied == "الانتقال"


def test_a_change_of_the_english_makes_its_translations_stale_until_it_is_taken_back(council: Council) -> None:
    notice = Notice.objects.create(title_en="We are closed", title_ar="نحن مغلقون")
    notice.title_en = "We are open"
    notice.save()
    found = unit(notice)
    assert (found.source_before, found.source) == ("We are closed", "We are open")
    assert (arabic(notice).status, arabic(notice).source_seen) == (Status.STALE, "We are closed")
    notice.title_en = "We are closed"
    notice.save()
    assert arabic(notice).status == Status.TRANSLATED


def test_an_editors_change_of_a_translation_is_a_new_one_and_the_old_one_is_remembered(council: Council) -> None:
    notice = Notice.objects.create(title_en="We are closed", title_ar="نحن مغلقون")
    notice.title_en, notice.title_ar = "We are open", "نحن مفتوحون"
    notice.save()
    there = arabic(notice)
    assert (there.text, there.status, there.version) == ("نحن مفتوحون", Status.TRANSLATED, 2)
    notice.title_ar = ""
    notice.save()
    assert (arabic(notice).text, arabic(notice).status) == ("", Status.MISSING)
    texts = TranslationChange.objects.filter(unit=unit(notice)).order_by("at").values_list("text", flat=True)
    assert list(texts) == ["نحن مغلقون", "نحن مفتوحون", ""]


def test_a_text_that_goes_is_kept_for_the_memory_and_comes_back(council: Council) -> None:
    notice = Notice.objects.create(title_en="Closed", body_en="Until Monday", body_ar="حتى الاثنين")
    notice.body_en = ""
    notice.save()
    assert unit(notice, ":body").gone
    notice.body_en = "Until Monday"
    notice.save()
    assert not unit(notice, ":body").gone
    key = unit(notice).key
    notice.delete()
    assert TranslationUnit.objects.get(key=key).gone


def test_each_text_in_a_body_of_blocks_is_one_of_its_own(council: Council) -> None:
    page = story(council, body_en=words("Where?"), body_ar=words("أين؟", "<p>نعم.</p>"))
    pieces = TranslationUnit.objects.filter(object_id=str(page.pk), field="body").order_by("order")
    assert [(piece.source, piece.kind) for piece in pieces] == [
        ("Where?", Kind.PLAIN),
        ("<p>Yes.</p>", Kind.RICH),
        ("Good", Kind.PLAIN),
    ]
    assert pieces[0].translations.get(language="ar").text == "أين؟"
    assert pieces[0].max_length == 200
    page.save()
    assert TranslationUnit.objects.filter(object_id=str(page.pk), field="body", gone=False).count() == 3


def test_the_draft_of_a_page_that_was_never_live_is_translated_as_it_stands_now(council: Council) -> None:
    page = story(council, live=False)
    page.heading_en = "What I did"
    page.save_revision()
    assert unit(page, ":heading").source == "What I did"
    with scope(council):
        collect_rows(StoryPage, StoryPage.objects.all())
    assert unit(page, ":heading").source == "What I did"


def test_what_waits_as_a_draft_of_a_live_page_is_not_translated_yet(council: Council) -> None:
    page = story(council)
    page.heading_en = "Not yet"
    page.save_revision()
    assert unit(page, ":heading").source == "My story"
    page.get_latest_revision().publish()
    assert unit(page, ":heading").source == "Not yet"


def test_a_copy_has_texts_of_its_own(council: Council) -> None:
    page = story(council, heading_ar="قصتي")
    copy = page.copy(update_attrs={"slug": "another", "title": "Another"})
    assert unit(copy, ":heading").key != unit(page, ":heading").key
    assert arabic(copy, ":heading").text == "قصتي"


@pytest.mark.parametrize(
    "change",
    [{}, {"heading_en": "New", "heading_ar": "جديد", "summary_en": "New"}, {"order": 1}],
    ids=["nothing", "both languages", "no text"],
)
def test_a_save_costs_at_most_five_queries_more(council: Council, change: dict[str, Any]) -> None:
    offer = make_offer(council, "Moving in", heading_ar="الانتقال")
    offer = OfferPage.objects.get(pk=offer.pk)
    for name, value in change.items():
        setattr(offer, name, value)
    with CaptureQueriesContext(
        connection,
    ) as queries:
        offer.save()
    ours = [one for one in queries.captured_queries if '"translations_' in one["sql"]]
    assert len(ours) <= 5


def test_what_was_sent_back_is_not_ready_when_the_english_comes_back(council: Council) -> None:
    notice = Notice.objects.create(title_en="We are closed")
    row = save_translation(unit(notice), "ar", "نحن مغلقون", by=None)
    reject(row, "Shorter, please.", by=make_person(Role.COUNCIL_ADMIN))
    for title, status in (("We are closed today", Status.STALE), ("We are closed", Status.REJECTED)):
        notice.title_en = title
        notice.save()
        assert arabic(notice).status == status


def test_a_draft_is_a_draft_again_when_the_english_comes_back(council: Council) -> None:
    with scope(council):
        notice = Notice.objects.create(title_en="We are closed")
        unit = TranslationUnit.objects.get(object_id=str(notice.pk), field="title")
        save_translation(unit, "ar", "نحن", by=None, draft=True)
        for title, status in (("Closed", Status.STALE), ("Closed now", Status.STALE), ("We are closed", Status.DRAFT)):
            notice.title_en = title
            notice.save()
            assert arabic(notice).status == status


def test_who_translates_at_that_moment_keeps_their_words(council: Council, monkeypatch: pytest.MonkeyPatch) -> None:
    """The English changes while somebody saves a translation: it is stale then, and none of it is lost."""
    notice = Notice.objects.create(title_en="We are closed", title_ar="نحن مغلقون")
    read = collecting.known

    def known(which: Any) -> Any:
        found = read(which)
        monkeypatch.setattr(collecting, "known", read)
        save_translation(unit(notice), "ar", "كلمات جديدة", by=None)
        return found

    monkeypatch.setattr(collecting, "known", known)
    notice.title_en = "We are closed today"
    notice.save()
    row = arabic(notice)
    assert (row.text, row.version, row.status) == ("كلمات جديدة", 2, Status.STALE)


def test_everything_is_collected_in_as_many_queries_as_there_are_kinds_of_text(framework: None) -> None:
    with national_scope("for a test"):
        first = collect_all()
        total = TranslationUnit.objects.filter(gone=False).count()
        with CaptureQueriesContext(connection) as queries:
            assert collect_all() == first
        assert TranslationUnit.objects.filter(gone=False).count() == total == sum(first.values())
        statements = [one["sql"] for one in queries.captured_queries]
        assert not [sql for sql in statements if "INSERT" in sql or "UPDATE" in sql], STAYS
        assert len(statements) <= 3 * len(first)
        shipped = Translation.objects.filter(unit__object_type=Wording._meta.label_lower, language="ar").first()
        assert shipped
        assert (shipped.status, shipped.origin) == (Status.MACHINE_DRAFT, Origin.SHIPPED)
        assert TranslationUnit.objects.filter(area=Area.PORTAL, kind=Kind.PLURAL).exists()


def test_loading_our_files_again_leaves_what_people_wrote(framework: None) -> None:
    with national_scope("for a test"):
        wording = Wording.objects.filter(council=None, variant="standard").select_related("indicator").first()
        assert wording
        collect_rows(Wording, [wording])
        shipped, wording.text_ar = wording.text_ar, "سؤال كتبه إنسان"
        wording.save()
    load_framework()
    with national_scope("for a test"):
        wording.refresh_from_db()
        assert (wording.text_ar, arabic(wording, ":text").text) == ("سؤال كتبه إنسان", "سؤال كتبه إنسان")
        assert wording.text_ar != shipped
    load_national_content()


def test_a_council_sees_its_own_texts_and_the_nations_alone(councils: tuple[Council, Council]) -> None:
    north, east = councils
    with scope(north):
        notice = Notice.objects.create(title_en="Ours", title_ar="لنا")
    with scope(east):
        assert not TranslationUnit.objects.filter(object_id=str(notice.pk)).exists()
        assert not Translation.objects.filter(text="لنا").exists()
        assert not TranslationChange.objects.filter(text="لنا").exists()
        collect_all()
    with scope(north):
        assert not unit(notice).gone
