"""Conditions: their grammar, what is wrong with one, and saying them in words."""

import json
from decimal import Decimal

import pytest
from django.utils.translation import override

from leavingwell.questionnaires.condition_checks import faults
from leavingwell.questionnaires.condition_grammar import SCHEMA, is_condition
from leavingwell.questionnaires.condition_words import Words
from leavingwell.questionnaires.conditions import atoms, hidden
from tests.questionnaires.conditional import content, number, question, told

VECTORS = json.loads((SCHEMA.parent / "condition_vectors.json").read_text())


@pytest.mark.parametrize("vector", VECTORS["vectors"], ids=lambda vector: vector["name"])
def test_the_vectors_for_clients(vector):
    assert hidden(VECTORS["contents"][vector["content"]], vector["values"]) == set(vector["hidden"])


def test_the_vectors_cover_the_grammar_and_pass_the_checks():
    every = [
        one["show_when"] for made in VECTORS["contents"].values() for d in made["domains"] for one in d["questions"]
    ]
    conditions = [condition for condition in every if condition]
    assert len(VECTORS["vectors"]) >= 25
    assert all(is_condition(condition) for condition in conditions)
    assert {name for one in conditions for atom in atoms(one) for name in atom} == {
        *("question", "is", "at_least", "at_most", "answered")
    }
    assert {name for one in conditions for name in ("all", "any", "not") if name in json.dumps(one)} == {
        *("all", "any", "not")
    }
    assert all(faults(made) == [] for made in VECTORS["contents"].values())


def test_a_number_with_decimals_equals_the_limit_that_json_writes():
    made = content(number("A"), question("B", {"question": "A", "at_least": 2.2}))
    assert hidden(made, {"A": Decimal("2.20")}) == frozenset()
    assert hidden(made, {"A": Decimal("2.19")}) == {"B"}


def nested(levels):
    condition = {"question": "A", "answered": True}
    for _level in range(levels):
        condition = {"not": condition}
    return condition


@pytest.mark.parametrize(
    "strange",
    [
        None,
        "HOME-01",
        [],
        {},
        {"question": "A"},
        {"question": "A", "is": "yes"},
        {"question": "A", "is": []},
        {"question": "A", "is": ["yes", "yes"]},
        {"question": "A", "is": ["yes"], "answered": True},
        {"question": "A", "at_least": "2"},
        {"question": "A", "at_least": True},
        {"question": "A", "at_least": 1e300},
        {"question": "A", "answered": "yes"},
        {"question": "A", "matches": ".*"},
        {"question": 7, "answered": True},
        {"all": []},
        {"any": {}},
        {"all": [None]},
        {"not": []},
        {"not": {"question": "A", "is": ["yes"]}, "all": [{"question": "A", "is": ["yes"]}]},
        nested(6),
        nested(100_000),
    ],
)
def test_what_is_no_condition_is_named_and_breaks_nothing(strange):
    assert not is_condition(strange)
    if strange is not None:
        assert told(question("A"), question("B", strange)) == [
            ("B", "Its condition is written in a way that we do not know.")
        ]


def test_a_few_levels_are_a_condition():
    assert is_condition(nested(5))


def test_what_is_not_asked_is_named():
    assert told(question("A"), question("B", {"question": "Z", "is": ["yes"]})) == [
        ("B", "Its condition names Z, which is not asked here.")
    ]


def test_choices_that_are_not_there_are_named():
    assert told(question("A"), question("B", {"question": "A", "is": ["yes", "maybe", "later"]})) == [
        ("B", "A has no choice maybe, later.")
    ]


@pytest.mark.parametrize("operator", ["at_least", "at_most"])
def test_only_a_number_is_compared_with_one(operator):
    assert told(question("A"), question("B", {"question": "A", operator: 2})) == [
        ("B", "It compares A with a number, but that is not answered with one.")
    ]


def test_a_question_does_not_depend_on_itself():
    circle = "Its condition goes round in a circle: it depends on itself."
    assert told(question("A", {"question": "A", "is": ["yes"]})) == [("A", circle)]


def test_each_question_of_a_circle_is_named():
    circle = "Its condition goes round in a circle: it depends on itself."
    by = {code: {"question": code, "answered": True} for code in "ABC"}
    assert told(question("A", by["C"]), question("B", by["A"]), question("C", by["B"])) == [
        ("A", circle),
        ("B", circle),
        ("C", circle),
    ]


def test_nothing_depends_on_a_later_question():
    assert told(question("A", {"question": "B", "is": ["yes"]}), question("B")) == [
        ("A", "Its condition depends on B, which is asked later.")
    ]


def test_too_many_parts_are_too_many():
    parts = [{"question": "A", "is": ["yes"]} for _part in range(13)]
    deep = {"all": [{"any": parts[:7]}, {"any": parts[7:]}]}
    assert told(question("A"), question("B", deep)) == [("B", "Its condition has more than 12 parts.")]


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        (None, "Always shown"),
        ({"question": "A", "is": ["no"]}, "Shown when A “How is A?” is “No”"),
        ({"question": "A", "is": ["no", "not_sure"]}, "Shown when A “How is A?” is “No” or “Not_Sure”"),
        ({"question": "N", "at_least": 2}, "Shown when N “How is N?” is at least 2"),
        ({"question": "N", "at_most": 2.5}, "Shown when N “How is N?” is at most 2.5"),
        ({"question": "N", "answered": True}, "Shown when N “How is N?” has an answer"),
        ({"question": "N", "answered": False}, "Shown when N “How is N?” has no answer"),
        ({"question": "GONE", "is": ["no"]}, "Shown when GONE is “no”"),
        ({"not": {"question": "N", "answered": True}}, "Shown when not (N “How is N?” has an answer)"),
        (
            {"all": [{"question": "N", "at_most": 2}, {"any": [{"question": "A", "is": ["no"]}] * 2}]},
            "Shown when N “How is N?” is at most 2, and (A “How is A?” is “No”, or A “How is A?” is “No”)",
        ),
    ],
)
def test_a_condition_in_words(condition, words):
    assert Words(content(question("A"), number("N"))).shown_when(condition) == words


def test_the_words_are_in_the_readers_language():
    with override("ar"):
        assert "“no ar”" in Words(content(question("A"))).shown_when({"question": "A", "is": ["no"]})
