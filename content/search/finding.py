"""Offers by words, however they are spelt."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import Any

from leavingwell.content.search.folding import folded_words
from leavingwell.content.search.index import Index, index_of
from leavingwell.content.search.nearness import meant_by, suggestions

LONGEST_SEARCH = 100
MOST_WORDS = 8


@dataclass(frozen=True)
class Match:
    words: int  # how many of the words that were asked for it holds
    score: float


def asked_words(search: str) -> list[str]:
    return list(dict.fromkeys(folded_words(search[:LONGEST_SEARCH])))[:MOST_WORDS]


def holders(word: str, index: Index) -> dict[int, float]:
    """The offers that hold what the word may mean, each with how telling that is."""
    best: dict[int, float] = {}
    for known, sureness in meant_by(word, index.holders).items():
        for pk, weight in index.holders[known].items():
            best[pk] = max(best.get(pk, 0), sureness * weight)
    return best


def telling(found: list[dict[int, float]], index: Index) -> list[dict[int, float]]:
    """Without the words that most offers hold, such as "for" and "a", unless there are no others."""
    rare = [offers for offers in found if 2 * len(offers) <= len(index.entries)]
    return rare if any(rare) else found


def matches(search: str, index: Index) -> dict[int, Match]:
    """The offers that hold as many of the telling words as any offer does."""
    counts: Counter[int] = Counter()
    scores: dict[int, float] = defaultdict(float)
    for offers in telling([holders(word, index) for word in asked_words(search)], index):
        for pk, score in offers.items():
            counts[pk] += 1
            scores[pk] += score
    most = max(counts.values(), default=0)
    return {pk: Match(found, scores[pk]) for pk, found in counts.items() if found == most}


def ranked(rows: Any, search: str) -> list[int]:
    """The keys of the offers among `rows` that answer best, the best first."""
    found = matches(search, index_of(rows))
    return sorted(found, key=lambda pk: (-found[pk].score, pk))


def nearest_words(rows: Any, search: str, languages: tuple[str, ...]) -> list[str]:
    """Words of the offers that look like those which were asked for, as they are written there."""
    index = index_of(rows)
    near = [known for word in asked_words(search) for known in suggestions(word, index.holders)]
    written = (index.written(word, languages) for word in near)
    return list(dict.fromkeys(word for word in written if word))
