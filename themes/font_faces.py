"""The `@font-face` rules of a stylesheet: files of our own, fetched only where a page has letters that they hold."""

import json
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import TypedDict

from django.templatetags.static import static

from leavingwell.themes.curated import NOTO, SCREEN_FONT_OF_SCRIPT

WEIGHTS = (400, 700)


class Files(TypedDict):
    file: str
    ranges: dict[str, str]  # the part of the script, and its code points


@cache
def web_fonts() -> dict[str, Files]:
    found: dict[str, Files] = json.loads((Path(__file__).parent / "data" / "web_fonts.json").read_text())
    return found


def files_of(family: str) -> Iterator[tuple[str, int, str]]:
    """Where each file is, its weight and its code points."""
    known = web_fonts()[family]
    for part, points in known["ranges"].items():
        for weight in WEIGHTS:
            yield static(f"themes/fonts/{known['file']}-{part}-{weight}.woff2"), weight, points


def face(family: str, address: str, weight: int, points: str) -> str:
    return (
        f'@font-face {{ font-family: "{family}"; font-weight: {weight}; font-display: swap; '
        f'src: url("{address}") format("woff2"); unicode-range: {points}; }}'
    )


def font_faces(families: Iterable[str]) -> list[str]:
    """Rules for the families, and for the Noto fonts that draw what they do not hold."""
    names = dict.fromkeys((*families, NOTO, *SCREEN_FONT_OF_SCRIPT.values()))
    return [face(name, *told) for name in names for told in files_of(name)]
