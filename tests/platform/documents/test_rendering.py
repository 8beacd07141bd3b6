"""HTML to PDF by both engines."""

import re
import socket
from typing import Any
from urllib.parse import quote

import pytest

from leavingwell.platform.documents.engines import weasyprint
from leavingwell.platform.documents.rendering import CannotDraw, render
from tests.platform.documents.pdf import elements, made_by, opened, pages_of, text_in, words_in
from tests.platform.documents.rich_plan import OWN_WORDS

ENGINES = ["xhtml2pdf", "weasyprint"]


@pytest.fixture(params=ENGINES)
def engine(request: Any, monkeypatch: pytest.MonkeyPatch) -> str:
    if request.param == "xhtml2pdf":
        monkeypatch.setattr(weasyprint, "is_installed", lambda: False)
    return str(request.param)


def page(body: str, language: str = "en", direction: str = "ltr", title: str = "My plan") -> str:
    return (
        f'<!DOCTYPE html><html lang="{language}" dir="{direction}"><head><title>{title}</title></head>'
        f'<body lang="{language}" dir="{direction}">{body}</body></html>'
    )


def drawn(engine: str, html: str, language: str = "en") -> bytes:
    """By the engine that is asked for, whichever would be chosen."""
    return render(html, language, accessible=engine == "weasyprint")


@pytest.mark.parametrize("language", ["en", "pl", "vi", "uk", "ti"])
def test_words_stay_words(engine: str, language: str) -> None:
    text = OWN_WORDS[language][4]
    found = words_in(drawn(engine, page(f"<p>{text}</p>", language), language))
    assert set(re.findall(r"\w+", text)) <= found


@pytest.mark.parametrize("language", ["ar", "ur"])
def test_words_that_run_right_to_left_stay_words(engine: str, language: str) -> None:
    text = "أريد غرفة دافئة في الشتاء" if language == "ar" else "میں ایک گرم کمرہ چاہتا ہوں"
    found = words_in(drawn(engine, page(f"<p>{text}</p>", language, "rtl"), language))
    assert set(text.split()) <= found


@pytest.mark.parametrize(
    ("language", "direction"), [("fa", "rtl"), ("ps", "rtl"), ("ckb", "rtl"), ("bn", "ltr"), ("pa", "ltr")]
)
def test_words_of_joining_scripts_come_from_the_engine_that_shapes(language: str, direction: str) -> None:
    content = render(page(f"<p>{OWN_WORDS[language][4]}</p>", language, direction), language)
    assert made_by(content).startswith("WeasyPrint")
    longest = max(re.findall(r"\w+", OWN_WORDS[language][4]), key=len)
    assert pages_of(content) == 1
    assert set(longest) <= set(text_in(content))


def test_vowel_signs_are_kept(engine: str) -> None:
    found = text_in(drawn(engine, page("<p>شُكرًا جدّا</p>", "ar", "rtl"), "ar"))
    assert {"\u064f", "\u064b", "\u0651"} <= set(found)


def test_other_scripts_stand_in_an_english_text(engine: str) -> None:
    found = text_in(drawn(engine, page("<p>My aunt says أهلا and Привіт and ሰላም &#128512; ✓</p>")))
    assert all(word in found for word in ("aunt", "أهلا", "Привіт", "ሰላም", "😀", "✓"))


def test_a_phone_number_keeps_its_order_among_arabic_words(engine: str) -> None:
    assert "07700 900123" in text_in(drawn(engine, page("<p>هاتف 07700 900123 مساء</p>", "ar", "rtl"), "ar"))


def test_the_title_is_as_it_was_written_and_the_language_is_said(engine: str) -> None:
    with opened(drawn(engine, page("<p>نعم</p>", "ar", "rtl", title="خطتي: ورن"), "ar")) as pdf:
        assert str(pdf.docinfo["/Title"]) == "خطتي: ورن"
        assert str(pdf.Root.Lang) == "ar"
        assert pdf.Root.ViewerPreferences.DisplayDocTitle


def test_the_same_page_gives_the_same_bytes(engine: str) -> None:
    html = page(f"<h1>{OWN_WORDS['ar'][0]}</h1><p>Hello</p>")
    assert drawn(engine, html) == drawn(engine, html)


def test_one_plan_never_shows_in_the_next(engine: str) -> None:
    first, second = page("<p>Apple pie</p>"), page("<p>Zebra <b>crossing</b> أهلا</p>")
    alone = drawn(engine, first)
    assert "Zebra" in text_in(drawn(engine, second))
    assert drawn(engine, first) == alone
    assert words_in(alone) == {"Apple", "pie"}


HOSTILE = """
<link rel="stylesheet" href="http://127.0.0.1:9/a.css"><img src="http://127.0.0.1:9/b.png" alt="x">
<img src="file:///etc/hostname" alt="x"><img src="/etc/hostname" alt="x"><link rel="attachment" href="file:///etc/hostname">
<style>@import url(http://127.0.0.1:9/c.css); p { background: url(http://127.0.0.1:9/d.png) }</style><p>Still here</p>
"""


def test_a_page_reaches_neither_the_network_nor_files(engine: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: Any, **_kwargs: Any) -> None:
        raise AssertionError("a document opened a connection")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    content = drawn(engine, page(HOSTILE))
    assert "Still here" in text_in(content)
    assert b"EmbeddedFile" not in content


def test_letters_without_a_font_are_refused(engine: str) -> None:
    with pytest.raises(CannotDraw):
        drawn(engine, page("<p>你好</p>"))


SQUARE = "data:image/svg+xml," + quote(
    '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>'
)
TABLE = f"""<h1>One</h1><h2>Two</h2><table>
<thead><tr><th scope="col"><p>Area</p></th><th scope="col"><p>How</p></th></tr></thead>
<tbody><tr><th scope="row"><p>Home</p></th>
<td><p><img src="{SQUARE}" alt="Done"> Well <img src="{SQUARE}" alt=""></p></td></tr></tbody></table>
<p>She said <span lang="ar" dir="rtl">أهلا</span></p>"""


def test_a_copy_for_screen_readers_is_tagged() -> None:
    content = render(page(TABLE), "en", accessible=True)
    found = elements(content)
    parts = ["/H1", "/H2", "/Table", "/Figure"]
    assert [one.kind for one in found if one.kind in parts] == parts
    assert [one.scope for one in found if one.kind == "/TH"] == ["/Column", "/Column", "/Row"]
    assert [one.alternative for one in found if one.kind == "/Figure"] == ["Done"]
    with opened(content) as pdf:
        assert pdf.Root.MarkInfo.Marked
        with pdf.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"


def test_a_plain_copy_is_not() -> None:
    with opened(render(page(TABLE), "en")) as pdf:
        assert "/StructTreeRoot" not in pdf.Root
