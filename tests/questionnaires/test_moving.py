"""Answers read in the terms of a later version. Nothing that was given is ever changed."""

from copy import deepcopy
from typing import Any

import pytest

from leavingwell.questionnaires.move_checks import faults
from leavingwell.questionnaires.moving import chain, inferred, moved, whole
from tests.questionnaires.contents import content, own, question

MOSTLY = {"yes": "yes_mostly", "not_sure": None, "no": "not_right_now"}
THREE = ("yes_mostly", "sometimes", "not_right_now")
BEFORE = content(question("HOME-01"), own("NM-1", "yes", "not_sure", "no"), own("NM-N", answer_type="NUMBER"))
AFTER = content(
    question("HOME-01"),
    own("NM-2", *THREE),
    own("NM-3", *THREE),
    own("NM-4", "yes", "not_sure", "no", "maybe"),
    own("NM-M", answer_type="NUMBER"),
)


def move(kind: str, source: str, *targets: str, **choices: Any) -> dict[str, Any]:
    return {"kind": kind, "from": source, "to": list(targets), **choices}


def said(value: Any) -> tuple[str, Any]:
    return "answered", value


def wrong(*moves: Any) -> list[tuple[str, str]]:
    return [(fault.question, str(fault.message)) for fault in faults(moves, BEFORE, AFTER)]


def test_what_is_not_declared_is_the_same_or_dropped() -> None:
    assert inferred(BEFORE, AFTER) == [
        move("same", "HOME-01", "HOME-01"),
        move("dropped", "NM-1"),
        move("dropped", "NM-N"),
    ]
    declared = move("renamed", "NM-1", "NM-4")
    assert whole([declared], BEFORE, AFTER)[1] == declared


@pytest.mark.parametrize(
    ("declared", "found"),
    [
        (move("renamed", "NM-1", "NM-4"), {"NM-4": said("yes")}),
        (move("recoded", "NM-1", "NM-2", choices=MOSTLY), {"NM-2": said("yes_mostly")}),
        (
            move("split", "NM-1", "NM-2", "NM-3", choices=MOSTLY),
            {"NM-2": said("yes_mostly"), "NM-3": said("yes_mostly")},
        ),
        (move("dropped", "NM-1"), {}),
    ],
    ids=["renamed", "recoded", "split", "dropped"],
)
def test_each_kind_of_move(declared: dict[str, Any], found: dict[str, Any]) -> None:
    answers = {"HOME-01": said("no"), "NM-1": said("yes"), "NM-GONE": said("yes")}
    given = deepcopy(answers)
    assert wrong(declared) == []
    assert moved(answers, whole([declared], BEFORE, AFTER)) == {"HOME-01": said("no"), **found}
    assert answers == given


def test_a_choice_that_cannot_be_told_is_no_answer() -> None:
    recoded = move("recoded", "NM-1", "NM-2", choices=MOSTLY)
    assert moved({"NM-1": said("not_sure")}, [recoded]) == {}


@pytest.mark.parametrize("kind", ["does_not_apply", "rather_not_say", "skipped", "not_shown"])
def test_what_is_no_answer_stays_what_it_was(kind: str) -> None:
    recoded = move("recoded", "NM-1", "NM-2", choices=MOSTLY)
    assert moved({"NM-1": (kind, "")}, [recoded]) == {"NM-2": (kind, "")}


def test_several_choices_move_one_by_one() -> None:
    recoded = move("recoded", "A", "B", choices={"bus": "public", "car": "own", "plane": None})
    assert moved({"A": said(["bus", "plane", "car"])}, [recoded]) == {"B": said(["public", "own"])}
    assert moved({"A": said(["plane"])}, [recoded]) == {}


