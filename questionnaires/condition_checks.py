"""What is wrong with the conditions of a questionnaire, before it is published. Each fault names its question."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from leavingwell.platform.problems import Message
from leavingwell.questionnaires.condition_grammar import is_condition
from leavingwell.questionnaires.conditions import Condition, atoms, questions_in, questions_of
from leavingwell.questionnaires.kinds import AnswerType
from leavingwell.questionnaires.reachability import TooManyWays, way_to_show

Question = Mapping[str, Any]
MOST_ATOMS = 12  # in one condition: more cannot be read by anybody
NUMERIC = ("at_least", "at_most")


@dataclass(frozen=True)
class Fault:
    question: str
    message: Message


def order_of(content: Mapping[str, Any]) -> dict[str, int]:
    return {question["code"]: place for place, question in enumerate(questions_of(content))}


def choices_of(question: Question) -> list[str]:
    return [choice["code"] for choice in question["choices"]]


def atom_message(atom: Condition, by_code: Mapping[str, Question]) -> str | None:
    """What is wrong with a condition on a single question."""
    code: str = atom["question"]
    other = by_code.get(code)
    if other is None:
        return _("Its condition names %s, which is not asked here.") % code
    if any(name in atom for name in NUMERIC) and other["answer_type"] != AnswerType.NUMBER:
        return _("It compares %s with a number, but that is not answered with one.") % code
    if "is" in atom and (unknown := [choice for choice in atom["is"] if choice not in choices_of(other)]):
        return _("%(question)s has no choice %(choice)s.") % {"question": code, "choice": ", ".join(unknown)}
    return None


def reference_faults(question: Question, by_code: Mapping[str, Question]) -> Iterator[Fault]:
    found = list(atoms(question["show_when"]))
    if len(found) > MOST_ATOMS:
        yield Fault(question["code"], _("Its condition has more than %d parts.") % MOST_ATOMS)
    for atom in found:
        if message := atom_message(atom, by_code):
            yield Fault(question["code"], message)


def depends_on(code: str, by_code: Mapping[str, Question], seen: frozenset[str] = frozenset()) -> frozenset[str]:
    """Every question that decides, directly or not, whether this one is shown."""
    for other in questions_in(by_code[code].get("show_when")):
        if other in by_code and other not in seen:
            seen = depends_on(other, by_code, seen | {other})
    return seen


def order_faults(question: Question, by_code: Mapping[str, Question], order: Mapping[str, int]) -> Iterator[Fault]:
    code = question["code"]
    if code in depends_on(code, by_code):
        yield Fault(code, _("Its condition goes round in a circle: it depends on itself."))
        return
    for other in questions_in(question["show_when"]):
        if other in order and order[other] > order[code]:
            yield Fault(code, _("Its condition depends on %s, which is asked later.") % other)


def reach_faults(code: str, by_code: Mapping[str, Question]) -> Iterator[Fault]:
    try:
        if way_to_show(code, by_code) is None:
            yield Fault(code, _("It can never come up: no answers fulfil its condition."))
    except TooManyWays:
        yield Fault(code, _("Its condition is too complicated to check. Make it simpler."))


def faults(content: Mapping[str, Any]) -> list[Fault]:
    """Unknown questions and choices, circles, wrong order, and questions that can never come up."""
    by_code = {question["code"]: question for question in questions_of(content)}
    order = order_of(content)
    conditional = [question for question in by_code.values() if question.get("show_when") is not None]
    strange = [question["code"] for question in conditional if not is_condition(question["show_when"])]
    if strange:
        return [Fault(code, _("Its condition is written in a way that we do not know.")) for code in strange]
    found = [fault for question in conditional for fault in reference_faults(question, by_code)]
    found += [fault for question in conditional for fault in order_faults(question, by_code, order)]
    broken = {fault.question for fault in found}
    whole = [code for code in (one["code"] for one in conditional) if not broken & {code, *depends_on(code, by_code)}]
    return found + [fault for code in whole for fault in reach_faults(code, by_code)]
