"""What the schema cannot say: whether a document makes sense. Each fault names its question."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _

from leavingwell.questionnaires import own_question
from leavingwell.questionnaires.condition_grammar import is_condition
from leavingwell.questionnaires.conditions import questions_of
from leavingwell.questionnaires.exchange.document import media_names
from leavingwell.questionnaires.exchange.own import own_question_of
from leavingwell.questionnaires.kinds import CHOICE_CODES, OWN_CHOICES, Variant
from leavingwell.translations.languages import LANGUAGES

MOST_QUESTIONS = 300
Document = Mapping[str, Any]
Question = Mapping[str, Any]


def language_faults(document: Document) -> Iterator[str]:
    used = {language for domain in document["content"]["domains"] for language in domain["title"]}
    for question in questions_of(document["content"]):
        used |= {code for parts in question["texts"].values() for texts in parts.values() for code in texts}
        used |= {code for choice in question["choices"] for texts in labels_of(choice).values() for code in texts}
        for shown in question["media"].values():
            used |= {*shown["recordings"], *((shown["picture"] or {}).get("alternative_text", {}))}
    if unknown := sorted(used - set(LANGUAGES)):
        yield _("We do not know the language “%s”.") % ", ".join(unknown)


def code_faults(document: Document) -> Iterator[str]:
    questions = [question["code"] for question in questions_of(document["content"])]
    if len(questions) > MOST_QUESTIONS:
        yield _("There are more than %d questions.") % MOST_QUESTIONS
    domains = [domain["code"] for domain in document["content"]["domains"]]
    for code, count in Counter([*questions, *domains]).items():
        if count > 1:
            yield _("%s is there twice.") % code


def choice_faults(question: Question) -> Iterator[str]:
    codes = tuple(choice["code"] for choice in question["choices"])
    if question["answer_type"] not in OWN_CHOICES and codes != CHOICE_CODES.get(question["answer_type"], ()):
        yield _("Its choices are not those of its answer type.")
    if len(set(codes)) < len(codes):
        yield _("One of its choices is there twice.")
    if set(question["tell_a_person"]) - set(codes):
        yield _("It tells a person after something that is not one of its choices.")


def question_faults(question: Question) -> Iterator[str]:
    if question["is_own"] and question["is_core"]:
        yield _("A council's own question cannot be a core question.")
    if question["show_when"] is not None and not is_condition(question["show_when"]):
        yield _("Its condition is written in a way that we do not know.")
    yield from choice_faults(question)
    if question["is_own"]:
        codes = frozenset(choice["code"] for choice in question["choices"])
        yield from (str(problem.message) for problem in own_question.faults(own_question_of(question), codes))


def labels_of(choice: Mapping[str, Any]) -> dict[str, Any]:
    """By variant."""
    return {Variant.STANDARD.value: choice["label"], **choice["labels"]}


def label_faults(document: Document) -> Iterator[str]:
    """The answers of a shared type have the same words under every question."""
    first: dict[tuple[str, str], Any] = {}
    for question in questions_of(document["content"]):
        for choice in question["choices"] if question["answer_type"] not in OWN_CHOICES else ():
            labels = labels_of(choice)
            if first.setdefault((question["answer_type"], choice["code"]), labels) != labels:
                yield f"{question['code']}: " + _("Its answers have other words than those of questions like it.")


def media_faults(document: Document) -> Iterator[str]:
    named, brought = set(media_names(document["content"])), set(document["media"])
    if named - brought:
        yield _("Pictures or recordings are missing: the file is not whole. Export it again.")
    if brought - named:
        yield _("There are pictures or recordings that no question shows.")


def faults(document: Document) -> Iterator[str]:
    yield from code_faults(document)
    yield from language_faults(document)
    yield from media_faults(document)
    yield from label_faults(document)
    for question in questions_of(document["content"]):
        yield from (f"{question['code']}: {message}" for message in question_faults(question))
