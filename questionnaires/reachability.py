"""Whether a question can ever come up: a search for answers with which it does.

It goes from the question backwards. A condition that must be true narrows what the answers it speaks of may be; an
answer that must be there makes its own question have to come up; only "one of several" is a fork, at which every way is
tried. Nothing that is not asked for is ever guessed, so that the usual condition needs no more than a few steps.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from leavingwell.questionnaires.conditions import Condition, atoms
from leavingwell.questionnaires.kinds import AnswerType

Question = Mapping[str, Any]
MOST_STEPS = 20_000
CENT = Decimal("0.01")  # an answer has two decimal places at most
ANYTHING = "anything"


class TooManyWays(Exception):
    """The conditions are so entangled that the search was given up."""


@dataclass(frozen=True)
class Allowed:
    """What an answer may be: one of `values` (None: no answer). Of several choices `chosen` must be among them."""

    values: frozenset[Any]
    chosen: frozenset[Any] = frozenset()

    @property
    def is_possible(self) -> bool:
        return bool(self.values) and self.chosen <= self.values

    @property
    def must_be_answered(self) -> bool:
        return None not in self.values


Way = Mapping[str, Allowed]
Goal = tuple[Condition, bool]  # a condition that has to be true, or false
Step = tuple[tuple[Goal, ...], Way]  # what is to be reached next, and what the answers may be by then


def numbers_of(question: Question, by_code: Mapping[str, Question]) -> frozenset[Decimal]:
    """A number for each case that the conditions can tell apart."""
    limits = question.get("limits") or {}
    least, most = (None if limits.get(name) is None else Decimal(str(limits[name])) for name in ("least", "most"))
    edges = {
        Decimal(str(atom[name]))
        for other in by_code.values()
        for atom in atoms(other.get("show_when"))
        if atom["question"] == question["code"]
        for name in ("at_least", "at_most")
        if name in atom
    }
    near = {edge + step for edge in edges for step in (-CENT, Decimal(0), CENT)}
    every = near | {number for number in (least, most) if number is not None} or {Decimal(0)}
    return frozenset(n for n in every if (least is None or n >= least) and (most is None or n <= most))


def values_of(code: str, by_code: Mapping[str, Question]) -> frozenset[Any]:
    """Everything that the answer can be, as far as conditions can tell it apart; None stands for no answer."""
    question = by_code[code]
    if question["answer_type"] == AnswerType.NUMBER:
        return frozenset({None, *numbers_of(question, by_code)})
    return frozenset({None, *([choice["code"] for choice in question["choices"]] or [ANYTHING])})


def passes(atom: Condition, value: Any) -> bool:
    if "answered" in atom:
        return bool((value is not None) == atom["answered"])
    if "is" in atom:
        return value in atom["is"]
    if value is None:
        return False
    if "at_least" in atom:
        return bool(value >= Decimal(str(atom["at_least"])))
    return bool(value <= Decimal(str(atom["at_most"])))


def first_way(goals: tuple[Goal, ...], by_code: Mapping[str, Question]) -> Way | None:
    """What the answers must be for all goals to be reached; depth first. Raises `TooManyWays`."""
    tried: list[tuple[tuple[Goal, ...], Way]] = [(goals, {})]
    for _step in range(MOST_STEPS):
        if not tried:
            return None
        left, way = tried.pop()
        if not left:
            return way
        (condition, wanted), rest = left[0], left[1:]
        further = [((*more, *rest), changed) for more, changed in steps(condition, wanted, way, by_code)]
        tried += reversed(further)
    raise TooManyWays


def steps(condition: Condition, wanted: bool, way: Way, by_code: Mapping[str, Question]) -> Iterator[Step]:
    """The ways on from here: what is to be reached next in each, and what it asks of the answers."""
    if "question" in condition:
        yield from narrowed(condition, wanted, way, by_code)
    elif "not" in condition:
        yield ((condition["not"], not wanted),), way
    else:
        name = "all" if "all" in condition else "any"
        parts = tuple((part, wanted) for part in condition[name])
        if (name == "all") == wanted:
            yield parts, way
        else:
            yield from (((part,), way) for part in parts)


def narrowed(atom: Condition, wanted: bool, way: Way, by_code: Mapping[str, Question]) -> Iterator[Step]:
    question = by_code[atom["question"]]
    before = way.get(question["code"]) or Allowed(values_of(question["code"], by_code))
    several = question["answer_type"] == AnswerType.SEVERAL
    for after in chosen(atom, before) if several and wanted and "is" in atom else [kept(atom, wanted, before)]:
        if after.is_possible:
            yield needed(question, before, after), {**way, question["code"]: after}


def needed(question: Question, before: Allowed, after: Allowed) -> tuple[Goal, ...]:
    """A question has to come up as soon as it has to be answered."""
    condition = question.get("show_when")
    newly = after.must_be_answered and not before.must_be_answered
    return ((condition, True),) if newly and condition is not None else ()


def kept(atom: Condition, wanted: bool, before: Allowed) -> Allowed:
    return replace(before, values=frozenset(value for value in before.values if passes(atom, value) == wanted))


def chosen(atom: Condition, before: Allowed) -> Iterator[Allowed]:
    """Of several choices any one of these will do, and others may stand beside it."""
    for choice in atom["is"]:
        yield Allowed(before.values - {None}, before.chosen | {choice})


def way_to_show(code: str, by_code: Mapping[str, Question]) -> Way | None:
    """What the answers to earlier questions may be for this one to come up; None when it never does.

    Every condition must be on known, earlier questions. Raises `TooManyWays`.
    """
    condition = by_code[code].get("show_when")
    return {} if condition is None else first_way(((condition, True),), by_code)
