"""The words of a questionnaire to a spreadsheet and back, through the admin."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import Workbook

from leavingwell.platform.audit.models import AuditEntry
from leavingwell.platform.councils.scope import scope
from leavingwell.questionnaires.kinds import AnswerType, Variant
from leavingwell.questionnaires.models import Choice, ChoiceLabel, Wording
from leavingwell.questionnaires.own_question import OwnChoice, OwnQuestion
from leavingwell.questionnaires.services.media import keep, prepared_picture
from leavingwell.questionnaires.services.own_questions import add_question
from tests.admin.asking import at, text_of
from tests.questionnaires.exchange_files import picture_bytes
from tests.questionnaires.wording_sheets import (
    EXPORT,
    IMPORT,
    Sheet,
    carry_out,
    changes_nothing,
    form_of,
    own,
    reword,
    ticks,
    upload,
)

HARD = '  First line\n\tsecond: "quoted" & <b>\r\nthird  '


@pytest.fixture
def client(north):
    return at(north.council, north.questionnaire_editor)


# Export


def test_a_sheet_has_a_row_for_each_question_variant_part_and_answer(client, north):
    reword(north, text_en="Is it warm at yours?", text_ar="هل بيتك دافئ؟")
    sheet = Sheet(client, "ar")
    assert sheet.names == [
        *("Code", "Area", "Variant", "Part", "English", "National (ar)", "Ours (ar)", "Check (outcomes)"),
    ]
    row = [cell.value for cell in sheet.sheet[sheet.row()]][:7]
    with scope(north.council):
        national = Wording.objects.get(council=None, indicator__code="HOME-03", variant="standard").text_ar
    assert row == ["HOME-03", "Housing", "Standard", "Question", "Is it warm at yours?", national, "هل بيتك دافئ؟"]
    assert sheet.cell("National", "YN", "Answer: yes").value == "نعم"
    assert len(list(sheet.rows())) == 66 * 10 + 3 * 6  # the pictures of easy read are told, too
    assert Sheet(client).names[4] == "National (en)"


def test_pictures_and_lists_of_ones_own_have_rows(client, north):
    with scope(north.council):
        choices = (OwnChoice({"en": "Red"}), OwnChoice({"en": "Blue"}))
        add_question("HOME", OwnQuestion(AnswerType.ONE, {"text": {"en": "Colour?"}}, choices=choices), by=None)
        picture = keep(prepared_picture(picture_bytes()))
    reword(north, variant=Variant.EASY_READ, text_en="Warm?", picture=picture, picture_text_en="A fire")
    sheet = Sheet(client)
    assert sheet.cell("Ours", part="What the picture shows", variant="Easy read").value == "A fire"
    assert sheet.cell("Ours", "NM-HOME-01", "Answer: blue").value == "Blue"


@pytest.mark.parametrize("text", ['=HYPERLINK("http://x")', "+44 20", "-1", "@SUM(A1)", "=1", "=", "#REF!", "#N/A"])
def test_no_spreadsheet_ever_runs_a_text(client, north, text):
    reword(north, text_en="Warm?", help_en=text)
    sheet = Sheet(client)
    cell = sheet.cell("Ours", part="Why we ask")
    assert (cell.value, cell.data_type, cell.number_format) == (text, "s", "@")
    assert cell.quotePrefix == text.startswith(("=", "+", "-", "@"))
    raw = ZipFile(BytesIO(client.get(EXPORT).content))
    assert b"<f>" not in raw.read("xl/worksheets/sheet1.xml")


def test_only_the_own_column_is_open_to_write_in(client):
    sheet = Sheet(client)
    assert sheet.sheet.protection.sheet
    assert not sheet.cell("Ours").protection.locked
    assert sheet.cell("Code").protection.locked


@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_cell_is_set_like_a_usual_sheet_and_reads_in_its_direction(client, language):
    sheet = Sheet(client, language)
    usual = Workbook().active["A1"].font
    cells = [cell for row in sheet.sheet.iter_rows() for cell in row]
    assert {(cell.font.name, cell.font.size) for cell in cells} == {(usual.name, usual.size)}
    assert {cell.alignment.wrap_text for cell in cells} == {True}
    assert [cell.font.bold for cell in sheet.sheet[1]] == [True] * len(sheet.names)
    assert sheet.cell("Ours").alignment.readingOrder == (2 if language == "ar" else 1)
    assert sheet.cell("Code").alignment.readingOrder == 1
    assert sheet.cell("Ours").fill.fgColor.rgb != sheet.cell("National").fill.fgColor.rgb


def test_a_sheet_costs_the_same_however_much_is_reworded(client, north):
    def queries():
        with CaptureQueriesContext(connection) as caught:
            Sheet(client)
        return len(caught)

    Sheet(client)
    for number in (1, 2):
        reword(north, f"HOME-0{number}", text_en="Ours?")
    few = queries()
    for number in (3, 4, 5, 6, 7, 8):
        reword(north, f"HOME-0{number}", text_en="Ours?")
    assert queries() == few
    assert few < 40


@pytest.mark.parametrize("language", ["pl", "xx", "", "a\0b"])
def test_a_language_that_the_council_has_not_chosen_is_refused(client, language):
    answer = client.get(EXPORT, {"language": language}, follow=True)
    assert "has not chosen this language" in text_of(answer)


# There and back


def test_a_sheet_without_edits_changes_nothing(client, north):
    reword(north, text_en=HARD, text_ar="  هل\nبيتك دافئ؟ ", help_en="1", prompt_en="_x000D_ \x0b \u200f 🙂")
    reword(north, "HOME-02", text_en="=1+1", help_en="007", prompt_en="1e5")
    for language in ("en", "ar"):
        assert changes_nothing(client, north, Sheet(client, language))


def test_numbers_that_a_spreadsheet_makes_of_words_are_the_same_words(client, north):
    reword(north, text_en="1", help_en="12.5")
    sheet = Sheet(client).write(1).write(12.5, part="Why we ask")
    assert changes_nothing(client, north, sheet)
    carry_out(client, Sheet(client).write(2.0))
    assert own(north).text_en == "2"


def test_lost_spaces_at_the_ends_change_nothing(client, north):
    reword(north, text_en="  Warm?  ")
    assert changes_nothing(client, north, Sheet(client).write("Warm?"))


def test_edited_words_are_shown_first_and_then_written(client, north, east):
    reword(north, text_en="Is it warm?", text_ar="دافئ؟")
    answer = upload(client, Sheet(client).write("Is it warm at yours?"))
    page = answer.content.decode()
    assert '<del lang="en" dir="ltr">Is it warm?</del>' in page
    assert '<ins lang="en" dir="ltr">Is it warm at yours?</ins>' in page
    assert own(north).text_en == "Is it warm?"
    done = client.post(IMPORT, {**form_of(answer), "do": "1"}, follow=True)
    assert "1 text is written to your draft" in text_of(done)
    assert "/admin/publish-questions/" in done.content.decode()
    assert (own(north).text_en, own(north).text_ar) == ("Is it warm at yours?", "دافئ؟")
    assert own(east) is None
    with scope(north.council):
        entry = AuditEntry.objects.get(action="questionnaire.reworded_by_sheet")
    assert entry.changes["HOME-03 Standard Question"] == ["Is it warm?", "Is it warm at yours?"]
    assert entry.actor_id == north.questionnaire_editor.pk


def test_first_own_words_in_english_leave_the_national_translations(client, north):
    carry_out(client, Sheet(client).write("Is it warm at yours?"))
    mine = own(north)
    assert (mine.text_en, mine.text_ar) == ("Is it warm at yours?", None)
    assert mine.help_ar == national_help(north)
    assert mine.national_text["text"]["en"] == "Is your home warm enough?"


def national_help(house):
    with scope(house.council):
        return Wording.objects.get(council=None, indicator__code="HOME-03", variant="standard").help_ar


def test_first_own_words_in_another_language_keep_the_national_english(client, north):
    carry_out(client, Sheet(client, "ar").write("هل بيتك دافئ؟"))
    assert (own(north).text_en, own(north).text_ar) == ("Is your home warm enough?", "هل بيتك دافئ؟")


def test_another_variant_is_written_in_the_sheet(client, north):
    carry_out(client, Sheet(client).write("Warm?", variant="Easy read"))
    assert own(north, variant=Variant.EASY_READ).text_en == "Warm?"


def test_answers_are_written_in_the_sheet(client, north):
    with scope(north.council):
        choices = (OwnChoice({"en": "Red", "ar": "أحمر"}), OwnChoice({"en": "Blue"}))
        add_question("HOME", OwnQuestion(AnswerType.ONE, {"text": {"en": "Colour?"}}, choices=choices), by=None)
    sheet = Sheet(client).write("Sure", "YN", "Answer: yes").write("Scarlet", "NM-HOME-01", "Answer: red")
    sheet.write("Yes", "YN", "Answer: yes", "Easy read")
    carry_out(client, sheet)
    with scope(north.council):
        label = ChoiceLabel.objects.get(council=north.council, variant=Variant.STANDARD)
        assert (label.answer_type, label.code, label.label_en, label.label_ar) == ("YN", "yes", "Sure", None)
        assert ChoiceLabel.objects.get(council=north.council, variant=Variant.EASY_READ).label_en == "Yes"
        red = Choice.objects.get(code="red")
        assert (red.label_en, red.label_ar, red.order) == ("Scarlet", "أحمر", 0)


def test_emptied_words_that_are_not_needed_go(client, north):
    reword(north, text_en="Warm?", text_ar="دافئ؟", help_en="Why")
    carry_out(client, Sheet(client).write(None, part="Why we ask"))
    carry_out(client, Sheet(client, "ar").write(""))
    assert (own(north).help_en, own(north).text_ar, own(north).text_en) == ("", "", "Warm?")


# Conflicts


def test_words_that_changed_here_since_are_shown_and_stay(client, north):
    reword(north, text_en="First?")
    sheet = Sheet(client).write("From the sheet?").write("Why not", part="Why we ask")
    reword(north, text_en="Second?")
    answer = upload(client, sheet)
    page = answer.content.decode()
    assert "One text was changed here since the sheet was exported" in page
    assert ">Second?</del>" in page
    assert ">From the sheet?</ins>" in page
    client.post(IMPORT, {**form_of(answer), "do": "1"})
    assert (own(north).text_en, own(north).help_en) == ("Second?", "Why not")


def test_a_ticked_conflict_is_overwritten(client, north):
    reword(north, text_en="First?")
    sheet = Sheet(client).write("From the sheet?")
    reword(north, text_en="Second?")
    answer = upload(client, sheet)
    client.post(IMPORT, {**form_of(answer), "do": "1", "overwrite": ticks(answer)})
    assert own(north).text_en == "From the sheet?"


def test_a_tick_counts_for_the_words_that_stood_beside_it_alone(client, north):
    reword(north, text_en="First?")
    sheet = Sheet(client).write("From the sheet?")
    reword(north, text_en="Second?")
    answer = upload(client, sheet)
    reword(north, text_en="Third?")
    client.post(IMPORT, {**form_of(answer), "do": "1", "overwrite": [*ticks(answer), "x", "2-0"]})
    assert own(north).text_en == "Third?"


def test_what_changes_between_looking_and_doing_is_not_overwritten(client, north):
    reword(north, text_en="First?")
    answer = upload(client, Sheet(client).write("From the sheet?"))
    reword(north, text_en="Second?")
    client.post(IMPORT, {**form_of(answer), "do": "1"})
    assert own(north).text_en == "Second?"


def test_a_row_that_its_editor_left_alone_brings_nothing_old_back(client, north):
    reword(north, text_en="First?")
    sheet = Sheet(client)
    reword(north, text_en="Second?")
    assert changes_nothing(client, north, sheet)


# Who may


@pytest.mark.parametrize("role", ["translator", "worker", "manager", "owner", None])
def test_who_may_not_write_the_words_gets_no_sheet_and_brings_none(client, north, role):
    sheet = Sheet(client).write("Stolen?")
    other = at(north.council, north.people[role] if role else None)
    assert other.get(EXPORT).status_code in (302, 403)
    assert upload(other, sheet).status_code in (302, 403)
    assert own(north) is None


def test_another_councils_editor_gets_nothing_of_ours(north, east):
    reword(north, text_en="Warm in northmoor?")
    assert at(north.council, east.questionnaire_editor).get(EXPORT).status_code in (302, 403, 404)
    theirs = Sheet(at(east.council, east.questionnaire_editor))
    assert theirs.cell("Ours").value is None


def test_an_upload_waits_for_its_own_person_alone(client, north):
    form = form_of(upload(client, Sheet(client).write("Warm?")))
    answer = at(north.council, north.admin).post(IMPORT, {**form, "do": "1"})
    assert "choose it once more" in text_of(answer)
    assert own(north) is None


def test_leaving_it_changes_nothing(client, north):
    form = form_of(upload(client, Sheet(client).write("Warm?")))
    client.post(IMPORT, {**form, "leave": "1"})
    assert own(north) is None
    assert "choose it once more" in text_of(client.post(IMPORT, {**form, "do": "1"}))


def test_words_are_never_run_by_the_page(client, north):
    page = upload(client, Sheet(client).write("<script>alert(1)</script>")).content.decode()
    assert "<script>alert(1)" not in page
    assert "&lt;script&gt;alert(1)" in page
