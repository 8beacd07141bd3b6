"""The engine that shapes every script and tags for screen readers (PDF/UA-1). Needs the extra `pdf-ua` and Pango."""

import io
import logging
from contextlib import redirect_stdout
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import Element

from django.template.loader import render_to_string

from leavingwell.platform.documents.engines.faces import font_rules
from leavingwell.platform.documents.engines.finishing import finished
from leavingwell.platform.documents.engines.weasyprint_markup import adapt
from leavingwell.platform.documents.markup import add_style, write
from leavingwell.themes.typefaces import FONTS

logging.getLogger("weasyprint").setLevel(logging.CRITICAL)  # its warnings quote the document


@cache
def is_installed() -> bool:
    try:
        with redirect_stdout(io.StringIO()):  # where Pango is missing it prints advice
            import weasyprint  # noqa: F401
    except (ImportError, OSError):
        return False
    return True


def refuse_all_but_fonts(url: str) -> None:
    """A document holds its pictures in itself: it reads our font files and nothing else. Raises `ValueError`."""
    parts = urlsplit(url)
    if parts.scheme == "data":
        return
    is_local = parts.scheme == "file" and parts.netloc in ("", "localhost")
    if not is_local or not Path(unquote(parts.path)).resolve().is_relative_to(FONTS.resolve()):
        raise ValueError("a document may not read this")


def fetcher() -> Any:
    from weasyprint.urls import URLFetcher

    class FontsOnly(URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: Any = None) -> Any:
            refuse_all_but_fonts(url)
            return super().fetch(url, headers)

    return FontsOnly(allowed_protocols=("data", "file"), allow_redirects=False)


def draw(root: Element, *, title: str, accessible: bool) -> bytes:
    """`accessible` tags it as PDF/UA-1."""
    from weasyprint import HTML

    adapt(root)
    add_style(root, font_rules(root, Path.as_uri))
    add_style(root, render_to_string("documents/pages_weasyprint.css"))
    document = HTML(string=write(root), base_url=FONTS.as_uri() + "/", url_fetcher=fetcher())
    return finished(document.write_pdf(pdf_variant="pdf/ua-1" if accessible else None), title)
