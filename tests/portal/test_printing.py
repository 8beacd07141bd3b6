"""On paper nothing stays folded: nobody can open it there."""

from io import BytesIO
from pathlib import Path

import pypdf

from tests.browser import PageFor

SHEET = Path(__file__).parents[2] / "themes" / "portal" / "static" / "portal" / "base.css"


def test_folded_parts_are_printed_open(page_for: PageFor) -> None:
    page = page_for((800, 600))
    page.set_content(f"<style>{SHEET.read_text()}</style><details><summary>More</summary><p>Folded</p></details>")
    assert "Folded" in pypdf.PdfReader(BytesIO(page.pdf())).pages[0].extract_text()