@pytest.mark.parametrize(
    ("declared", "words"),
    [
        ([move("renamed", "NM-9", "NM-4")], "was not asked"),
        ([move("renamed", "NM-1", "NM-9")], "which is not asked"),
        ([move("renamed", "HOME-01", "NM-4")], "still asked"),
        ([move("dropped", "HOME-01")], "still asked"),
        ([move("renamed", "NM-1", "HOME-01")], "answers of its own"),
        ([move("same", "NM-1", "NM-4")], "another code"),
        ([move("renamed", "NM-1", "NM-4"), move("dropped", "NM-1")], "said twice"),
        ([move("renamed", "NM-N", "NM-4"), move("renamed", "NM-1", "NM-4")], "Two questions"),
        ([move("renamed", "NM-N", "NM-4")], "in another way"),
        ([move("renamed", "NM-1", "NM-2")], "what each of its choices becomes"),
        ([move("recoded", "NM-1", "NM-2", choices={"yes": "sometimes", "no": "sometimes"})], "its choice not_sure"),
        ([move("recoded", "NM-1", "NM-2", choices={**MOSTLY, "yes": "always"})], "has no choice always"),
        ([move("split", "NM-1", "NM-2", "HOME-01", choices=MOSTLY)], "answers of its own"),
    ],
)
def test_what_cannot_be_is_refused_in_words(declared: list[dict[str, Any]], words: str) -> None:
    found = wrong(*declared)
    assert words in found[0][1]
    assert found[0][0] in [one for each in declared for one in (each["from"], *each["to"])]


@pytest.mark.parametrize(
    "nonsense",
    [
        "renamed",
        {},
        {"kind": "renamed", "from": "NM-1"},
        move("moved", "NM-1", "NM-4"),
        move("renamed", "NM-1"),
        move("renamed", "NM-1", "NM-4", "NM-2"),
        move("split", "NM-1", "NM-4"),
        move("split", "NM-1", "NM-4", "NM-4"),
        move("dropped", "NM-1", "NM-4"),
        {"kind": "renamed", "from": 1, "to": ["NM-4"]},
        {"kind": "renamed", "from": "NM-1", "to": "NM-4"},
        move("recoded", "NM-1", "NM-2", choices=["yes"]),
    ],
)
def test_nonsense_is_told_and_never_breaks(nonsense: Any) -> None:
    [(code, message)] = wrong(nonsense)
    assert (code, "not written as it should be" in message) == ("", True)


def test_a_chain_over_several_versions() -> None:
    first = content(own("NM-1", "yes", "no"), own("NM-5", "yes", "no"), question("HOME-01"))
    last = content(own("NM-3", *THREE), own("NM-4", "yes", "no"), question("HOME-01"))
    steps = [
        [move("split", "NM-1", "NM-2", "NM-4")],
        [],
        [move("recoded", "NM-2", "NM-3", choices={"yes": "yes_mostly", "no": None})],
    ]
    moves = chain(first, last, steps)
    answers = {"NM-1": said("yes"), "NM-5": said("no"), "HOME-01": said("no")}
    assert moved(answers, moves) == {"NM-3": said("yes_mostly"), "NM-4": said("yes"), "HOME-01": said("no")}
    assert moved({"NM-1": said("no")}, moves) == {"NM-4": said("no")}
    assert [one["from"] for one in moves if one["kind"] == "dropped"] == ["NM-5"]


def test_choices_are_mapped_twice_on_the_way() -> None:
    first, last = content(own("A", "a", "b")), content(own("C", "x", "y"))
    steps = [
        [move("recoded", "A", "B", choices={"a": "1", "b": "2"})],
        [move("recoded", "B", "C", choices={"1": "y", "2": None})],
    ]
    [found] = chain(first, last, steps)
    assert (found["kind"], found["choices"]) == ("recoded", {"a": "y", "b": None})


def test_a_question_that_was_left_out_in_between_is_still_the_same() -> None:
    asked = content(question("HOME-01"))
    assert moved({"HOME-01": said("yes")}, chain(asked, asked, [[move("dropped", "HOME-01")], []])) == {
        "HOME-01": said("yes")
    }


def test_an_answer_of_its_own_stays_beside_one_that_moves_in() -> None:
    """A question can be left out and asked again, when another's answers have come to it in the meantime."""
    first, last = content(question("X"), question("A")), content(question("X"))
    moves = chain(first, last, [[move("dropped", "X")], [move("renamed", "A", "X")]])
    assert moved({"A": said("no"), "X": said("yes")}, moves) == {"X": said("yes")}
    assert moved({"A": said("no")}, moves) == {"X": said("no")}
