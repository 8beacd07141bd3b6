"""How many forms a plural has in a language, by the rule that stands in the head of our catalogue of it."""

import gettext
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import django

LOCALES = (Path(__file__).parent / "locale", Path(django.__file__).parent / "conf" / "locale")
NOUGHT_AS_ONE = ("am", "ti")  # where there is no catalogue at all: languages in which nought takes the form of one
NUMBER = re.compile(r"nplurals\s*=\s*(\d+)")
ENOUGH = 201  # beyond that no rule brings a new form


@cache
def rule(language: str) -> str:
    """As gettext writes it: `nplurals=2; plural=(n != 1);`. Ours first, else Django's."""
    for folder in LOCALES:
        path = folder / language / "LC_MESSAGES" / "django.mo"
        if path.exists():
            with path.open("rb") as file:
                told = gettext.GNUTranslations(file).info().get("plural-forms", "")
            if NUMBER.match(told):
                return told
    return f"nplurals=2; plural=(n {'> 1' if language in NOUGHT_AS_ONE else '!= 1'});"


@cache
def number_of_forms(language: str) -> int:
    found = NUMBER.match(rule(language))
    return int(found[1]) if found else 2


@cache
def form_of(language: str) -> Callable[[int], int]:
    """Says of a number which form it takes, counted from 0."""
    told: Callable[[int], int] = gettext.c2py(rule(language).partition("plural=")[2].rstrip("; \n"))
    return told


@cache
def numbers_by_form(language: str) -> tuple[tuple[int, ...], ...]:
    """For each form the numbers that take it; none where it is for parts of one alone."""
    form = form_of(language)
    found: list[list[int]] = [[] for _number in range(number_of_forms(language))]
    for number in range(ENOUGH):
        found[form(number)].append(number)
    return tuple(map(tuple, found))
