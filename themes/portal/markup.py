"""Words of formatted texts, changed between the tags: never in them, and not within a link, a button or a heading."""

import re
from collections.abc import Callable

from django.utils.html import format_html

TAG = re.compile(r"(<[^>]*>)")
LEFT_ALONE = re.compile(r"<(/?)(a|button|h[1-6])\b", re.IGNORECASE)
# As people in the United Kingdom write them: 0800 1111, 020 7946 0123, 01632 960280, +44 7700 900123.
PHONE = re.compile(r"(?<![\w+.])(?:\+44[ \u00a0]?|0)\d{2,4}(?:[ \u00a0]?\d{3,4}){1,3}(?!\w)")


def in_words(html: str, change: Callable[[str], str]) -> str:
    """`change` gets each text between two tags, escaped as it is in HTML."""
    depth, parts = 0, []
    for part in TAG.split(html):
        if part.startswith("<"):
            found = LEFT_ALONE.match(part)
            depth += 0 if not found else -1 if found[1] else 1
            parts.append(part)
        else:
            parts.append(part if depth > 0 else change(part))
    return "".join(parts)


def digits(number: str) -> str:
    """A phone number as a `tel:` address has it."""
    return "".join(character for character in number if character.isdecimal() or character == "+")


def phone_link(number: str) -> str:
    """Its groups stay in their order also among words that run from right to left."""
    return format_html('<a href="tel:{}"><bdi dir="ltr">{}</bdi></a>', digits(number), number)


def with_phone_links(html: str) -> str:
    return in_words(html, lambda words: PHONE.sub(lambda found: phone_link(found[0]), words))
