"""Hard words explained where they stand: a button that opens the meaning, without a script.

The API says which words of a text are hard, as they are written there. Marks go between the tags of a text, never into
them, and not into a link or a heading. A browser that knows no popovers shows the meaning behind the word.
"""

import re
from typing import Any
from zlib import crc32

from django import template
from django.urls import reverse
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from leavingwell.themes.portal.markup import in_words
from leavingwell.themes.portal.tags.texts import formatted

register = template.Library()
Words = list[dict[str, str]]


@register.filter
def word_id(term: str) -> str:
    """The place of a word on the page of hard words."""
    return f"word-{crc32(term.encode()):x}"


def button(written: str, word: dict[str, str], number: int) -> str:
    """`written` is HTML already: as the word stands in the text."""
    return format_html(
        '<button type="button" class="hard-word" popovertarget="hard-{number}">{written}</button>'
        '<span class="meaning" popover id="hard-{number}"><b>{term}</b> <span>{meaning}</span> '
        '<a href="{address}#{place}">{more}</a></span>',
        number=number,
        written=mark_safe(written),
        term=word["term"],
        meaning=word["meaning"],
        address=reverse("glossary"),
        place=word_id(word["term"]),
        more=_("All hard words"),
    )


class Marker:
    """Marks each word of one text once."""

    def __init__(self, words: Words, request: Any) -> None:
        self.words = list(words)
        self.request = request

    def next_number(self) -> int:
        self.request.hard_words_marked = getattr(self.request, "hard_words_marked", 0) + 1
        return int(self.request.hard_words_marked)

    def in_words(self, html: str) -> str:
        """Text between two tags, escaped as it is in HTML."""
        places = ((re.search(rf"(?<!\w){re.escape(escape(word['words']))}(?!\w)", html), word) for word in self.words)
        found = [(place, word) for place, word in places if place]
        if not found:
            return html
        place, word = min(found, key=lambda one: one[0].start())
        self.words.remove(word)
        marked = button(place[0], word, self.next_number())
        return html[: place.start()] + marked + self.in_words(html[place.end() :])


def in_its_language(value: dict[str, Any], html: str, element: str, classes: str = "") -> SafeString:
    named = format_html(' class="{}"', classes) if classes else ""
    if value["language"] == get_language():
        if not named:
            return mark_safe(html)
        return format_html("<{}{}>{}</{}>", mark_safe(element), named, mark_safe(html), mark_safe(element))
    tongue = format_html(' lang="{}" dir="{}"', value["language"], value["direction"].lower())
    return format_html("<{}{}{}>{}</{}>", mark_safe(element), named, tongue, mark_safe(html), mark_safe(element))


@register.simple_tag(takes_context=True)
def explained(context: Any, value: dict[str, Any]) -> SafeString:
    """As `text`, with its hard words explained."""
    marker = Marker(value["hardWords"], context["request"])
    return in_its_language(value, in_words(escape(value["value"]), marker.in_words), "span")


@register.simple_tag(takes_context=True)
def explained_html(context: Any, value: dict[str, Any], under: int = 2) -> SafeString:
    """As `rich_text`, with its hard words explained."""
    marker = Marker(value["hardWords"], context["request"])
    return in_its_language(value, in_words(formatted(value["value"], under), marker.in_words), "div", "prose")
