"""One theme, many uses: the API's tokens, the portal's stylesheet, the colours and letters of a PDF and an e-mail."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from leavingwell.themes.curated import CURATED, NOTO, drawn_by, stack
from leavingwell.themes.font_faces import font_faces
from leavingwell.themes.models import Theme
from leavingwell.themes.palettes import MEDIA, MODES
from leavingwell.themes.shapes import CORNERS, SHAPES, VOICES, VOICES_IN_ARABIC_SCRIPT
from leavingwell.translations.kept_settings import kept_here
from leavingwell.translations.languages import LANGUAGES

ARABIC_SCRIPT = ":root:lang(ar), :root:lang(fa), :root:lang(ckb), :root:lang(ps), :root:lang(ur)"


def own_theme() -> Theme | None:
    """The theme of the council whose scope is open, to be read: it is the same object for all."""
    return kept_here("theme", Theme.objects.select_related("logo", "favicon", "header_image").first)


def fonts(text: str, head: str) -> dict[str, str]:
    return {"font-text": stack(text), "font-head": stack(head)}


def fonts_by_language(text: str, head: str) -> dict[str, dict[str, str]]:
    """For languages of which a chosen typeface has not every letter: no word is drawn with two."""
    found = {}
    for code in LANGUAGES:
        drawn = drawn_by(text, code), drawn_by(head, code)
        if drawn != (text, head):
            found[code] = fonts(*(name if name in CURATED else NOTO for name in drawn))
    return found


def tokens_of(theme: Theme | None) -> dict[str, Any]:
    """`{"colours": {mode: {role: #colour}}, "shape": {…}, "type": {…}, "fonts": […], …}`; plain without a theme."""
    look = theme or Theme()
    return {
        "colours": look.complete_colours,
        "shape": {**SHAPES[look.shape], **CORNERS[look.corners], "logo-clear": f"{float(look.logo_clear_space):g}"},
        "type": {**fonts(look.body_font, look.heading_font), **VOICES[look.voice]},
        "typeInArabicScript": VOICES_IN_ARABIC_SCRIPT[look.voice],
        "typeByLanguage": fonts_by_language(look.body_font, look.heading_font),
        "fonts": list(dict.fromkeys((look.body_font, look.heading_font))),
        "scene": look.scene,
    }


def block(selector: str, values: Mapping[str, str], media: str = "") -> str:
    rules = "".join(f"--{name}: {value}; " for name, value in values.items())
    sheet = f"{selector} {{ {rules}}}"
    return f"@media {media} {{ {sheet} }}" if media else sheet


def language_blocks(by_language: Mapping[str, Mapping[str, str]]) -> list[str]:
    groups: dict[tuple[tuple[str, str], ...], list[str]] = defaultdict(list)
    for code, values in by_language.items():
        groups[tuple(values.items())].append(f":root:lang({code})")
    return [block(", ".join(selectors), dict(values)) for values, selectors in groups.items()]


def stylesheet(tokens: Mapping[str, Any]) -> str:
    """The council's custom properties, to be linked between the portal's own two sheets."""
    parts = [*font_faces(tokens["fonts"]), block(":root", {**tokens["shape"], **tokens["type"]})]
    parts += language_blocks(tokens["typeByLanguage"])
    if tokens["typeInArabicScript"]:
        parts.append(block(ARABIC_SCRIPT, tokens["typeInArabicScript"]))
    parts += [block(":root", tokens["colours"][mode], MEDIA[mode]) for mode in MODES]
    return "\n".join(parts) + "\n"
