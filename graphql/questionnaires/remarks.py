"""What young people say about questions. Each sees their own and nobody else's."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

import strawberry
import strawberry_django
from strawberry import relay

from leavingwell.graphql.access import may
from leavingwell.graphql.context import Info
from leavingwell.graphql.mutations import mutation, signed_in
from leavingwell.graphql.problems import Problems
from leavingwell.graphql.questionnaires.published import Question
from leavingwell.platform.access.operations import Operation
from leavingwell.platform.access.permissions import Viewer
from leavingwell.platform.people.models import Person, YoungPerson
from leavingwell.platform.problems import not_allowed
from leavingwell.questionnaires import models
from leavingwell.questionnaires.services.remarks import GivenRemark, remark_on_question

RemarkKind = models.Remark.Kind
strawberry.enum(RemarkKind, name="RemarkKind", description="What is wrong with a question.")


def own_remarks(rows: Any, viewer: Viewer) -> Any:
    return rows.filter(young_person__person=viewer) if viewer else rows.none()


def my_remarks(person: Person) -> Any:
    return models.Remark.objects.filter(young_person__person=person).order_by("-made_at", "-pk")


@strawberry_django.type(models.Remark, name="Remark", description="What a young person said about a question.")
class Remark(relay.Node):
    id: relay.NodeID[str]
    kind: RemarkKind
    suggestion: str = strawberry_django.field(description="How they would put it, in their words.")
    language: str
    made_at: datetime
    answer: str = strawberry_django.field(description="The council's answer; empty while there is none.")
    answered_at: datetime | None

    @strawberry_django.field(description="As they were asked it.")
    def question(self, root: strawberry.Parent[models.Remark]) -> Question:
        return Question(source=root.questionnaire_version.reading.question(root.question_code))

    @classmethod
    def get_queryset(cls, queryset: Any, info: Info, **kwargs: Any) -> Any:
        return own_remarks(queryset, info.context.viewer)


RemarkOnQuestionResult = Annotated[Remark | Problems, strawberry.union("RemarkOnQuestionResult")]


@strawberry.input
class RemarkOnQuestionInput:
    question: str = strawberry.field(description="The code of a question of one's present checklist.")
    kind: RemarkKind
    suggestion: str = strawberry.field(default="", description="How one would put it.")
    language: str | None = None
    request_id: UUID | None = None


@strawberry.type
class RemarksMutation:
    @mutation(RemarkOnQuestionResult, "Says that a question is hard to understand or feels wrong. Young people alone.")
    def remark_on_question(self, info: Info, input: RemarkOnQuestionInput) -> models.Remark:
        viewer = signed_in(info)
        young_person = YoungPerson.objects.filter(person=viewer).first()
        if young_person is None:
            raise not_allowed()
        may(info, Operation.REMARK_ON_QUESTION, young_person)
        given = GivenRemark(input.question, models.Remark.Kind(input.kind), input.suggestion)
        return remark_on_question(young_person, given, by=viewer, language=info.context.language(input.language))
