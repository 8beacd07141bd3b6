"""A whole questionnaire as one file: out of one council and into another, through the admin."""

import pytest
from django.core.cache import cache
from django.core.files.storage import default_storage

from leavingwell.platform.audit.models import AuditEntry
from leavingwell.platform.councils.scope import national_scope, scope
from leavingwell.questionnaires.kinds import AnswerType
from leavingwell.questionnaires.models import (
    ChoiceLabel,
    Indicator,
    QuestionMedia,
    Questionnaire,
    QuestionnaireVersion,
    Wording,
)
from leavingwell.questionnaires.own_question import OwnQuestion
from leavingwell.questionnaires.services.own_questions import add_question, retire
from leavingwell.questionnaires.services.publishing import publish
from tests.admin.asking import at, text_of
from tests.questionnaires.exchange_files import (
    IMPORT,
    carry_out,
    changed,
    draft,
    export,
    form_of,
    furnish,
    indicator,
    reworded,
    sealed,
    steps,
    stored,
    upload,
    with_codes,
)


@pytest.fixture
def client(north):
    return at(north.council, north.questionnaire_editor)


@pytest.fixture
def there(east):
    return at(east.council, east.questionnaire_editor)


def national_media():
    """The names of the nation's pictures, which every export holds."""
    with national_scope("look for a test"):
        return set(QuestionMedia.objects.filter(council=None).values_list("name", flat=True))


def of_standard_words(content):
    """As an old version was: no variants, no pictures."""
    for area in content["domains"]:
        for one in area["questions"]:
            one["texts"], one["media"] = ({"standard": one[key]["standard"]} for key in ("texts", "media"))
            one["choices"] = [{**choice, "labels": {}} for choice in one["choices"]]
    return content


def test_a_second_council_adopts_a_whole_questionnaire(client, there, north, east):
    furnish(north)
    document = export(client)
    answer = carry_out(there, document)
    assert "your draft is now what the file of northmoor says" in text_of(answer)
    codes = {"NM-HOME-01": "EM-HOME-01", "NM-HOME-02": "EM-HOME-02"}
    assert draft(east) == with_codes(draft(north), codes)
    with scope(east.council):
        rooms = Indicator.objects.get(code="EM-HOME-01")
        assert (rooms.adopted_from, rooms.council) == ("northmoor:NM-HOME-01", east.council)
        own = QuestionMedia.objects.filter(council=east.council)
        assert len(own) == 2  # the nation's pictures are there for everybody
        assert all(default_storage.exists(row.path) for row in own)


def test_the_dry_run_tells_everything_and_does_nothing(client, there, north, east):
    furnish(north)
    before, files = draft(east), stored(east)
    answer = upload(there, export(client))
    assert draft(east) == before
    assert stored(east) == files
    with scope(east.council):
        assert not Indicator.objects.filter(council=east.council).exists()
        assert not AuditEntry.objects.filter(action="questionnaire.imported").exists()
        assert not QuestionMedia.objects.filter(council=east.council).exists()
    found = steps(answer)
    assert found["Added as your own questions, under codes of your own"] == ["EM-HOME-01", "EM-HOME-02"]
    assert "HOME-03" in found["Other words"]
    assert found["Other pictures or recordings"] == ["HOME-01"]
    assert len(found["Not asked any more (hidden, not deleted)"]) == 1
    assert found["Somebody is told after other answers"] == ["HOME-03"]
    page = answer.content.decode()
    assert '<ins lang="en" dir="ltr">Is it warm at yours?</ins>' in page
    assert '<ins lang="ar" dir="rtl">هل بيتك دافئ؟</ins>' in page
    assert "NM-HOME-01 → <strong>EM-HOME-01</strong>" in page


def test_nothing_is_published_and_the_way_to_publish_is_shown(client, there, north, east):
    furnish(north)
    answer = carry_out(there, export(client))
    with scope(east.council):
        assert not QuestionnaireVersion.objects.filter(council=east.council).exists()
    assert "/admin/publish-questions/" in answer.content.decode()
    with scope(east.council):
        publish(Questionnaire.objects.get(), by=None)


def test_the_same_file_changes_nothing_the_second_time(client, there, north, east):
    furnish(north)
    document = export(client)
    carry_out(there, document)
    after = draft(east)
    answer = upload(there, document)
    assert "there is nothing to do" in text_of(answer)
    there.post(IMPORT, {**form_of(answer), "do": "1"})
    assert draft(east) == after
    with scope(east.council):
        assert AuditEntry.objects.filter(action="questionnaire.imported").count() == 1


def test_a_questionnaire_comes_home_again(client, there, north, east):
    """What another council adopted, and gives back, is one's own: nothing is made twice."""
    furnish(north)
    carry_out(there, export(client))
    answer = upload(client, export(there))
    assert "there is nothing to do" in text_of(answer)


