"""Why a theme is refused, in words that an editor can act on."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from leavingwell.themes.contrast import failures
from leavingwell.themes.curated import CURATED
from leavingwell.themes.palettes import MODES, plain

COLOUR = re.compile(r"#([0-9a-fA-F]{3}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})")
MODE_NAMES = {
    "light": gettext_lazy("Light"),
    "dark": gettext_lazy("Dark"),
    "contrast": gettext_lazy("High contrast"),
    "contrast_dark": gettext_lazy("Dark high contrast"),
}
MOST_TONE_WORDS, LONGEST_TONE_WORD = 6, 30


def malformed(colours: Any) -> list[str]:
    """Unknown modes and roles, and values that are no colours: nothing else may reach a stylesheet."""
    if not isinstance(colours, dict) or not all(isinstance(roles, dict) for roles in colours.values()):
        return [_("Give colours as {mode: {role: #colour}}.")]
    found = [_("There is no mode “%s”.") % mode for mode in colours if mode not in MODES]
    for roles in colours.values():
        for role, value in roles.items():
            if role not in plain():
                found.append(_("There is no colour role “%s”.") % role)
            elif not isinstance(value, str) or not COLOUR.fullmatch(value):
                found.append(_("“%(role)s” needs a colour like #1d4f7c.") % {"role": role})
    return found


def contrast_errors(colours: Mapping[str, Mapping[str, str]]) -> list[str]:
    """One sentence for each pair that is too close: the pair, its ratio, and the nearest colour that passes."""
    return [
        _(
            "%(mode)s: %(front)s on %(back)s is %(ratio).2f to 1 and needs %(least)s. "
            "The nearest that passes is %(nearest)s."
        )
        % {
            "mode": MODE_NAMES[mode],
            "front": failure.front,
            "back": failure.back,
            "ratio": int(failure.ratio * 100) / 100,  # never rounded up to a pass
            "least": failure.least,
            "nearest": failure.nearest,
        }
        for mode in MODES
        for failure in failures(colours[mode], high_contrast=mode.startswith("contrast"))
    ]


def font_errors(theme: Any) -> dict[str, str]:
    """A font that is not of the list: it would be fetched from nowhere."""
    words = _("Choose a font of the list.")
    return {name: words for name in ("body_font", "heading_font") if getattr(theme, name) not in CURATED}


def tone_errors(words: Sequence[str]) -> dict[str, str]:
    if len(words) > MOST_TONE_WORDS or any(len(word) > LONGEST_TONE_WORD for word in words):
        return {"tone_words": _("Give up to six short words, with commas between them.")}
    return {}
