"""A look in the format of the Design Tokens Community Group (2025.10): one document for each set of colours.

The format has no conditions and no formulas. So each mode is a document of its own, with the same names, and a type
size that grows with the screen is given as its largest, with what the portal uses beside it under `$extensions`.
"""

import re
from typing import Any

from django.utils.translation import override

from leavingwell.themes.contrast import channels
from leavingwell.themes.curated import CURATED, NOTO
from leavingwell.themes.models import Theme
from leavingwell.themes.palettes import MEDIA, MODES
from leavingwell.themes.roles import NAMES
from leavingwell.themes.tokens import tokens_of
from leavingwell.translations.languages import SOURCE

OURS = "uk.leavingwell"  # the key of what the format has no word for
SCHEMA = "https://www.designtokens.org/schemas/2025.10/format.json"
DIMENSION = re.compile(r"(-?[\d.]+)(px|rem)")
LARGEST = re.compile(r"([\d.]+)rem\)$")
RADII = {"r-s": "small", "r-m": "medium", "r-l": "large", "r-pill": "pill"}
USUAL = {"r-pill": "99rem", "bw": "1px"}
USUAL_TYPE = {"head-weight": "600", "head-lead": "1.2"}
SIZES = {"t-xl": "heading-small", "t-2xl": "heading", "t-3xl": "greeting"}
USUAL_SIZES = {
    "t-xl": "clamp(1.375rem, 1.25rem + .6vw, 1.625rem)",
    "t-2xl": "clamp(1.625rem, 1.4rem + 1.2vw, 2.25rem)",
    "t-3xl": "clamp(2rem, 1.6rem + 2vw, 3rem)",
}
Token = dict[str, Any]


def colour_value(colour: str) -> Token:
    """sRGB with its shares of 0 to 1, and the six digits for tools that know no more."""
    alpha = int(colour[7:9], 16) / 255 if len(colour) == 9 else 1
    shares = [round(channel / 255, 4) for channel in channels(colour)]
    six = "#" + "".join(f"{channel:02x}" for channel in channels(colour))
    return {"colorSpace": "srgb", "components": shares, "alpha": round(alpha, 4), "hex": six}


def colour(role: str, value: str) -> Token:
    described = {"$description": str(NAMES[role])} if role in NAMES else {}
    return {"$value": colour_value(value), **described}


def dimension(value: str) -> Token:
    found = DIMENSION.fullmatch(value)
    assert found, value
    return {"$value": {"value": float(found[1]), "unit": found[2]}}


def size(value: str) -> Token:
    found = LARGEST.search(value)
    assert found, value
    return {"$value": {"value": float(found[1]), "unit": "rem"}, "$extensions": {OURS: {"css": value}}}


def family(name: str) -> Token:
    return {"$value": list(dict.fromkeys((name, NOTO, CURATED[name].generic)))}


def colours(found: dict[str, str]) -> Token:
    """Described in the language of the source: a cache gives one document to all."""
    with override(SOURCE):
        return {"$type": "color", **{role: colour(role, value) for role, value in found.items()}}


def shape(found: dict[str, str]) -> Token:
    given = {**USUAL, **found}
    return {
        "radius": {"$type": "dimension", **{name: dimension(given[key]) for key, name in RADII.items()}},
        "border": {"width": {"$type": "dimension", **dimension(given["bw"])}},
        "logo": {
            "clear-space": {
                "$type": "number",
                "$value": float(found["logo-clear"]),
                "$description": "Free on each side of the logo, in heights of the logo.",
            }
        },
    }


def letters(look: Theme, found: dict[str, str]) -> Token:
    given = {**USUAL_TYPE, **USUAL_SIZES, **found}
    return {
        "family": {"$type": "fontFamily", "text": family(look.body_font), "heading": family(look.heading_font)},
        "weight": {"$type": "fontWeight", "heading": {"$value": int(given["head-weight"])}},
        "leading": {"$type": "number", "heading": {"$value": float(given["head-lead"])}},
        "size": {"$type": "dimension", **{name: size(given[key]) for key, name in SIZES.items()}},
    }


def design_tokens(theme: Theme | None, mode: str = "light") -> Token:
    """`mode` is light, dark, contrast or contrast_dark."""
    look = theme or Theme()
    tokens = tokens_of(look)
    about = {"mode": mode, "media": MEDIA[mode], "modes": list(MODES), "scene": look.scene, "tone": look.tone}
    return {
        "$schema": SCHEMA,
        "$extensions": {OURS: about},
        "color": colours(tokens["colours"][mode]),
        **shape(tokens["shape"]),
        "font": letters(look, tokens["type"]),
    }
