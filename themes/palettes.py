"""The colour roles of a theme in its four modes, and the plain palette on which every theme is laid."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path

MODES = ("light", "dark", "contrast", "contrast_dark")
MEDIA = {
    "light": "",
    "dark": "(prefers-color-scheme: dark)",
    "contrast": "(prefers-contrast: more)",
    "contrast_dark": "(prefers-contrast: more) and (prefers-color-scheme: dark)",
}
Palette = Mapping[str, Mapping[str, str]]


@cache
def plain() -> Palette:
    """Every role of every mode, as `{mode: {role: #colour}}`."""
    palette: Palette = json.loads((Path(__file__).parent / "data" / "plain.json").read_text())
    return palette


def complete(colours: Palette) -> dict[str, dict[str, str]]:
    """A council's colours laid over the plain palette.

    A mode takes over what the council set for a plainer one only where that cannot harm: dark and high contrast start
    from the plain palette of their own.
    """
    return {mode: {**plain()[mode], **colours.get(mode, {})} for mode in MODES}
