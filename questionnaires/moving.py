"""What becomes of the answers to one version of a questionnaire in the next, as data.

    {"kind": "renamed", "from": "NM-HOME-01", "to": ["NM-HOME-02"]}              the same question under a new code
    {"kind": "recoded", "from": "NM-HOME-01", "to": ["NM-HOME-02"],
     "choices": {"yes": "yes_mostly", "not_sure": null, "no": "not_right_now"}}  other choices; null: cannot be told
    {"kind": "split", "from": "NM-HOME-01", "to": ["NM-HOME-02", "NM-HOME-03"]}  counts for each of them
    {"kind": "dropped", "from": "NM-HOME-01", "to": []}                          stays where it was asked
    {"kind": "same", "from": "HOME-01", "to": ["HOME-01"]}

Only what differs has to be declared (`inferred` gives the rest). Pure functions: answers are moved when they are read,
and stay as they were given.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from leavingwell.questionnaires.conditions import questions_of
from leavingwell.questionnaires.kinds import AnswerKind
from leavingwell.questionnaires.scoring import Answers

Content = Mapping[str, Any]
Move = Mapping[str, Any]
Choices = Mapping[str, str | None] | None  # None: each stays as it is
UNSAID: tuple[Any, ...] = (None, "", [])


def codes_of(content: Content) -> dict[str, None]:
    """In their order."""
    return dict.fromkeys(question["code"] for question in questions_of(content))


def inferred(before: Content, after: Content) -> list[Move]:
    """What can be told without being declared: a code that is still there is the same question, others are dropped."""
    kept = codes_of(after)
    return [
        {"kind": "same", "from": code, "to": [code]} if code in kept else {"kind": "dropped", "from": code, "to": []}
        for code in codes_of(before)
    ]


def whole(declared: Iterable[Move], before: Content, after: Content) -> list[Move]:
    """The declared moves, and the inferred ones for all other questions, in the order of asking."""
    by_code = {move["from"]: move for move in declared}
    return [by_code.get(move["from"], move) for move in inferred(before, after)]


def translated(value: Any, choices: Choices) -> Any:
    """The value in the other question's choices; None when it cannot be told."""
    if choices is None:
        return value
    if isinstance(value, list | tuple):
        return [found for one in value if (found := choices.get(one)) is not None]
    return choices.get(value)


def moved(answers: Answers, moves: Iterable[Move]) -> dict[str, tuple[str, Any]]:
    """The answers in the terms of the later version. `moves` is whole: what it does not mention is left out."""
    found: dict[str, tuple[str, Any]] = {}
    for move in moves:
        if move["from"] not in answers:
            continue
        kind, value = answers[move["from"]]
        new = translated(value, move.get("choices")) if kind == AnswerKind.ANSWERED else value
        if kind != AnswerKind.ANSWERED or new not in UNSAID:
            found = {**dict.fromkeys(move["to"], (kind, new)), **found}  # what came first stays
    return found


@dataclass(frozen=True)
class Arrow:
    """From one question to one other."""

    source: str
    target: str
    choices: Choices = None

    def then(self, other: "Arrow") -> "Arrow":
        return Arrow(self.source, other.target, composed(self.choices, other.choices))

    def move(self) -> Move:
        kind = "recoded" if self.choices is not None else "same" if self.source == self.target else "renamed"
        told = {"kind": kind, "from": self.source, "to": [self.target]}
        return told if self.choices is None else {**told, "choices": self.choices}


def composed(first: Choices, second: Choices) -> Choices:
    if first is None or second is None:
        return second if first is None else first
    return {code: None if new is None else second.get(new) for code, new in first.items()}


def arrows(moves: Iterable[Move]) -> Iterator[Arrow]:
    for move in moves:
        for target in move["to"]:
            yield Arrow(move["from"], target, move.get("choices"))


def chain(before: Content, after: Content, steps: Sequence[Iterable[Move]]) -> list[Move]:
    """From one version to a later one. `steps` are the declared moves of each version in between, and of the last.

    A question that became several has a move for each. As a code never changes its meaning, a question that both
    versions ask is the same one, whatever was asked in between.
    """
    kept = codes_of(after)
    found = [Arrow(code, code) for code in codes_of(before)]
    for step in steps:
        declared = list(arrows(step))
        found += [one.then(other) for one in found for other in declared if one.target == other.source != other.target]
    arrived = {(one.source, one.target): one for one in reversed(found) if one.target in kept}
    gone = codes_of(before).keys() - {source for source, _target in arrived}
    dropped = [{"kind": "dropped", "from": code, "to": []} for code in codes_of(before) if code in gone]
    return [*(one.move() for one in reversed(arrived.values())), *dropped]
