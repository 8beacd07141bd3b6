"""Which words of a vocabulary somebody may have meant."""

from collections.abc import Collection

from rapidfuzz import process
from rapidfuzz.distance import OSA

EXACT, BEGINNING, MISSPELT = 1.0, 0.8, 0.5  # how much a match of that kind counts
SHORTEST_BEGINNING = 2
LONGEST_WORD = 40
SUGGESTIONS = 5


def mistakes_in(word: str) -> int:
    """How many letters may be wrong, left out, doubled or swapped: none in a short word, two in a long one."""
    return 0 if len(word) < 4 else 1 if len(word) < 7 else 2


def near(word: str, vocabulary: Collection[str], mistakes: int) -> list[str]:
    """The words that are so many letters away, the nearest first."""
    found = process.extract(word[:LONGEST_WORD], list(vocabulary), scorer=OSA.distance, score_cutoff=mistakes, limit=50)
    return [candidate for candidate, _distance, _place in found]


def meant_by(word: str, vocabulary: Collection[str]) -> dict[str, float]:
    """What the word may mean, and how surely. Only what is not there as it is written is taken for misspelt."""
    meant = {word: EXACT} if word in vocabulary else {}
    if len(word) >= SHORTEST_BEGINNING:
        meant |= {known: BEGINNING for known in vocabulary if known != word and known.startswith(word)}
    if meant or not mistakes_in(word):
        return meant
    return dict.fromkeys(near(word, vocabulary, mistakes_in(word)), MISSPELT)


def suggestions(word: str, vocabulary: Collection[str]) -> list[str]:
    """Words that look a little like it, for somebody who found nothing."""
    return near(word, vocabulary, mistakes_in(word) + 1)[:SUGGESTIONS] if len(word) > 2 else []
