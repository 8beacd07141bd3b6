"""A machine fills what has no translation. Whatever it writes is marked, waits for a person, and is shown to nobody."""

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import islice

from leavingwell.platform.people.models import Person
from leavingwell.platform.problems import Problems, not_allowed
from leavingwell.translations.checks import Severity, check
from leavingwell.translations.exchange.choosing import ALL, standing, status_of
from leavingwell.translations.machine.interface import Machine, Source
from leavingwell.translations.models import Area, Kind, Origin, Status, TranslationUnit
from leavingwell.translations.services.drafting import NOT_YOUR_LANGUAGE, save_translation
from leavingwell.translations.services.rights import may_translate
from leavingwell.translations.workbench.rich import tidy

MOST = 5000  # texts in one run
FILLED, LEFT = "filled", "left"


def empty_texts(language: str, *, by: Person, areas: Collection[str] = (), whose: str = ALL) -> list[TranslationUnit]:
    """Those that this person may translate; never the forms of a plural, which no machine knows for every language."""
    allowed = [area for area in areas or Area.values if may_translate(by, language, area)]
    if not allowed:
        raise not_allowed(NOT_YOUR_LANGUAGE)
    found = standing(language, areas=allowed, whose=whose)
    empty = [unit for unit, row in found if status_of(row) == Status.MISSING and unit.kind != Kind.PLURAL]
    return empty[:MOST]


def fill(
    found: Sequence[TranslationUnit],
    language: str,
    machine: Machine,
    *,
    by: Person,
    step: Callable[[], None],
    counts: Counter[str],
) -> None:
    """`counts` says at any time how many were filled, and how many left. Raises `MachineFailed`."""
    for portion in portions(found, machine.at_once):
        sources = [Source(unit.source, unit.kind == Kind.RICH) for unit in portion]
        for unit, words in zip(portion, machine.translate(sources, language), strict=True):
            counts[FILLED if keep(unit, language, words, machine, by) else LEFT] += 1
            step()


def portions(found: Sequence[TranslationUnit], size: int) -> Iterator[list[TranslationUnit]]:
    rest = iter(found)
    while portion := list(islice(rest, size)):
        yield portion


def keep(unit: TranslationUnit, language: str, words: str, machine: Machine, by: Person) -> bool:
    """Whether it became a draft. What is wrong by the checks, or was written by somebody meanwhile, does not."""
    if not words.strip():
        return False
    try:
        words = tidy(words, unit.source) if unit.kind == Kind.RICH else words
        if any(one.severity == Severity.ERROR for one in check(unit, language, words)):
            return False
        save_translation(unit, language, words, by=by, origin=Origin.MACHINE, why=machine.name)
    except Problems:
        return False
    return True
