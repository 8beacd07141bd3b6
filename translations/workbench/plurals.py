"""Which forms a language has for numbers, each with numbers that take it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from leavingwell.translations.plural_forms import numbers_by_form

EXAMPLES = 5


@dataclass(frozen=True)
class Form:
    number: int
    examples: str


@cache
def forms(language: str) -> tuple[Form, ...]:
    return tuple(Form(place, told(numbers)) for place, numbers in enumerate(numbers_by_form(language)))


def told(numbers: Sequence[int]) -> str:
    return ", ".join(map(str, numbers[:EXAMPLES])) + ("…" if len(numbers) > EXAMPLES else "")
