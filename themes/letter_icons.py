"""A small sign for a council that has uploaded none: the first letter of its name, in its own colours.

It fills its square to the edges, with the letter well inside: a phone may cut it to a circle.
"""

from functools import lru_cache
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from fontTools.pens.boundsPen import BoundsPen
from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont
from PIL import Image, ImageDraw, ImageFont

from leavingwell.platform.councils.models import Council
from leavingwell.themes.contrast import six_digits
from leavingwell.themes.models import Theme
from leavingwell.themes.palettes import complete

LETTERS = Path(__file__).parent / "fonts" / "NotoSans-Bold.ttf"
SVG, PNG = "image/svg+xml", "image/png"
SIDES = {"letter-180.png": 180, "letter-192.png": 192, "letter-512.png": 512}
NAMES = {"letter.svg", *SIDES}
SIDE, TALL = 64, 0.46  # of the drawing; how much of it a capital letter takes


class Sign(NamedTuple):
    letter: str
    ground: str
    ink: str

    @property
    def mark(self) -> str:
        return sha256("|".join(self).encode()).hexdigest()[:16]


def sign_of(council: Council, theme: Theme | None) -> Sign:
    colours = complete(theme.colours if theme else {})["light"]
    letter = council.name.strip()[:1].upper()
    return Sign(letter, six_digits(colours["brand"]), six_digits(colours["brand-ink"]))


@lru_cache(maxsize=64)
def path_of(letter: str) -> str:
    """The outline of the letter in the middle of the drawing, as SVG has it; empty for one that the font has not."""
    with TTFont(LETTERS, lazy=True) as font:
        glyphs, name = font.getGlyphSet(), font.getBestCmap().get(ord(letter or " "))
        if name is None:
            return ""
        bounds = BoundsPen(glyphs)
        glyphs[name].draw(bounds)
        if bounds.bounds is None:
            return ""
        left, bottom, right, top = bounds.bounds
        scale = SIDE * TALL / font["OS/2"].sCapHeight
        pen = SVGPathPen(glyphs, ntos=lambda number: f"{number:.1f}".removesuffix(".0"))
        middle = (SIDE / 2 - scale * (left + right) / 2, SIDE / 2 + scale * (top + bottom) / 2)
        glyphs[name].draw(TransformPen(pen, (scale, 0, 0, -scale, *middle)))
        return str(pen.getCommands())


def svg(sign: Sign) -> bytes:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIDE} {SIDE}"><rect width="{SIDE}" height="{SIDE}" '
        f'rx="12" fill="{sign.ground}"/><path d="{path_of(sign.letter)}" fill="{sign.ink}"/></svg>'
    ).encode()


@lru_cache(maxsize=64)
def png(sign: Sign, side: int) -> bytes:
    picture = Image.new("RGB", (side, side), sign.ground)
    letters = ImageFont.truetype(str(LETTERS), round(side * TALL / 0.714))  # the height of its capitals: 0.714 em
    place = ImageDraw.Draw(picture)
    left, top, right, bottom = place.textbbox((0, 0), sign.letter, font=letters)
    place.text(((side - left - right) / 2, (side - top - bottom) / 2), sign.letter, font=letters, fill=sign.ink)
    written = BytesIO()
    picture.save(written, "PNG", optimize=True)
    return written.getvalue()


def drawn(name: str, sign: Sign) -> tuple[str, bytes]:
    """Its media type and its content. Raises `KeyError` for a size that there is none of."""
    return (SVG, svg(sign)) if name == "letter.svg" else (PNG, png(sign, SIDES[name]))
