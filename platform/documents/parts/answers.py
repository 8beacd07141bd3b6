"""What the young person said in the checklist in their own words, and where they asked for help."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import timezone

from leavingwell.platform.documents.labels import KINDS
from leavingwell.platform.documents.parts.goals import Step
from leavingwell.platform.documents.parts.words import SHORT, Languages, Words, weight, words
from leavingwell.platform.plans.models import Action, Plan
from leavingwell.platform.plans.said_in_answers import last_answers
from leavingwell.questionnaires.content import Content
from leavingwell.questionnaires.kinds import AnswerKind, Channel, Variant
from leavingwell.questionnaires.models import Answer, Response
from leavingwell.translations.localised import LocalizedText, first_text


@dataclass(frozen=True)
class Said:
    """One question with the answer. `typed_by` is empty where the young person typed their words themselves."""

    code: str
    question: LocalizedText
    choice: LocalizedText | None
    kind: Any
    comment: Words | None
    note: Words | None
    by: str
    typed_by: str
    note_by: str
    without: bool
    with_interpreter: bool
    on: date
    wants_help: bool

    @property
    def is_short(self) -> bool:
        """Short enough to stand whole on one page."""
        return weight(*(one.text for one in (self.comment, self.note) if one)) < SHORT


@dataclass(frozen=True)
class Area:
    title: LocalizedText
    said: tuple[Said, ...]


@dataclass(frozen=True)
class Wanted:
    """Something the young person asked for help with; `is_on_list` once it has become something to do."""

    question: LocalizedText
    is_on_list: bool


def contents(responses: Iterable[Response]) -> dict[Any, Content]:
    return {response.pk: Content(response.questionnaire_version.content) for response in responses}


def answers_in(responses: list[Response]) -> list[Answer]:
    """Each question once, as answered last."""
    rows = Answer.objects.filter(response__in=responses).select_related(
        "answered_by", "typed_by", "comment_typed_by", "worker_note_by"
    )
    return last_answers(rows, responses)


def choice_of(answer: Answer, content: Content, languages: Languages) -> LocalizedText | None:
    option = content.choice(answer.question_code, answer.choice) if answer.choice else None
    return first_text(option["label"], languages) if option else None


def said(answer: Answer, content: Content, plan: Plan, languages: Languages) -> Said:
    question = content.question(answer.question_code)
    typist = answer.comment_typed_by
    without = answer.channel == Channel.WITHOUT
    return Said(
        code=answer.question_code,
        question=content.text(question, "text", Variant(answer.variant), languages[0], languages),
        choice=choice_of(answer, content, languages),
        kind=None if answer.kind == AnswerKind.ANSWERED else KINDS[AnswerKind(answer.kind)],
        comment=words(answer.comment, answer.language) if answer.comment else None,
        note=words(answer.worker_note, answer.language) if answer.worker_note else None,
        by=plan.young_person.person.name if not without else answer.answered_by.name,
        typed_by=typist.name if typist and typist.pk != plan.young_person.person_id else "",
        note_by=answer.worker_note_by.name if answer.worker_note_by else "",
        without=without,
        with_interpreter=answer.with_interpreter,
        on=timezone.localdate(answer.answered_at),
        wants_help=answer.wants_help,
    )


def everything_said(plan: Plan, responses: list[Response], languages: Languages) -> list[Said]:
    """In the order of the questionnaire."""
    known = contents(responses)
    rows = [
        said(answer, known[answer.response_id], plan, languages)
        for answer in answers_in(responses)
        if known[answer.response_id].has(answer.question_code)
    ]
    order = list(known[responses[0].pk].questions) if responses else []
    return sorted(rows, key=lambda one: order.index(one.code) if one.code in order else len(order))


def areas(rows: list[Said], responses: list[Response], languages: Languages) -> list[Area]:
    """The answers with words to them, by area."""
    found = []
    for domain in responses[0].questionnaire_version.content["domains"] if responses else ():
        codes = {question["code"] for question in domain["questions"]}
        mine = tuple(one for one in rows if one.code in codes and (one.comment or one.note))
        if mine:
            found.append(Area(first_text(domain["title"], languages), mine))
    return found


def wanted(rows: list[Said], steps: list[Step]) -> list[Wanted]:
    """What help was asked for, and whether it is on the to-do list by now."""
    listed = {one.question for one in steps if one.status not in Action.NOT_ON_THE_LIST}
    return [Wanted(one.question, one.code in listed) for one in rows if one.wants_help]
