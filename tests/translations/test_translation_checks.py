"""What the checks tell a translator about one text, without a database."""

import pytest

from leavingwell.translations.checks import check
from leavingwell.translations.checks.finding import Code, Severity
from leavingwell.translations.models import Kind, TranslationUnit
from leavingwell.translations.registry import Words

ERROR, WARNING = Severity.ERROR, Severity.WARNING


def found(
    source: str,
    words: Words,
    kind: Kind = Kind.PLAIN,
    many: str = "",
    longest: int | None = None,
    language: str = "ar",
) -> set[object]:
    unit = TranslationUnit(source=source, source_plural=many, kind=kind, max_length=longest)
    return {(one.code, one.severity) for one in check(unit, language, words)}


@pytest.mark.parametrize(
    ("source", "good", "bad", "code", "severity"),
    [
        ("Hello %(name)s", "مرحبا %(name)s", "مرحبا", Code.PLACEHOLDERS, ERROR),
        ("Hello", "مرحبا", "مرحبا %(name)s", Code.PLACEHOLDERS, ERROR),
        ("Hello {name}", "مرحبا {name}", "مرحبا {nam}", Code.PLACEHOLDERS, ERROR),
        ("%d of all", "%d من كل %%", "%d من %", Code.PLACEHOLDERS, ERROR),
        ("Stay here", "ابق هنا", "ابق <script>هنا</script>", Code.MARKUP, ERROR),
        ("Look at https://a.uk", "انظر https://a.uk", "انظر https://b.uk", Code.LINKS, WARNING),
        ("At 18 you get £20", "في سن ١٨ تحصل على ٢٠", "في سن 19 تحصل على 20", Code.NUMBERS, WARNING),
        ("Your home", "بيتك", "Your home", Code.UNTRANSLATED, WARNING),
        ("Your home ", "بيتك ", "بيتك", Code.SPACES, WARNING),
        ("Your home", "بيتك\u200f", "بيتك\u202e", Code.DIRECTION, ERROR),
        ("Your home", "بيتك\nهنا", "بيتك\x1b", Code.SIGNS, ERROR),
    ],
)
def test_a_fault_is_told_and_a_good_translation_is_not(
    source: str, good: str, bad: str, code: Code, severity: Severity
) -> None:
    assert found(source, good) == set()
    assert (code, severity) in found(source, bad)


def test_a_text_has_to_fit_into_its_place() -> None:
    assert found("Home", "بيتك", longest=4) == set()
    assert found("Home", "بيتكم", longest=4) == {(Code.LENGTH, ERROR)}


def test_formatted_words_keep_their_formatting_and_bring_nothing_foreign() -> None:
    source = '<p>Go to <a href="https://a.uk">this page</a>, <b>now</b>.</p>'
    good = '<p>اذهب إلى <a href="https://a.uk">هذه الصفحة</a> <b>الآن</b>.</p>'
    assert found(source, good, Kind.RICH) == set()
    assert (Code.MARKUP, WARNING) in found(source, good.replace("<b>", "").replace("</b>", ""), Kind.RICH)
    for bad in ('<p onclick="x()">', '<img src="x">', '<a href="javascript:x()">', '<a href="data:text/html,x">'):
        assert (Code.MARKUP, ERROR) in found(source, good + bad, Kind.RICH)


def test_a_form_of_a_plural_may_leave_out_the_number_but_none_may_bring_another() -> None:
    assert found("%d letter", ["رسالة", "رسالتان", "%d رسائل"], Kind.PLURAL, "%d letters") == set()
    assert (Code.PLACEHOLDERS, ERROR) in found("%d letter", ["%s رسالة", "%d رسائل"], Kind.PLURAL, "%d letters")


def test_a_form_for_nought_may_leave_out_more_and_one_for_many_numbers_nothing() -> None:
    one, many = "%(done)s of %(total)s step done", "%(done)s of %(total)s steps done"
    rest = ["%(done)s من خطوة", "%(done)s من خطوتين", *3 * ["%(done)s من %(total)s خطوات"]]
    assert found(one, ["لا خطوات بعد", *rest], Kind.PLURAL, many) == set()
    for place in (1, 3, 5):
        broken = ["لا خطوات بعد", *rest]
        broken[place] = "تمّ"
        assert found(one, broken, Kind.PLURAL, many) == {(Code.PLACEHOLDERS, ERROR)}
    words = ["Одна річ", "%d речі", "%d речей"]  # the first of these is for 21 and 101 as well
    assert found("One thing", words, Kind.PLURAL, "%d things", language="uk") == {(Code.PLACEHOLDERS, ERROR)}
    assert found("One thing", ["Jedna rzecz", *words[1:]], Kind.PLURAL, "%d things", language="pl") == set()
