"""Icons, faces and shapes, and the words that stand beside them."""

from functools import lru_cache
from typing import Any

from django import template
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString

from leavingwell.themes.portal import words

register = template.Library()


@register.simple_tag
@lru_cache(maxsize=1024)
def icon(name: str, more: str = "") -> SafeString:
    classes = f"icon {more}".strip()
    sheet = static("portal/icons.svg")
    return format_html('<svg class="{}" aria-hidden="true"><use href="{}#{}"/></svg>', classes, sheet, name)


@register.simple_tag
def choice_picture(code: str) -> SafeString:
    """Of an answer of the two scales, for easy read; nothing for others. Its word stands beside it."""
    if code not in words.CHOICE_PICTURES:
        return SafeString()
    sheet = static("portal/choices.svg")
    drawn = '<svg class="choice-picture" aria-hidden="true"><use href="{}#{}"/></svg>'
    return format_html(drawn, sheet, words.CHOICE_PICTURES[code])


@register.filter
def area_icon(code: str) -> str:
    """The icon of an area of life or of a topic of the offer."""
    return words.AREA_ICONS.get(code.lower(), "flag")


@register.inclusion_tag("portal/art/face.html")
def face(number: int, more: str = "") -> dict[str, Any]:
    return {"number": number, "more": more}


@register.filter
def face_word(number: int) -> str:
    return str(words.FACES[number])


@register.inclusion_tag("portal/art/phase.html")
def phase(code: str) -> dict[str, Any]:
    return {"code": code, "word": words.PHASES[code]}


@register.inclusion_tag("portal/art/change.html")
def change(code: str | None) -> dict[str, Any]:
    return {"code": code, "word": words.CHANGES.get(code or ""), "icon": words.CHANGE_ICONS.get(code or "")}


@register.filter
def strengths_first(standings: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """What goes well stands before what there is to work on."""
    order = list(words.PHASES)
    return sorted(standings, key=lambda standing: order.index(standing["phase"]))


@register.filter
def have_arrows(standings: list[dict[str, Any]]) -> bool:
    """Whether there is anything to compare with: not for answers of which there are too few yet."""
    return any(standing["change"] for standing in standings)


@register.inclusion_tag("portal/art/mark.html")
def mark(level: str) -> dict[str, Any]:
    """How soon, as a shape: its word stands beside it."""
    return {"level": level}


@register.filter
def level_word(level: str) -> str:
    return str(words.LEVELS[level])


@register.simple_tag
def answer_kind(code: str | None) -> str:
    """What stands for an answer that is no choice."""
    return str(words.KINDS.get(code or "", ""))


@register.filter
def state_word(code: str) -> str:
    return str(words.STATES[code])


@register.filter
def category_word(code: str) -> str:
    return str(words.CATEGORIES[code])


@register.filter
def attempt_word(code: str) -> str:
    return str(words.ATTEMPT_CHANNELS.get(code.upper(), code))


@register.filter
def role_word(code: str) -> str:
    return str(words.ROLES.get(code, ""))


@register.filter
def focus_word(code: str) -> str:
    return str(words.FOCUS_REASONS[code])


@register.filter
def need_word(level: int) -> str:
    """A step in the hierarchy of needs."""
    return str(words.NEEDS[level])


@register.filter
def remark_word(code: str) -> str:
    return str(words.REMARKS[code])
