"""What programs put their own words in: `%(name)s`, `%d`, `{name}`. A lost one is a broken sentence or worse."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from leavingwell.translations.checks.finding import Code, Finding, error

MOST = 99
FIXED = 2  # numbers: a form that no more of them take stands for just these, as a word says them
GAP = "\0"  # so that what stands on both sides of a percent sign does not grow together
PLACEHOLDER = re.compile(r"%\(\w+\)[sdif]|%[sd](?!\w)|\{\w*\}")


def placeholders(text: str) -> Counter[str]:
    return Counter(PLACEHOLDER.findall(text.replace("%%", GAP)))


def may_lose(numbers: tuple[int, ...]) -> int:
    """How many places a plural's form for `numbers` may leave out: "one letter" needs no digit, "nothing" no day."""
    if numbers == (0,):
        return MOST
    return 1 if 0 < len(numbers) <= FIXED else 0


def lost_or_new(unit: Any, source: str, text: str, numbers: tuple[int, ...] = ()) -> Iterator[Finding]:
    """`numbers`: those that take this form of a plural."""
    wanted, there = placeholders(source), placeholders(text)
    known = placeholders(unit.source) | placeholders(unit.source_plural)
    lost = [one for one in wanted if there[one] < wanted[one]]
    if len(lost) > may_lose(numbers):
        yield error(Code.PLACEHOLDERS, _("Keep %s as it is: words are put in its place.") % ", ".join(lost))
    if new := [one for one in there if one not in known]:
        yield error(Code.PLACEHOLDERS, _("%s does not stand in the English.") % ", ".join(new))


def stray_percent(unit: Any, source: str, text: str) -> Iterator[Finding]:
    """In a text with such places a percent sign of its own is written twice."""
    if "%" not in "".join(placeholders(source)):
        return
    rest = PLACEHOLDER.sub(GAP, text.replace("%%", GAP))
    if "%" in rest:
        yield error(Code.PLACEHOLDERS, _("Write a percent sign twice here, so that it is not taken for a place."))
