from datetime import date as day
from decimal import Decimal
from uuid import UUID

import strawberry

from leavingwell.graphql.questionnaires.published import QuestionVariant
from leavingwell.graphql.questionnaires.types import AnswerKind, Call, Channel, SharedWith
from leavingwell.questionnaires import kinds
from leavingwell.questionnaires.models import CheckIn
from leavingwell.questionnaires.services.answering import GivenAnswer


@strawberry.input(description="The answer to one question; what is left out stays as it is.")
class AnswerInput:
    question: str = strawberry.field(description="The question's code.")
    kind: AnswerKind | None = strawberry.field(default=None, description="Answered when only a value is given.")
    choice: str | None = strawberry.field(default=None, description="A choice's code.")
    choices: list[str] | None = strawberry.field(default=None, description="Codes, where several may be chosen.")
    number: Decimal | None = strawberry.field(default=None, description="With two decimal places at most.")
    date: day | None = None
    text: str | None = strawberry.field(default=None, description="The answer to a question asked for a few words.")
    comment: str | None = strawberry.field(default=None, description="The young person's own words.")
    worker_note: str | None = strawberry.field(default=None, description="The worker's note.")
    wants_help: bool | None = strawberry.field(default=None, description="Puts it on the to-do list as a draft.")


@strawberry.input
class SaveAnswersInput:
    response_id: strawberry.ID
    answers: list[AnswerInput]
    channel: Channel | None = strawberry.field(
        default=None, description="Alone for the young person, together for a worker, when left out."
    )
    language: str | None = strawberry.field(default=None, description="The language the questions were shown in.")
    variant: QuestionVariant | None = None
    with_interpreter: bool = False
    expected_version: int | None = strawberry.field(
        default=None, description="The response's version that was shown: an answer changed since is not overwritten."
    )
    request_id: UUID | None = None


@strawberry.input
class SubmitResponseInput:
    response_id: strawberry.ID
    request_id: UUID | None = None


@strawberry.input
class CheckInInput:
    face: int = strawberry.field(description="1 (very bad) to 5 (very good).")
    area: str | None = strawberry.field(default=None, description="A domain's code.")
    note: str | None = None
    shared_with: SharedWith = CheckIn.SharedWith.WORKER
    call: Call = CheckIn.Call.NO
    young_person_id: strawberry.ID | None = strawberry.field(default=None, description="The viewer's own, or left out.")
    request_id: UUID | None = None


def given_answer(answer: AnswerInput) -> GivenAnswer:
    return GivenAnswer(
        question=answer.question,
        kind=kinds.AnswerKind(answer.kind) if answer.kind else None,
        choice=answer.choice,
        choices=answer.choices,
        number=answer.number,
        day=answer.date,
        text=answer.text,
        comment=answer.comment,
        worker_note=answer.worker_note,
        wants_help=answer.wants_help,
    )
