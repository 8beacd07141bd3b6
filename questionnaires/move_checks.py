"""What is wrong with the moves that somebody declared between two versions. Each fault names its question."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _

from leavingwell.questionnaires.condition_checks import Fault, Question, choices_of
from leavingwell.questionnaires.conditions import questions_of
from leavingwell.questionnaires.kinds import CHOICE_CODES, AnswerType
from leavingwell.questionnaires.moving import Content, Move

TARGETS = {"same": (1, 1), "renamed": (1, 1), "recoded": (1, 1), "split": (2, 99), "dropped": (0, 0)}
FAMILIES = {**dict.fromkeys((*CHOICE_CODES, AnswerType.ONE), "choice")}  # of answer types that can follow each other
Questions = Mapping[str, Question]


def family(question: Question) -> str:
    """Answers can move between questions of one family: one choice, several choices, a number, a date, words."""
    return str(FAMILIES.get(question["answer_type"], question["answer_type"]))


def needs_map(source: Question, target: Question) -> bool:
    """Whether somebody has to say which choice becomes which."""
    return bool(choices_of(source)) and (
        source["answer_type"] != target["answer_type"] or not set(choices_of(source)) <= set(choices_of(target))
    )


def is_well_formed(move: Any) -> bool:
    return (
        isinstance(move, Mapping)
        and isinstance(move.get("from"), str)
        and isinstance(move.get("to"), list)
        and all(isinstance(code, str) for code in move["to"])
        and isinstance(move.get("choices"), Mapping | None)
        and move.get("kind") in TARGETS
        and TARGETS[move["kind"]][0] <= len(set(move["to"])) == len(move["to"]) <= TARGETS[move["kind"]][1]
    )


def place_faults(move: Move, before: Questions, after: Questions) -> Iterator[Fault]:
    """About the codes that it names."""
    code = move["from"]
    if code not in before:
        yield Fault(code, _("It was not asked in the version before, so it has no answers to move."))
    elif code in after and move["kind"] != "same":
        yield Fault(code, _("It is still asked, so its answers stay with it."))
    for target in move["to"]:
        if target not in after:
            yield Fault(code, _("Its answers cannot go to %s, which is not asked.") % target)
        elif target in before and target != code:
            yield Fault(code, _("Its answers cannot go to %s, which has answers of its own.") % target)
        elif move["kind"] == "same" and target != code:
            yield Fault(code, _("It cannot be the same as %s: that is another code.") % target)


def choice_faults(move: Move, source: Question, target: Question) -> Iterator[Fault]:
    """About what its answers become."""
    code, choices = source["code"], move.get("choices")
    if family(source) != family(target):
        yield Fault(code, _("Its answers cannot go to %s, which is answered in another way.") % target["code"])
    elif choices is None and needs_map(source, target):
        yield Fault(code, _("Say what each of its choices becomes in %s.") % target["code"])
    elif choices is not None:
        unmapped = [choice for choice in choices_of(source) if choice not in choices]
        if unmapped:
            yield Fault(code, _("Say what becomes of its choice %s.") % ", ".join(unmapped))
        unknown = {str(new) for new in choices.values() if new is not None} - set(choices_of(target))
        if unknown:
            told = {"question": target["code"], "choice": ", ".join(sorted(unknown))}
            yield Fault(code, _("%(question)s has no choice %(choice)s.") % told)


def faults(moves: Iterable[Any], before: Content, after: Content) -> list[Fault]:
    """Malformed moves, unknown codes, two moves from or to one question, choices that are not mapped, wrong types."""
    moves, asked = list(moves), {question["code"]: question for question in questions_of(before)}
    asks = {question["code"]: question for question in questions_of(after)}
    if not all(is_well_formed(move) for move in moves):
        return [Fault("", _("What becomes of earlier answers is not written as it should be."))]
    found = [fault for move in moves for fault in place_faults(move, asked, asks)]
    sources, targets = Counter(move["from"] for move in moves), Counter(to for move in moves for to in move["to"])
    found += [Fault(code, _("What becomes of it is said twice.")) for code, times in sources.items() if times > 1]
    found += [Fault(code, _("Two questions cannot both become this one.")) for code, n in targets.items() if n > 1]
    if found:
        return found
    pairs = ((move, asked[move["from"]], asks[target]) for move in moves for target in move["to"])
    return [fault for move, source, target in pairs for fault in choice_faults(move, source, target)]
