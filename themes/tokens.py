"""One theme, three uses: the API's tokens, the portal's stylesheet, the colours of a PDF."""

from collections.abc import Mapping
from typing import Any

from leavingwell.themes.models import Theme
from leavingwell.themes.palettes import MEDIA, MODES, complete
from leavingwell.themes.shapes import SHAPES, VOICES, VOICES_IN_ARABIC_SCRIPT, Scene, Shape, Voice

ARABIC_SCRIPT = ":root:lang(ar), :root:lang(fa), :root:lang(ckb), :root:lang(ps), :root:lang(ur)"


def own_theme() -> Theme | None:
    """The theme of the council whose scope is open."""
    return Theme.objects.select_related("logo").first()


def tokens_of(theme: Theme | None) -> dict[str, Any]:
    """`{"colours": {mode: {role: #colour}}, "shape": {…}, "type": {…}, "scene": …}`; plain without a theme."""
    shape, voice = (theme.shape, theme.voice) if theme else (Shape.SOFT, Voice.QUIET)
    return {
        "colours": theme.complete_colours if theme else complete({}),
        "shape": SHAPES[shape],
        "type": VOICES[voice],
        "typeInArabicScript": VOICES_IN_ARABIC_SCRIPT[voice],
        "scene": theme.scene if theme else Scene.NONE.value,
    }


def block(selector: str, values: Mapping[str, str], media: str = "") -> str:
    rules = "".join(f"--{name}: {value}; " for name, value in values.items())
    sheet = f"{selector} {{ {rules}}}"
    return f"@media {media} {{ {sheet} }}" if media else sheet


def stylesheet(tokens: Mapping[str, Any]) -> str:
    """The council's custom properties, to be linked between the portal's own two sheets."""
    parts = [block(":root", {**tokens["shape"], **tokens["type"]})]
    if tokens["typeInArabicScript"]:
        parts.append(block(ARABIC_SCRIPT, tokens["typeInArabicScript"]))
    parts += [block(":root", tokens["colours"][mode], MEDIA[mode]) for mode in MODES]
    return "\n".join(parts) + "\n"
