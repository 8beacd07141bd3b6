"""Whether a question can ever come up, judged by the conditions of all."""

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from leavingwell.questionnaires import reachability
from leavingwell.questionnaires.conditions import hidden
from leavingwell.questionnaires.reachability import way_to_show
from tests.questionnaires.conditional import content, number, question, told


def never(code):
    return [(code, "It can never come up: no answers fulfil its condition.")]


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
