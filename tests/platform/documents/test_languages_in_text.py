"""Parts of a text in other scripts, and the marks that they get."""

import pytest

from leavingwell.platform.documents.languages_in_text import Run, language_of_text, runs
from leavingwell.platform.documents.markup import clean, mark, read, text_of, write


@pytest.mark.parametrize(
    ("text", "said", "found"),
    [
        ("Hello", "en", "en"),
        ("Dzień dobry", "pl", "pl"),
        ("أريد غرفة", "en", "ar"),
        ("می‌خواهم", "fa", "fa"),
        ("আমি", "en", "bn"),
        ("Hello أريد", "ar", "ar"),
        ("07700 900123", "ar", "ar"),
        ("Привіт", "en", "uk"),
        ("ਮੈਨੂੰ", "ur", "pa"),
        ("Γεια", "en", "und"),
    ],
)
def test_a_text_is_in_the_language_it_is_kept_under_unless_its_letters_cannot_be(
    text: str, said: str, found: str
) -> None:
    assert language_of_text(text, said) == found


def test_a_foreign_part_runs_from_its_first_letter_to_its_last() -> None:
    text = "She said «أنت أقوى، صدقني» and left."
    assert runs(text, "en", "ltr") == [
        Run("She said «"),
        Run("أنت أقوى، صدقني", "ar", "rtl"),
        Run("» and left."),
    ]


def test_a_part_that_runs_the_same_way_needs_no_direction() -> None:
    assert runs("Hi বন্ধু!", "en", "ltr") == [Run("Hi "), Run("বন্ধু", "bn"), Run("!")]


def test_numbers_beside_a_part_that_runs_the_other_way_stay_with_it() -> None:
    assert runs("موعدنا 15 June 2026 صباحا", "ar", "rtl") == [
        Run("موعدنا "),
        Run("15 June 2026", "en", "ltr"),
        Run(" صباحا"),
    ]


def test_the_groups_of_a_phone_number_keep_their_order_among_arabic_words() -> None:
    assert runs("هاتف 07700 900123 مساء", "ar", "rtl") == [
        Run("هاتف "),
        Run("07700 900123", direction="ltr"),
        Run(" مساء"),
    ]
    assert runs("Call 07700 900123", "en", "ltr") == [Run("Call 07700 900123")]


def marked(body: str, head: str = 'lang="ar" dir="rtl"') -> str:
    root = read(f"<!DOCTYPE html><html {head}><head><title>t</title></head><body>{body}</body></html>")
    mark(root)
    return write(root)


def test_a_block_that_is_all_in_another_language_is_marked_as_a_whole() -> None:
    assert '<p lang="en" dir="ltr">Does the stop move?</p>' in marked("<p>Does the stop move?</p>")
    assert '<p lang="ar" dir="rtl">نعم</p>' in marked("<p>نعم</p>", 'lang="en" dir="ltr"')


def test_english_text_said_to_be_english_on_a_mirrored_page_runs_left_to_right() -> None:
    assert '<p dir="ltr">Hello.</p>' in marked("<p>Hello.</p>", 'lang="en" dir="rtl"')


def test_parts_inside_and_after_other_elements_are_found() -> None:
    html = marked("<p>قال <b>Tom Lee</b> ثم Ann ذهب</p>")
    assert '<b><span lang="en" dir="ltr">Tom Lee</span></b>' in html
    assert 'ثم <span lang="en" dir="ltr">Ann</span> ذهب' in html


def test_styles_and_titles_are_left_alone() -> None:
    root = read(
        '<html lang="ar"><head><title>Hello</title><style>p{color:red}</style></head><body><p>نعم</p></body></html>'
    )
    mark(root)
    assert "<title>Hello</title><style>p{color:red}</style>" in write(root)
    assert text_of(root).strip() == "نعم"


def test_marking_changes_no_letter() -> None:
    text = "قال Tom ثم «أنت 5 June 2026» আমি 😀 — 07700 900123 …"
    root = read(f'<html lang="en"><body><p>{text}</p><p>tail {text}</p></body></html>')
    before = text_of(root)
    mark(root)
    assert text_of(root) == before


def test_cleaning_takes_only_what_nobody_can_see() -> None:
    assert clean("a\u202eb\u200bc\u00ad\x00\ufffcd") == "abcd"
    assert clean("می\u200cخواهم 👩\u200d🎓 ❤\ufe0f") == "می\u200cخواهم 👩\u200d🎓 ❤\ufe0f"
    assert clean("Vie\u0323\u0302t") == "Việt"
    assert clean("one\ntwo") == "one\ntwo"
