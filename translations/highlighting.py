"""A page in which the words that are looked at stand out, and from which their marks are gone."""

import re

from leavingwell.translations.trying import BEGIN, END, WITHOUT_MARKS

PLACE = "words-looked-at"
TAG = re.compile(r"(<[^<>]*>)")
NAME = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
PLAIN = frozenset({"title", "option", "textarea", "script", "style", "svg"})  # where no other element may stand


def holds(html: str) -> bool:
    return BEGIN in html


def highlighted(html: str) -> str:
    """Each piece of the words in a `mark`, the first with an id to go to. In attributes they stay plain words."""
    made: list[str] = []
    is_inside, within, is_first = False, "", True
    for piece in TAG.split(html):
        if tag := NAME.match(piece):
            within = state_after(within, *tag.groups())
        is_tag = piece.startswith("<")
        for part in [piece] if is_tag or within else re.split(f"([{BEGIN}{END}])", piece):
            if part in (BEGIN, END):
                is_inside = part == BEGIN
            elif is_inside and part.strip() and not is_tag and not within:
                made.append(f'<mark class="looked-at"{f" id={PLACE}" if is_first else ""}>{part}</mark>')
                is_first = False
            else:
                made.append(part.translate(WITHOUT_MARKS))
    return "".join(made)


def state_after(within: str, closing: str, name: str) -> str:
    """The element in which no other may stand, where the page is inside one."""
    name = name.lower()
    if within:
        return "" if closing and name == within else within
    return name if not closing and name in PLAIN else ""
