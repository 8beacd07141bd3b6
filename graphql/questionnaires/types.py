from datetime import date as day
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Any

import strawberry
import strawberry_django
from strawberry import relay

from leavingwell.graphql.context import Info
from leavingwell.graphql.people.person import Person
from leavingwell.graphql.plans.permitted import Permitted
from leavingwell.graphql.plans.translated_words import Translated
from leavingwell.graphql.questionnaires import values
from leavingwell.graphql.questionnaires.progress import (
    AreaProgress,
    answers_to_see,
    every_answer,
    progress_of,
    sees_all,
    unseen,
)
from leavingwell.graphql.questionnaires.published import (
    Choice,
    Domain,
    Question,
    Questionnaire,
    QuestionVariant,
    choice_type,
    domain_of_row,
    questionnaire_type,
)
from leavingwell.graphql.questionnaires.revisions import AnswerRevision
from leavingwell.graphql.text import LocalizedText
from leavingwell.platform.access.operations import Operation
from leavingwell.platform.access.permissions import RELATIONS, user_can, visible
from leavingwell.platform.plans.visibility import visible_answers, visible_check_ins
from leavingwell.questionnaires import kinds, models

if TYPE_CHECKING:
    from leavingwell.graphql.people.types import YoungPerson
    from leavingwell.graphql.plans.goals import Goal
    from leavingwell.graphql.plans.safety import SafetyNotice

AnswerKind = kinds.AnswerKind
strawberry.enum(AnswerKind, name="AnswerKind", description="What an answer can be.")
Channel = kinds.Channel
strawberry.enum(Channel, name="Channel", description="How an answer was given.")
SharedWith = models.CheckIn.SharedWith
strawberry.enum(SharedWith, name="SharedWith", description="Who sees a check-in.")
Call = models.CheckIn.Call
strawberry.enum(Call, name="Call", description="Whether a call is wanted, and how soon.")


def may_read_notes(answer: models.Answer, info: Info) -> bool:
    # `visible` noted the viewer's relations on the answer itself: no query for each.
    noted_on: Any = answer if hasattr(answer, RELATIONS) else answer.response.young_person
    return user_can(info.context.viewer, Operation.VIEW_NOTES, noted_on)


@strawberry_django.type(models.Answer, name="Answer", description="What a young person says to one question.")
class Answer:
    kind: AnswerKind
    text: str = strawberry_django.field(description="The answer to a question that is answered in a few words.")
    comment: str = strawberry_django.field(description="The young person's own words.")
    wants_help: bool
    tells_a_person: bool
    answered_by: Person
    typed_by: Person
    channel: Channel
    language: str
    variant: QuestionVariant
    with_interpreter: bool
    shown_text: str = strawberry_django.field(description="The question as it was shown.")
    answered_at: datetime
    revisions: list[AnswerRevision] = strawberry_django.field(
        description="What stood there before, oldest first: for the young person and the case team."
    )
    safety_notices: list[Annotated["SafetyNotice", strawberry.lazy("leavingwell.graphql.plans.safety")]] = (
        strawberry_django.field(description="Who was told of it, and when. Empty for supporters.")
    )

    @strawberry_django.field(prefetch_related="response")
    def question(self, root: strawberry.Parent[models.Answer]) -> Question:
        content = root.response.questionnaire_version.reading
        return Question(source=content.question(root.question_code), variant=root.variant)

    @strawberry_django.field(prefetch_related="response")
    def choice(self, root: strawberry.Parent[models.Answer]) -> Choice | None:
        content = root.response.questionnaire_version.reading
        found = content.choice(root.question_code, root.choice) if root.choice else None
        return choice_type(found, variant=root.variant) if found else None

    @strawberry_django.field(prefetch_related="response", description="All that were made: one, or several.")
    def choices(self, root: strawberry.Parent[models.Answer]) -> list[Choice]:
        return values.choices_of(root)

    @strawberry_django.field(only="number")
    def number(self, root: strawberry.Parent[models.Answer]) -> Decimal | None:
        return values.number_of(root)

    @strawberry_django.field(only="day")
    def date(self, root: strawberry.Parent[models.Answer]) -> day | None:
        return root.day

    @strawberry_django.field(prefetch_related="response", description="`shownText` with its language and direction.")
    def shown(self, root: strawberry.Parent[models.Answer]) -> LocalizedText:
        return values.shown_of(root)

    @strawberry_django.field(
        prefetch_related="response", description="The question in the variant and the language in which it was asked."
    )
    def asked(self, root: strawberry.Parent[models.Answer]) -> Question:
        return values.asked_of(root)

    @strawberry_django.field(description="The worker's note; null for those who may not read notes.")
    def worker_note(self, root: strawberry.Parent[models.Answer], info: Info) -> str | None:
        return root.worker_note if may_read_notes(root, info) else None

    @strawberry_django.field(description="Who wrote the note.", select_related="worker_note_by")
    def worker_note_by(self, root: strawberry.Parent[models.Answer], info: Info) -> Person | None:
        writer: Any = root.worker_note_by if may_read_notes(root, info) else None
        return writer

    @classmethod
    def get_queryset(cls, queryset: Any, info: Info, **kwargs: Any) -> Any:
        return visible_answers(queryset, info.context.viewer)


