"""Conditions: what hides a question, what a condition may not say, and whether a question can ever come up."""

import json
from decimal import Decimal
from itertools import product

import pytest
from django.utils.translation import override
from hypothesis import given, settings
from hypothesis import strategies as st

from leavingwell.questionnaires import reachability
from leavingwell.questionnaires.condition_checks import faults
from leavingwell.questionnaires.condition_grammar import SCHEMA, is_condition
from leavingwell.questionnaires.condition_words import Words
from leavingwell.questionnaires.conditions import atoms, hidden
from leavingwell.questionnaires.reachability import way_to_show

VECTORS = json.loads((SCHEMA.parent / "condition_vectors.json").read_text())
YN = ("yes", "not_sure", "no")


def question(code, show_when=None, answer_type="YN", choices=YN, **more):
    labels = [{"code": choice, "label": {"en": choice.title(), "ar": f"{choice} ar"}} for choice in choices]
    texts = {"standard": {"text": {"en": f"How is {code}?"}}}
    more = {"limits": {"least": None, "most": None}, "texts": texts, **more}
    return {"code": code, "answer_type": answer_type, "choices": labels, "show_when": show_when, **more}


def number(code, show_when=None, least=None, most=None):
    return question(code, show_when, "NUMBER", (), limits={"least": least, "most": most})


def content(*questions):
    return {"domains": [{"code": "HOME", "questions": list(questions)}]}


def told(*questions):
    return [(fault.question, str(fault.message)) for fault in faults(content(*questions))]


def never(code):
    return [(code, "It can never come up: no answers fulfil its condition.")]


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


def test_a_contradiction_can_never_come_up():
    both = {"all": [{"question": "A", "is": ["yes"]}, {"question": "A", "is": ["no"]}]}
    assert told(question("A"), question("B", both)) == never("B")


def test_a_contradiction_with_what_an_earlier_question_needs_is_found():
    needs_no = question("B", {"question": "A", "is": ["no"]})
    both = {"all": [{"question": "A", "is": ["yes"]}, {"question": "B", "answered": True}]}
    assert told(question("A"), needs_no, question("C", both)) == never("C")
    instead = {"all": [{"question": "A", "is": ["yes"]}, {"question": "B", "answered": False}]}
    assert told(question("A"), needs_no, question("C", instead)) == []


def test_a_question_after_one_that_never_comes_up_is_named_too():
    both = {"all": [{"question": "A", "is": ["yes"]}, {"question": "A", "answered": False}]}
    after = question("C", {"question": "B", "answered": True})
    assert told(question("A"), question("B", both), after) == never("B") + never("C")


def test_numbers_that_cannot_be_are_found():
    def between(least, most):
        return {"all": [{"question": "A", "at_least": least}, {"question": "A", "at_most": most}]}

    assert told(number("A"), question("B", between(4, 3))) == never("B")
    assert told(number("A", least=0, most=3), question("B", {"question": "A", "at_least": 4})) == never("B")
    assert told(number("A"), question("B", between(3, 3))) == []
    assert told(number("A", least=10, most=20), question("B", {"question": "A", "at_least": 5})) == []
    assert told(number("A"), question("B", {"question": "A", "answered": True})) == []
    gap = {"all": [{"not": {"question": "A", "at_most": 2}}, {"not": {"question": "A", "at_least": 2.5}}]}
    assert told(number("A"), question("B", gap)) == []


def test_of_several_choices_two_may_be_made_and_none_be_both_made_and_not():
    several = question("A", None, "SEVERAL", ("x", "y", "z"))
    x, y = {"question": "A", "is": ["x"]}, {"question": "A", "is": ["y"]}
    assert told(several, question("B", {"all": [x, y]})) == []
    assert told(several, question("B", {"all": [x, {"not": x}]})) == never("B")
    none_left = {"all": [{"question": "A", "answered": True}, {"not": {"question": "A", "is": ["x", "y", "z"]}}]}
    assert told(several, question("B", none_left)) == never("B")


def test_entangled_conditions_are_refused_not_searched_for_ever():
    """Pairs of which neither half can be, so that every way is tried: 2 to the power of 24."""
    asked = [question(f"Q{n}") for n in range(24)]
    waiting = [question("W", {"all": [{"question": "Q0", "is": ["yes"]}, {"question": "Q0", "is": ["no"]}]})]
    for part in range(4):
        forks = [
            {"any": [{"question": f"Q{n}", "is": ["yes"]}, {"question": f"Q{n}", "is": ["no"]}]}
            for n in range(part * 6, part * 6 + 6)
        ]
        waiting.append(question(f"P{part}", {"all": forks}))
    last = [{"question": f"P{part}", "answered": True} for part in range(4)]
    end = question("END", {"all": [*last, {"question": "W", "answered": True}]})
    assert ("END", "Its condition is too complicated to check. Make it simpler.") in told(*asked, *waiting, end)


