"""What the young person said at the questions in words of their own, and where they want help."""

from datetime import date

import strawberry
import strawberry_django
from django.utils import timezone

from leavingwell.graphql.context import Info
from leavingwell.graphql.questionnaires.published import Choice, Domain, Question
from leavingwell.graphql.questionnaires.types import AnswerKind, may_read_notes
from leavingwell.graphql.questionnaires.values import choices_of, source_of
from leavingwell.platform.plans import models, said_in_answers
from leavingwell.questionnaires.kinds import Channel


@strawberry.type(description="What was said at one question: as answered last, in this review or the one before.")
class Said:
    domain: Domain
    question: Question
    kind: AnswerKind
    choices: list[Choice]
    comment: str = strawberry.field(description="The young person's own words; may be empty.")
    language: str = strawberry.field(description="Of these words.")
    wants_help: bool
    is_on_list: bool = strawberry.field(description="What they want help with has become something to do.")
    by: str = strawberry.field(description="The name of whoever answered.")
    without: bool = strawberry.field(description="A worker wrote it without the young person.")
    typed_by: str = strawberry.field(description="The name of whoever typed the words for them; may be empty.")
    on: date
    worker_note: str = strawberry.field(description="Empty also for those who may not read notes.")
    worker_note_by: str


def said_type(one: said_in_answers.Said, info: Info) -> Said:
    answer = one.answer
    typist, noted_by = answer.comment_typed_by, answer.worker_note_by
    reads_notes = may_read_notes(answer, info)
    return Said(
        domain=Domain(code=one.domain["code"], source=one.domain),
        question=Question(source=source_of(answer), variant=answer.variant),
        kind=AnswerKind(answer.kind),
        choices=choices_of(answer),
        comment=answer.comment,
        language=answer.language,
        wants_help=answer.wants_help,
        is_on_list=one.is_on_list,
        by=answer.answered_by.name,
        without=answer.channel == Channel.WITHOUT,
        typed_by=typist.name if typist and typist != answer.answered_by else "",
        on=timezone.localdate(answer.answered_at),
        worker_note=answer.worker_note if reads_notes else "",
        worker_note_by=noted_by.name if noted_by and reads_notes else "",
    )


@strawberry.type
class SaysInAnswers:
    """A plan, as far as it tells what was said at the questions."""

    @strawberry_django.field(
        only=["young_person_id"],
        description="What was said at the questions in words, and where help is wanted, in the questionnaire's order.",
    )
    def said(self, root: strawberry.Parent[models.Plan], info: Info) -> list[Said]:
        told = [said_type(one, info) for one in said_in_answers.said_in_answers(root, info.context.viewer)]
        return [one for one in told if one.comment or one.worker_note or one.wants_help]
