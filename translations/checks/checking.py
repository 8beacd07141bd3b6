"""What may be wrong with a translation, told before anybody reads it. No query."""

from collections.abc import Callable, Iterator
from typing import Any

from leavingwell.translations.checks import fitting, markup, placeholders, signs
from leavingwell.translations.checks.finding import Finding, Severity
from leavingwell.translations.plural_forms import numbers_by_form
from leavingwell.translations.registry import Words

__all__ = ["Finding", "Severity", "check"]

One = Callable[[Any, str, str], Iterator[Finding]]
EACH: tuple[One, ...] = (
    fitting.unfit,
    placeholders.stray_percent,
    markup.tags,
    markup.links,
    signs.numbers,
    signs.length,
    signs.untranslated,
    signs.spaces,
    signs.direction,
    signs.control,
)


def check(unit: Any, language: str, words: Words) -> list[Finding]:
    """The findings about `words` as a translation of the unit, errors first; of a plural about any of its forms."""
    forms = words if isinstance(words, list) else [words]
    known = stands_for(unit, language, len(forms))
    pairs = [(source_of(unit, numbers), form) for numbers, form in zip(known, forms, strict=True)]
    if broken := [finding for source, form in pairs for finding in markup.unreadable(source, form)]:
        return broken
    found = [finding for source, form in pairs for one in EACH for finding in one(unit, source, form)]
    for numbers, (source, form) in zip(known, pairs, strict=True):
        found += placeholders.lost_or_new(unit, source, form, numbers)
    once = {(finding.code, str(finding.message)): finding for finding in found}
    return sorted(once.values(), key=lambda finding: finding.severity != Severity.ERROR)


def stands_for(unit: Any, language: str, total: int) -> list[tuple[int, ...]]:
    """For each form of a plural the numbers that take it; none where that is not known, and of what is no plural."""
    known = numbers_by_form(language) if unit.source_plural and total > 1 else ()
    return [known[place] if place < len(known) else () for place in range(total)]


def source_of(unit: Any, numbers: tuple[int, ...]) -> str:
    """The English that a form stands for: that for many, but for the form of nought and one."""
    is_few = bool(numbers) and max(numbers) <= 1
    return str(unit.source if is_few or not unit.source_plural else unit.source_plural)