@strawberry_django.type(models.Response, name="Response", description="One checklist of one young person.")
class Response(relay.Node):
    id: relay.NodeID[str]
    version: int = strawberry_django.field(description="Counts the saves: send it back as `expectedVersion`.")
    started_at: datetime
    submitted_at: datetime | None
    answers: list[Answer]

    @strawberry_django.field(description="The answer to one question; null while there is none.")
    def answer(self, root: strawberry.Parent[models.Response], question: str) -> Answer | None:
        rows: Any = root.answers.filter(question_code=question)  # each knows its checklist: no query for it
        return rows

    @strawberry_django.field(description="Finished: its answers stay as they are.")
    def complete(self, root: strawberry.Parent[models.Response]) -> bool:
        return root.submitted_at is not None

    @strawberry_django.field(description="The questionnaire as it was asked.")
    def questionnaire(
        self,
        root: strawberry.Parent[models.Response],
        language: str | None = None,
        variant: QuestionVariant = kinds.Variant.STANDARD,
    ) -> Questionnaire:
        return questionnaire_type(root.questionnaire_version, language, variant)

    @strawberry_django.field(
        prefetch_related=every_answer,
        description="Codes of the questions that are not asked with the present answers. Empty for supporters.",
    )
    def not_shown(self, root: strawberry.Parent[models.Response], info: Info) -> list[str]:
        return sorted(unseen(root)) if sees_all(root, info) else []

    @strawberry_django.field(
        prefetch_related=answers_to_see,
        description="How far it has come, by area of life. Without areas of which no question is asked.",
    )
    def progress(
        self, root: strawberry.Parent[models.Response], info: Info, language: str | None = None
    ) -> list[AreaProgress]:
        return progress_of(root, info, language)

    @classmethod
    def get_queryset(cls, queryset: Any, info: Info, **kwargs: Any) -> Any:
        return visible(queryset, info.context.viewer, Operation.VIEW_ANSWERS, "young_person")


@strawberry_django.type(models.CheckIn, name="CheckIn", description="How a young person said they were.")
class CheckIn(Translated, Permitted, relay.Node):
    id: relay.NodeID[str]
    face: int = strawberry_django.field(description="1 (very bad) to 5 (very good).")
    note: str
    shared_with: SharedWith
    call: Call
    language: str = strawberry_django.field(
        description="Of the note. Empty where it holds words in more than one language."
    )
    sent_at: datetime
    withdrawn_at: datetime | None = strawberry_django.field(
        description="The young person took it back: since then nobody else sees it."
    )
    young_person: Annotated["YoungPerson", strawberry.lazy("leavingwell.graphql.people.types")]
    goals: list[Annotated["Goal", strawberry.lazy("leavingwell.graphql.plans.goals")]] = strawberry_django.field(
        description="What was made of it, of what the viewer may see."
    )

    @strawberry_django.field(select_related="returned_call__called_by", description="Who called them, as they asked.")
    def called_by(self, root: strawberry.Parent[models.CheckIn]) -> Person | None:
        call = getattr(root, "returned_call", None)
        return call.called_by if call else None

    @strawberry_django.field(select_related="returned_call")
    def called_at(self, root: strawberry.Parent[models.CheckIn]) -> datetime | None:
        call = getattr(root, "returned_call", None)
        return call.called_at if call else None

    @strawberry_django.field(select_related="area")
    def area(self, root: strawberry.Parent[models.CheckIn]) -> Domain | None:
        return domain_of_row(root.area) if root.area else None

    @classmethod
    def get_queryset(cls, queryset: Any, info: Info, **kwargs: Any) -> Any:
        return visible_check_ins(queryset, info.context.viewer)
