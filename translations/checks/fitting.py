"""Whether words can stand in the place of a text of the interface.

Templates show such words as they are, tags and all, and programs put values in: they may hold no more than the English
does. Asked before a translation is approved, and again whenever one is laid over.
"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from django.utils.translation import gettext as _

from leavingwell.translations.checks.finding import Code, Finding, error
from leavingwell.translations.models.choices import Kind

MARKUP = re.compile(r'<[^<>]*>|[<>"]|&#?[a-zA-Z0-9]+;')
FIELD = re.compile(r"\{[^{}]*\}|[{}]")
# As Python reads it: the name, signs, width, precision, a size that it leaves out, and the kind.
PLACE = re.compile(r"%(?:\([^()]*\))?[#0\- +]*(?:\d+|\*)?(?:\.(?:\d+|\*))?[hlL]?(?:.|$)", re.DOTALL)
English = tuple[str, str]  # and that for many; nothing where it is no plural
DOUBLED = "%%"
UNSEEN = "%.0s"  # takes a value, and shows nothing of it


def unfit(unit: Any, source: str, text: str) -> Iterator[Finding]:
    if unit.object_type or unit.kind == Kind.RICH:
        return
    known = unit.source, unit.source_plural
    if tags := more_than(MARKUP, known, text):
        yield error(Code.MARKUP, _("This formatting cannot be used here: %s.") % ", ".join(tags))
    if new := new_places(known, text):
        yield error(Code.PLACEHOLDERS, _("%s does not stand in the English.") % ", ".join(new))
    elif not takes_the_same(known, text):
        kept = ", ".join(places(unit.source_plural or unit.source))
        yield error(Code.PLACEHOLDERS, _("Keep %s as it is: words are put in its place.") % kept)


def fits(known: English, text: str) -> bool:
    return not more_than(MARKUP, known, text) and not new_places(known, text) and takes_the_same(known, text)


def more_than(pattern: re.Pattern[str], known: English, text: str) -> list[str]:
    """What does not stand letter for letter, and as often, in the English."""
    there = Counter(pattern.findall(text))
    for_one, for_many = (Counter(pattern.findall(english)) for english in known)
    return list(there - (for_one | for_many))


def new_places(known: English, text: str) -> list[str]:
    told = {DOUBLED, *(place for english in known for place in PLACE.findall(english))}
    return more_than(FIELD, known, text) + [place for place in dict.fromkeys(PLACE.findall(text)) if place not in told]


def places(text: str) -> list[str]:
    return [place for place in PLACE.findall(text) if place != DOUBLED]


def takes_the_same(known: English, text: str) -> bool:
    """Whether values that can be put into the English can be put into this. Ask `new_places` first."""
    english = known[1] or known[0]
    given = values_for(english)
    return takes(with_every_value(known[1], text), given) or not takes(english, given)


def takes(words: str, given: Any) -> bool:
    try:
        words % given
    except (KeyError, TypeError, ValueError):
        return False
    return True


def values_for(english: str) -> Any:
    """As programs give them: by name, or one after the other."""
    found = {place: "words" if place[-1] in "sra" else 1 for place in places(english)}
    if any("(" in place for place in found):
        return {place[2 : place.index(")")]: value for place, value in found.items() if "(" in place}
    return tuple(found[place] for place in places(english)) or {}


@lru_cache(maxsize=1000)
def with_every_value(english: str, text: str) -> str:
    """A plural's form that says its number in words: Python wants each value that has no name to be taken.

    `english`: that for many.
    """
    wanted = places(english)
    return text + UNSEEN if len(wanted) == 1 and "(" not in wanted[0] and not places(text) else text
