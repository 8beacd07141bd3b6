"""How hard a text is to read: the Flesch–Kincaid grade as a British reading age.

Our own few lines, because textstat (the well-kept library) installs a top-level package named `tests`, which hides this
project's tests. Syllables are counted as groups of vowels, which is right for nine English words in ten.
"""

import re
from dataclasses import dataclass

from leavingwell.translations.languages import SOURCE

TARGET_AGE = 9
SENTENCE_END = re.compile(r"[.!?…؟。።।۔]+")
WORD = re.compile(r"\w+(?:[’'-]\w+)*")
VOWELS = re.compile(r"[aeiouy]+")
SILENT_END = re.compile(r"(?<=[^aeiouyl])e$|(?<=[aeiouy][^aeiouytdscxzg])es$|(?<=[^td])ed$")
GRADE_TO_AGE = 5  # the first grade is for children of six


@dataclass(frozen=True)
class Readability:
    """`reading_age` in years is told for English alone; None for a text without words, too."""

    words: int
    longest_sentence: int
    reading_age: int | None

    @property
    def is_hard(self) -> bool:
        return self.reading_age is not None and self.reading_age > TARGET_AGE


def syllables(word: str) -> int:
    return max(1, len(VOWELS.findall(SILENT_END.sub("", word.lower()))))


def readability(text: str, language: str = SOURCE) -> Readability:
    sentences = [words for part in SENTENCE_END.split(text) if (words := WORD.findall(part))]
    words = [word for sentence in sentences for word in sentence]
    longest = max((len(sentence) for sentence in sentences), default=0)
    if not words or language != SOURCE:
        return Readability(len(words), longest, None)
    spoken = sum(syllables(word) for word in words)
    grade = 0.39 * len(words) / len(sentences) + 11.8 * spoken / len(words) - 15.59
    return Readability(len(words), longest, max(GRADE_TO_AGE, round(grade + GRADE_TO_AGE)))
