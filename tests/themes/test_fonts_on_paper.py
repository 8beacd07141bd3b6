"""A council's letters in its documents, by either engine; ours where its own lack a letter."""

from io import BytesIO

import pypdf
import pytest

from leavingwell.platform.documents.engines import weasyprint
from leavingwell.platform.documents.rendering import render

PAGE = """<!DOCTYPE html><html lang="{language}" dir="ltr"><head><meta charset="utf-8">
<meta name="text-font" content="{text}"><meta name="head-font" content="{head}"><title>Plan</title></head>
<body lang="{language}" dir="ltr"><h1>{words}</h1><p>{words}</p></body></html>"""


def fonts_in(accessible: bool, **given: str) -> set[str]:
    """The names of the fonts of the only page, without what the engines add to them."""
    page = pypdf.PdfReader(BytesIO(render(PAGE.format(**given), given["language"], accessible))).pages[0]
    names = (str(font.get_object()["/BaseFont"]) for font in page["/Resources"]["/Font"].values())  # type: ignore[index]
    return {name.rpartition("+")[2].replace("-", "").replace(",", "") for name in names}


@pytest.mark.parametrize("accessible", [False, pytest.param(True, marks=pytest.mark.skipif(
    not weasyprint.is_installed(), reason="needs Pango"))])  # fmt: skip
def test_text_and_headings_have_the_letters_that_were_chosen(accessible: bool) -> None:
    names = fonts_in(accessible, text="Lexend", head="Barlow Condensed", language="cy", words="Tŷ cynnes")
    assert any(name.startswith("Lexend") for name in names)
    assert any(name.startswith("BarlowCondensed") for name in names)
    assert not any(name.startswith("NotoSans") for name in names)


def test_a_language_of_which_a_letter_is_missing_is_drawn_whole_by_ours() -> None:
    names = fonts_in(False, text="Atkinson Hyperlegible", head="Lexend", language="cy", words="Tŷ cynnes")
    assert any(name.startswith("NotoSans") for name in names)
    assert not any(name.startswith("Atkinson") for name in names)


@pytest.mark.parametrize("name", ["", "Papyrus", "../../etc/passwd"])
def test_a_font_that_is_not_of_the_list_is_ours(name: str) -> None:
    assert any(one.startswith("NotoSans") for one in fonts_in(False, text=name, head=name, language="en", words="Hi"))
