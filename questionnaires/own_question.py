"""A council's own question as an editor writes it down, and what can be wrong with it."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from django.utils.translation import gettext as _

from leavingwell.platform.problems import Problem, ProblemCode
from leavingwell.questionnaires.kinds import CHOICE_CODES, OWN_CHOICES, AnswerType
from leavingwell.translations.languages import LANGUAGES, SOURCE

Texts = Mapping[str, str]  # language -> words
LONGEST = {"text": 300, "help": 600, "prompt": 600}
LONGEST_LABEL = 80
FEWEST_CHOICES, MOST_CHOICES = 2, 12
LEVELS = range(1, 6)
HIGHEST = Decimal(10) ** 10


@dataclass(frozen=True)
class OwnChoice:
    """A choice of the question's own list. `code` is empty for a new one; `tells`: after it a worker is told."""

    labels: Texts
    code: str = ""
    tells: bool = False


@dataclass(frozen=True)
class OwnQuestion:
    """`words` holds the `text`, the `help` and the `prompt` in each language; `tells` choices of a shared set."""

    answer_type: str
    words: Mapping[str, Texts]
    level: int = 3
    least: Decimal | None = None
    most: Decimal | None = None
    choices: tuple[OwnChoice, ...] = field(default=())
    tells: tuple[str, ...] = ()


def fault(path: str, message: str, code: ProblemCode = ProblemCode.INVALID) -> Problem:
    return Problem(code, message, path)


def text_faults(path: str, texts: Texts, longest: int) -> Iterator[Problem]:
    if set(texts) - set(LANGUAGES):
        yield fault(path, _("There is no such language."))
    if any("\0" in text for text in texts.values()):
        yield fault(path, _("The words hold a character that cannot be kept."))
    if any(len(text) > longest for text in texts.values()):
        yield fault(path, _("Please keep this to %d characters.") % longest, ProblemCode.TOO_LARGE)


def word_faults(words: Mapping[str, Texts]) -> Iterator[Problem]:
    for part, longest in LONGEST.items():
        yield from text_faults(part, words.get(part, {}), longest)


def choice_faults(choices: tuple[OwnChoice, ...], known: frozenset[str]) -> Iterator[Problem]:
    if not FEWEST_CHOICES <= len(choices) <= MOST_CHOICES:
        told = {"least": FEWEST_CHOICES, "most": MOST_CHOICES}
        yield fault("choices", _("Give between %(least)d and %(most)d choices.") % told)
    seen = Counter(choice.labels.get(SOURCE, "").strip().casefold() for choice in choices)
    codes = Counter(choice.code for choice in choices if choice.code)
    for place, choice in enumerate(choices):
        label, path = choice.labels.get(SOURCE, "").strip(), f"choices.{place}"
        yield from text_faults(path, choice.labels, LONGEST_LABEL)
        if not label:
            yield fault(path, _("Give this choice its English words."))
        elif seen[label.casefold()] > 1:
            yield fault(path, _("This choice is there twice."))
        if choice.code and (choice.code not in known or codes[choice.code] > 1):
            yield fault(path, _("This question has no choice %s.") % choice.code, ProblemCode.NOT_FOUND)


def number_faults(question: OwnQuestion) -> Iterator[Problem]:
    for path, limit in (("least", question.least), ("most", question.most)):
        if limit is not None and not (limit.is_finite() and abs(limit) < HIGHEST and limit == round(limit, 2)):
            yield fault(path, _("Give a number with no more than two decimal places."))
            return
    if question.least is not None and question.most is not None and question.least > question.most:
        yield fault("most", _("The largest number is smaller than the smallest."))


def tell_faults(question: OwnQuestion) -> Iterator[Problem]:
    if unknown := [code for code in question.tells if code not in CHOICE_CODES.get(question.answer_type, ())]:
        yield fault("tellAPerson", _("This question has no choice %s.") % ", ".join(unknown))


def faults(question: OwnQuestion, known: frozenset[str] = frozenset()) -> Iterator[Problem]:
    """`known` are the codes of the choices that the question has already."""
    yield from word_faults(question.words)
    if not question.words.get("text", {}).get(SOURCE, "").strip():
        yield fault("text", _("Write the question in English."))
    if question.level not in LEVELS:
        yield fault("level", _("A level is a number from 1 to 5."))
    if question.answer_type not in AnswerType.values:
        yield fault("answerType", _("There is no such way to answer."))
        return
    yield from tell_faults(question)
    if question.answer_type in OWN_CHOICES:
        yield from choice_faults(question.choices, known)
    elif question.choices:
        yield fault("choices", _("Only “one choice” and “several choices” bring a list of their own."))
    if question.answer_type == AnswerType.NUMBER:
        yield from number_faults(question)
    elif question.least is not None or question.most is not None:
        yield fault("least", _("Only a number has limits."))
