"""The colour roles of a theme in its four modes, and the plain palette on which every theme is laid."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from leavingwell.themes.derivation import derived

MODES = ("light", "dark", "contrast", "contrast_dark")
MEDIA = {
    "light": "",
    "dark": "(prefers-color-scheme: dark)",
    "contrast": "(prefers-contrast: more)",
    "contrast_dark": "(prefers-contrast: more) and (prefers-color-scheme: dark)",
}
Palette = Mapping[str, Mapping[str, str]]


@cache
def plain() -> Mapping[str, str]:
    """Every role of the light set of a council that has chosen nothing, as `{role: #colour}`."""
    palette: dict[str, str] = json.loads((Path(__file__).parent / "data" / "plain.json").read_text())
    return palette


def complete(colours: Palette) -> dict[str, dict[str, str]]:
    """Every role of every mode: the council's light colours laid over the plain ones, the other sets derived from
    them, and over each what the council has set there by hand."""
    light = {**plain(), **colours.get("light", {})}
    others = {mode: {**derived(light, mode), **colours.get(mode, {})} for mode in MODES if mode != "light"}
    return {"light": light, **others}