def test_a_long_chain_is_no_trouble():
    chain = [question("Q0")]
    chain += [question(f"Q{n}", {"all": [{"question": f"Q{n - 1}", "is": ["no"]}] * 12}) for n in range(1, 150)]
    assert told(*chain) == []


# Small questionnaires of every kind, and all answers that can be given to them.

CHOICES = ("x", "y", "z")
NUMBERS = (1, 1.5, 2)


def some_atom(draw, earlier):
    code, answer_type = draw(st.sampled_from(earlier))
    answered = {"question": code, "answered": draw(st.booleans())}
    if answer_type == "NUMBER":
        name, edge = draw(st.sampled_from(["at_least", "at_most"])), draw(st.sampled_from(NUMBERS))
        return draw(st.sampled_from([answered, {"question": code, name: edge}]))
    if answer_type == "DATE":
        return answered
    some = draw(st.lists(st.sampled_from(CHOICES), min_size=1, max_size=3, unique=True))
    return draw(st.sampled_from([answered, {"question": code, "is": some}, {"question": code, "is": some}]))


def some_condition(draw, earlier, depth=2):
    kind = draw(st.sampled_from(["atom", "all", "any", "not"])) if depth else "atom"
    if kind == "atom":
        return some_atom(draw, earlier)
    if kind == "not":
        return {"not": some_condition(draw, earlier, depth - 1)}
    return {kind: [some_condition(draw, earlier, depth - 1) for _part in range(draw(st.integers(1, 3)))]}


@st.composite
def questionnaires(draw):
    made, earlier = [], []
    for code in "ABCD"[: draw(st.integers(2, 4))]:
        answer_type = draw(st.sampled_from(["ONE", "SEVERAL", "NUMBER", "DATE"]))
        condition = some_condition(draw, earlier) if earlier and draw(st.integers(0, 3)) else None
        choices = CHOICES if answer_type in ("ONE", "SEVERAL") else ()
        limits = draw(st.sampled_from([(None, None), (1.5, None), (None, 1.5), (0, 9)]))
        limits = dict(zip(("least", "most"), limits if answer_type == "NUMBER" else (None, None), strict=True))
        made.append(question(code, condition, answer_type, choices, limits=limits))
        earlier.append((code, answer_type))
    return made


def answers_to(one):
    """Every answer that these conditions can tell apart, and none."""
    if one["answer_type"] == "SEVERAL":
        return [None, *([c for c, on in zip(CHOICES, made, strict=True) if on] for made in product((0, 1), repeat=3))][
            :9
        ]
    if one["answer_type"] == "NUMBER":
        least, most = one["limits"]["least"], one["limits"]["most"]
        every = (0, 1, 1.2, 1.5, 1.7, 2, 3)
        return [None, *(n for n in every if (least is None or n >= least) and (most is None or n <= most))]
    return [None, "2026-05-04"] if one["answer_type"] == "DATE" else [None, *CHOICES]


def picked(way, by_code):
    """Answers as the search says that they may be."""
    found = {}
    for code, allowed in way.items():
        if allowed.must_be_answered:
            one = min(allowed.values, key=str)
            several = by_code[code]["answer_type"] == "SEVERAL"
            found[code] = sorted(allowed.chosen) or [one] if several else one
    return found


@settings(max_examples=400, deadline=None, database=None)
@given(questionnaires())
def test_the_search_finds_a_way_exactly_when_some_answers_show_the_question(questions):
    made, by_code = content(*questions), {one["code"]: one for one in questions}
    every = [dict(zip(by_code, values, strict=True)) for values in product(*(answers_to(one) for one in questions))]
    never_hidden = [hidden(made, values) for values in every]
    for code in by_code:
        way = way_to_show(code, by_code)
        assert (way is not None) == any(code not in found for found in never_hidden)
        if way is not None:
            assert code not in hidden(made, picked(way, by_code))


def test_giving_up_is_honest(monkeypatch):
    monkeypatch.setattr(reachability, "MOST_STEPS", 1)
    assert told(question("A"), question("B", {"question": "A", "is": ["yes"]})) == [
        ("B", "Its condition is too complicated to check. Make it simpler.")
    ]


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
