"""The dark and the high-contrast colours of a council, made from its light ones.

`data/derivation.json` says for each role of each set: of which light role it keeps the hue, how light it is, and how
colourful at most (OKLCH); or a fixed colour; or "light" for the light colour itself. Whatever is still too close after
that is moved towards black or white by the smallest step that passes. ADR 0029 says why.
"""

import json
from functools import cache, lru_cache
from pathlib import Path

from leavingwell.themes.contrast import Colours, failures, nearest_for, nearest_passing
from leavingwell.themes.oklch import from_oklch, oklch

Rule = str | tuple[str, float, float]
ROUNDS = 6  # a colour that was moved can need its neighbour moved


@cache
def rules() -> dict[str, dict[str, Rule]]:
    """`{mode: {role: rule}}`."""
    found: dict[str, dict[str, Rule]] = json.loads((Path(__file__).parent / "data" / "derivation.json").read_text())
    return found


def made(role: str, rule: Rule, light: Colours) -> str:
    if isinstance(rule, str):
        return light[role] if rule == "light" else rule
    source, lightness, most = rule
    _lightness, chroma, hue = oklch(light[source])
    return from_oklch(lightness, min(chroma, most), hue)


def mended(colours: dict[str, str], *, high_contrast: bool) -> dict[str, str]:
    for _round in range(ROUNDS):
        found = failures(colours, high_contrast=high_contrast)
        if not found:
            break
        for failure in found:
            role, other = failure.front, colours[failure.back]
            nearest = nearest_for(role, colours, high_contrast=high_contrast)
            colours[role] = nearest or nearest_passing(colours[role], other, failure.least)
    return colours


@lru_cache(maxsize=512)
def _derived(light: tuple[tuple[str, str], ...], mode: str) -> tuple[tuple[str, str], ...]:
    known = dict(light)
    colours = {role: made(role, rule, known) for role, rule in rules()[mode].items()}
    return tuple(mended(colours, high_contrast=mode.startswith("contrast")).items())


def derived(light: Colours, mode: str) -> dict[str, str]:
    """Every role of `dark`, `contrast` or `contrast_dark`, from every role of the light set."""
    return dict(_derived(tuple(sorted(light.items())), mode))
