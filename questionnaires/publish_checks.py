"""What hinders a questionnaire from being published. Each fault names its question and says why, in words.

A code that was published keeps its meaning for good, or answers of different years could not be laid side by side: it
keeps its area of life, how it is answered, its choices and their points. Choices may be added to a list of one's own.
A question that is no longer wanted is retired, which deletes nothing; a question that is to mean something else is
asked anew under another code.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from leavingwell.questionnaires import condition_checks
from leavingwell.questionnaires.condition_checks import Fault, Question, choices_of
from leavingwell.questionnaires.conditions import questions_of
from leavingwell.questionnaires.kinds import OWN_CHOICES, AnswerType, Variant
from leavingwell.translations.languages import SOURCE

Content = Mapping[str, Any]
CODE_IS_TAKEN = gettext_lazy("This code was another question's, in %s. A code is never used again: give it a new one.")
TYPE_STAYS = gettext_lazy(
    "It was published as “%(before)s” and is now “%(now)s”. Its answers could not be compared: retire it, and ask a "
    "new question."
)
CHOICE_STAYS = gettext_lazy(
    "Its choice %s was published, and answers name it, so it stays. To ask without it, retire the question and ask a "
    "new one."
)
POINTS_STAY = gettext_lazy(
    "Its choice %(choice)s was published with %(before)s points and now has %(now)s. Its answers could not be compared"
    ": retire the question, and ask a new one."
)


def text_faults(question: Question) -> Iterator[Fault]:
    """Whoever has no translation reads the English, so that must be there, in each variant that has words at all."""
    for variant, parts in {Variant.STANDARD.value: {}, **question["texts"]}.items():
        texts = parts.get("text", {})
        if not texts.get(SOURCE) and (texts or variant == Variant.STANDARD):
            missing = _("It has no English text.")
            told = _("It has no English text in the variant “%s”.") % Variant(variant).label
            yield Fault(question["code"], missing if variant == Variant.STANDARD else told)


def picture_faults(question: Question) -> Iterator[Fault]:
    for variant, media in question.get("media", {}).items():
        if media["picture"] and not media["picture"]["alternative_text"].get(SOURCE):
            message = _("Its picture (%s) does not say in English what it shows, for those who cannot see it.")
            yield Fault(question["code"], message % Variant(variant).label)


def list_faults(question: Question) -> Iterator[Fault]:
    if question["answer_type"] in OWN_CHOICES and not question["choices"]:
        yield Fault(question["code"], _("It has no choices to choose from."))
    for choice in question["choices"]:
        if not choice["label"].get(SOURCE):
            yield Fault(question["code"], _("Its choice %s has no English words.") % choice["code"])
    known = choices_of(question)
    for choice in (*question["tell_a_person"], *question["tell_if_repeated"]):
        if choice not in known:
            yield Fault(question["code"], _("It tells a person after %s, which is not one of its choices.") % choice)


@dataclass(frozen=True)
class Meaning:
    """What a published code has to keep."""

    domain: str
    is_own: bool
    answer_type: str
    points: Mapping[str, int | None]  # of each choice


def meanings(content: Content) -> dict[str, Meaning]:
    return {
        question["code"]: Meaning(
            domain["code"],
            question.get("is_own", False),
            question["answer_type"],
            {choice["code"]: choice["score"] for choice in question["choices"]},
        )
        for domain in content["domains"]
        for question in domain["questions"]
    }


def changes_of_meaning(now: Meaning, before: Meaning) -> Iterator[str]:
    if (now.domain, now.is_own) != (before.domain, before.is_own):
        yield CODE_IS_TAKEN % before.domain
    elif now.answer_type != before.answer_type:
        told = {"before": AnswerType(before.answer_type).label, "now": AnswerType(now.answer_type).label}
        yield TYPE_STAYS % told
    else:
        yield from changes_of_choices(now, before)


def changes_of_choices(now: Meaning, before: Meaning) -> Iterator[str]:
    for choice, points in before.points.items():
        if choice not in now.points:
            yield CHOICE_STAYS % choice
        elif now.points[choice] != points:
            yield POINTS_STAY % {"choice": choice, "before": points, "now": now.points[choice]}


def unsafe_changes(content: Content, earlier: Iterable[Content]) -> list[Fault]:
    """What would change the meaning of a code that was ever published. Each is told once."""
    now = meanings(content)
    found = [
        Fault(code, message)
        for published in earlier
        for code, before in meanings(published).items()
        if code in now
        for message in changes_of_meaning(now[code], before)
    ]
    return list(dict.fromkeys(found))


def faults(content: Content, earlier: Iterable[Content] = ()) -> list[Fault]:
    """Everything that hinders publishing. `earlier` is each version that the council and the nation have published."""
    found = [
        fault
        for question in questions_of(content)
        for check in (text_faults, picture_faults, list_faults)
        for fault in check(question)
    ]
    return [*found, *condition_checks.faults(content), *unsafe_changes(content, earlier)]