def test_ones_own_earlier_export_brings_the_earlier_words_back(client, north):
    before, document = draft(north), export(client)
    furnish(north)
    carry_out(client, document)
    kept = [code for area in draft(north)["domains"] for code in (one["code"] for one in area["questions"])]
    assert kept.count("NM-HOME-01") == 1
    for area in (after := draft(north))["domains"]:
        area["questions"] = [one for one in area["questions"] if not one["is_own"]]
    assert after == before
    with scope(north.council):
        assert not Wording.objects.filter(council=north.council, indicator__council=None).exists()
        assert not ChoiceLabel.objects.filter(council=north.council).exists()


def test_what_was_replaced_is_on_record(client, there, north, east):
    furnish(north)
    with scope(east.council):
        reworded("HOME-03", text_en="East says: warm?")
    carry_out(there, export(client))
    with scope(east.council):
        entry = AuditEntry.objects.get(action="questionnaire.imported")
    assert entry.actor_id == east.questionnaire_editor.pk
    assert entry.changes["HOME-03 text standard en"] == ["East says: warm?", "Is it warm at yours?"]


def test_a_language_that_the_council_has_not_chosen_is_left_as_it_is(client, there, north, east):
    with scope(east.council):
        reworded("HOME-03", text_en="East?", text_pl="Wschód?")
    document = export(client)
    texts = {"text": {"en": "New?", "ckb": "نوێ؟"}, "help": {}, "prompt": {}}
    carry_out(there, changed(document, "HOME-03", texts={"standard": texts}))
    with scope(east.council):
        own = Wording.objects.get(council=east.council, indicator__code="HOME-03")
    assert (own.text_en, own.text_ckb, own.text_pl) == ("New?", None, "Wschód?")


def test_core_questions_and_ones_own_that_the_file_lacks_stay(client, there, east):
    with scope(east.council):
        add_question("HOME", OwnQuestion(AnswerType.TEXT, {"text": {"en": "Ours?"}}), by=None)
    document = export(client)
    home = document["content"]["domains"][0]
    for gone in home["questions"][:2]:
        document["media"].pop(gone["media"]["easy_read"]["picture"]["name"])
    home["questions"] = home["questions"][2:]
    page = text_of(upload(there, sealed(document)))
    assert "core questions are asked everywhere, so it stays" in page
    assert "it is your own question, and not in the file" in page


def test_what_is_not_known_here_is_told_and_left_out(client, there, east):
    document = export(client)
    home = document["content"]["domains"][0]
    later = {**home["questions"][0], "code": "HOME-99", "is_core": False}
    home["questions"].append(later)
    home["questions"][3] = {
        **home["questions"][3],
        "show_when": {"question": "HOME-99", "is": ["no"]},
        "is_core": False,
    }
    before = draft(east)
    answer = upload(there, sealed(document))
    assert "home-99</strong> the nation does not ask this here" in text_of(answer)
    assert draft(east) == before


def test_a_question_that_was_retired_here_stays_retired(client, there, north, east):
    furnish(north)
    document = export(client)
    carry_out(there, document)
    with scope(east.council):
        retire(indicator("EM-HOME-02"), by=None)
    page = text_of(upload(there, document))
    assert "you have it as em-home-02, and retired it" in page
    assert "there is nothing to do" in page


def test_what_is_published_keeps_how_it_is_answered(client, there, north, east):
    furnish(north)
    document = export(client)
    carry_out(there, document)
    with scope(east.council):
        publish(Questionnaire.objects.get(), by=None)
    limits = {"least": None, "most": None}
    other = changed(document, "NM-HOME-02", answer_type="DATE", limits=limits)
    assert "this was published as" in text_of(upload(there, other))


def test_a_draft_that_moved_on_is_shown_once_more(client, there, north, east):
    furnish(north)
    answer = upload(there, export(client))
    with scope(east.council):
        reworded("HOME-05", text_en="In between?")
    second = there.post(IMPORT, {**form_of(answer), "do": "1"})
    assert "look once more" in text_of(second)
    with scope(east.council):
        assert not AuditEntry.objects.filter(action="questionnaire.imported").exists()
    assert "your draft is now" in text_of(there.post(IMPORT, {**form_of(second), "do": "1"}, follow=True))


def test_leaving_it_changes_nothing_and_forgets_the_file(client, there, north, east):
    furnish(north)
    before = draft(east)
    form = form_of(upload(there, export(client)))
    assert "nothing was changed" in text_of(there.post(IMPORT, {**form, "leave": "1"}, follow=True))
    assert "choose it once more" in text_of(there.post(IMPORT, {**form, "do": "1"}))
    assert draft(east) == before


def test_a_file_waits_for_an_hour_alone(client, there, north):
    furnish(north)
    form = form_of(upload(there, export(client)))
    cache.clear()
    assert "choose it once more" in text_of(there.post(IMPORT, {**form, "do": "1"}))


def test_a_condition_that_would_break_is_told_before_publishing(client, there):
    document = export(client)
    area = document["content"]["domains"][0]
    optional = next(one for one in area["questions"] if not one["is_core"])
    last = area["questions"][-1]["code"]
    broken = changed(document, optional["code"], show_when={"question": last, "answered": True})
    assert "asked later" in text_of(upload(there, broken))
