"""When a question is shown, as data that any client can evaluate alike.

    {"question": "WORK-01", "is": ["yes", "not_sure"]}    one of these choices is the answer (or among the answers)
    {"question": "NM-HOME-01", "at_least": 2}             the number is 2 or more; `at_most` likewise
    {"question": "MIND-01", "answered": true}             there is an answer (`false`: there is none)
    {"all": [...]}  {"any": [...]}  {"not": {...}}        of other conditions; None: always shown

A question that is not answered (skipped, does not apply, rather not say; its value is absent, null or empty) or not
shown itself satisfies `{"answered": false}` alone. `not` turns round whatever stands in it: `{"not": {"question": …,
"is": […]}}` is true without an answer as well. The test vectors for clients stand in `data/condition_vectors.json`, the
grammar as a JSON Schema in `data/condition.schema.json`.
"""

from collections.abc import Iterator, Mapping
from typing import Any

Condition = Mapping[str, Any]
Values = Mapping[str, Any]  # question code -> choice, list of choices, number, date or text; absent: not answered


def atoms(condition: Condition | None) -> Iterator[Condition]:
    """The conditions on single questions that a condition is made of."""
    if condition is None:
        return
    if "question" in condition:
        yield condition
    for part in (*condition.get("all", ()), *condition.get("any", ())):
        yield from atoms(part)
    yield from atoms(condition.get("not"))


def questions_in(condition: Condition | None) -> list[str]:
    """The codes of the questions that it depends on, each once."""
    return list(dict.fromkeys(atom["question"] for atom in atoms(condition)))


def is_empty(value: Any) -> bool:
    """Nothing said: 0 is something."""
    return value is None or value in ("", [], ())


def satisfied(atom: Condition, value: Any) -> bool:
    """Numbers are compared as the floating-point numbers that JSON and its clients know, so that all agree."""
    if "answered" in atom:
        return bool(is_empty(value) != atom["answered"])
    if is_empty(value):
        return False
    if "is" in atom:
        given = value if isinstance(value, list | tuple) else [value]
        return any(choice in atom["is"] for choice in given)
    if "at_least" in atom:
        return float(value) >= atom["at_least"]  # type: ignore[no-any-return]
    return float(value) <= atom["at_most"]  # type: ignore[no-any-return]


def holds(condition: Condition | None, values: Values) -> bool:
    """Whether it is true for these answers of questions that are shown."""
    if condition is None:
        return True
    if "question" in condition:
        return satisfied(condition, values.get(condition["question"]))
    if "all" in condition:
        return all(holds(part, values) for part in condition["all"])
    if "any" in condition:
        return any(holds(part, values) for part in condition["any"])
    return not holds(condition["not"], values)


def questions_of(content: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    return [question for domain in content["domains"] for question in domain["questions"]]


def hidden(content: Mapping[str, Any], values: Values) -> frozenset[str]:
    """The codes of the questions that are not shown with these answers.

    An answer to a question that is hidden itself does not count, so one pass in the order of asking is enough:
    publishing refuses a condition on a later question.
    """
    asked = questions_of(content)
    if all(question.get("show_when") is None for question in asked):
        return frozenset()
    found: set[str] = set()
    counted = dict(values)
    for question in asked:
        if not holds(question.get("show_when"), counted):
            found.add(question["code"])
            counted.pop(question["code"], None)
    return frozenset(found)
