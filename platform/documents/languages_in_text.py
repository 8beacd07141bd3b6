"""Which language each part of a text is in, told by its script: English words in an Arabic sentence, say."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from fontTools.unicodedata import script as script_of

from leavingwell.themes.typefaces import languages_of_script
from leavingwell.translations.languages import Direction, language_of

NO_SCRIPT = {"Zyyy", "Zinh", "Zzzz"}  # shared by all: digits, punctuation, marks, emoji
NUMBERS_BEFORE = re.compile(r"(?:\d[\d.,:/]*\s)+$")
NUMBERS_AFTER = re.compile(r"(?:\s\d[\d.,:/]*)+")
GROUPED_NUMBER = re.compile(r"\+?\(?\d+\)?(?:[ \-]\(?\d+\)?)+")  # a phone number or a date: its groups stay in order


@dataclass(frozen=True)
class Run:
    """A part of a text. `language` and `direction` are None where they are those of what is around it."""

    text: str
    language: str | None = None
    direction: Direction | None = None


def script(letter: str) -> str | None:
    found = script_of(letter)
    return None if found in NO_SCRIPT else found


def language_of_script(code: str) -> str:
    """The first language of the register that is written in a script; `und` (undetermined) for a script of none."""
    return next(iter(languages_of_script(code)), "und")


def language_of_text(text: str, said: str) -> str:
    """The language that a text is said to be in, unless none of its letters are of that language's script."""
    scripts = list(dict.fromkeys(filter(None, map(script, text))))
    if not scripts or language_of(said).script in scripts:
        return said
    return language_of_script(scripts[0])


def stretches(text: str) -> Iterator[tuple[int, int, str]]:
    """Each longest stretch whose letters are of one script, from its first letter to its last."""
    start, end, current = 0, 0, ""
    for place, letter in enumerate(text):
        found = script(letter)
        if found is None:
            continue
        if found != current:
            if current:
                yield start, end, current
            start, current = place, found
        end = place + 1
    if current:
        yield start, end, current


def with_numbers(text: str, start: int, end: int, earliest: int) -> tuple[int, int]:
    """The stretch with the numbers that stand right beside it: "15 June 2026" stays whole."""
    before, after = NUMBERS_BEFORE.search(text, earliest, start), NUMBERS_AFTER.match(text, end)
    return (before.start() if before else start), (after.end() if after else end)


def own_runs(text: str, direction: Direction) -> Iterator[Run]:
    """A part in the language around it: right to left, the groups of a phone number would change places."""
    done = 0
    for number in GROUPED_NUMBER.finditer(text) if direction == "rtl" else ():
        yield Run(text[done : number.start()])
        yield Run(number.group(), direction="ltr")
        done = number.end()
    yield Run(text[done:])


def runs(text: str, language: str, direction: Direction) -> list[Run]:
    """The parts of a text that stands among words of `language`, which run in `direction`."""
    own, found, done = language_of(language).script, [], 0
    for start, end, code in stretches(text):
        if code == own:
            continue
        other = language_of_script(code)
        turned: Direction | None = language_of(other).direction if language_of(other).direction != direction else None
        if turned:
            start, end = with_numbers(text, start, end, done)
        found += [*own_runs(text[done:start], direction), Run(text[start:end], other, turned)]
        done = end
    return [run for run in [*found, *own_runs(text[done:], direction)] if run.text]
