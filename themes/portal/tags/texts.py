"""Texts that say their language, and people's own words."""

from typing import Any

from django import template
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from leavingwell.themes.portal.markup import digits, with_phone_links

register = template.Library()
register.filter(digits)


@register.simple_tag
def tongue(value: dict[str, Any]) -> SafeString:
    """The language and direction of a text of the API as attributes, where these are not the page's."""
    if value["language"] == get_language():
        return SafeString()
    return format_html(' lang="{}" dir="{}"', value["language"], value["direction"].lower())


@register.simple_tag
def text(value: dict[str, Any]) -> SafeString:
    """A text of the API, marked with its language and direction where these are not the page's."""
    if value["language"] == get_language():
        return escape(value["value"])
    return format_html(
        '<span lang="{}" dir="{}">{}</span>', value["language"], value["direction"].lower(), value["value"]
    )


@register.simple_tag
def rich_text(value: dict[str, Any], under: int = 2) -> SafeString:
    """A formatted text of the API: paragraphs, lists, links, and headings that follow one of the level `under`.

    Editors write headings of the levels 3 and 4, which stand right below a heading of level 2.
    """
    body = mark_safe(formatted(value["value"], under))
    if value["language"] == get_language():
        return format_html('<div class="prose">{}</div>', body)
    return format_html(
        '<div class="prose" lang="{}" dir="{}">{}</div>', value["language"], value["direction"].lower(), body
    )


def formatted(html: str, under: int) -> str:
    """With its headings in place, and phone numbers that can be called."""
    return with_phone_links(html if under == 2 else one_level_up(html))


def one_level_up(html: str) -> str:
    for level in (3, 4):
        for mark in ("<h", "</h"):
            html = html.replace(f"{mark}{level}", f"{mark}{level - 1}")
    return html


@register.simple_tag
def own_words(value: str, language: str = "") -> SafeString:
    """What somebody typed: it runs the way its script does, whatever the page's."""
    if not language or language == get_language():
        return format_html('<span class="own" dir="auto">{}</span>', value)
    return format_html('<span class="own" lang="{}" dir="auto">{}</span>', language, value)


@register.simple_tag
def quoted(value: str, language: str = "") -> SafeString:
    """Somebody's words between the page's quotation marks."""
    opening, closing = _("“ ”").split(" ")
    return format_html("{}{}{}", opening, own_words(value, language), closing)


@register.filter
def initial(name: str) -> str:
    return name.strip()[:1].upper()
