from datetime import date as day
from datetime import datetime
from decimal import Decimal
from typing import Any

import strawberry
import strawberry_django

from leavingwell.graphql.context import Info
from leavingwell.graphql.people.person import Person
from leavingwell.graphql.questionnaires import values
from leavingwell.graphql.questionnaires.published import Choice, QuestionVariant
from leavingwell.graphql.text import LocalizedText
from leavingwell.platform.access.operations import Operation
from leavingwell.platform.access.permissions import visible
from leavingwell.questionnaires import kinds, models

RESPONSE = "answer__response"


@strawberry_django.type(
    models.AnswerRevision, name="AnswerRevision", description="An answer as it stood before it was changed."
)
class AnswerRevision:
    kind: kinds.AnswerKind
    text: str
    comment: str = strawberry_django.field(description="The young person's own words.")
    worker_note: str
    wants_help: bool
    answered_by: Person
    typed_by: Person
    channel: kinds.Channel
    language: str
    variant: QuestionVariant
    with_interpreter: bool
    shown_text: str = strawberry_django.field(description="The question as it was shown.")
    answered_at: datetime
    replaced_at: datetime

    @strawberry_django.field(prefetch_related=RESPONSE, description="Those that were made, in the words of then.")
    def choices(self, root: strawberry.Parent[models.AnswerRevision]) -> list[Choice]:
        return values.choices_of(root, root.language)

    @strawberry_django.field(only="number")
    def number(self, root: strawberry.Parent[models.AnswerRevision]) -> Decimal | None:
        return values.number_of(root)

    @strawberry_django.field(only="day")
    def date(self, root: strawberry.Parent[models.AnswerRevision]) -> day | None:
        return root.day

    @strawberry_django.field(prefetch_related=RESPONSE, description="`shownText` with its language and direction.")
    def shown(self, root: strawberry.Parent[models.AnswerRevision]) -> LocalizedText:
        return values.shown_of(root)

    @classmethod
    def get_queryset(cls, queryset: Any, info: Info, **kwargs: Any) -> Any:
        return visible(queryset, info.context.viewer, Operation.VIEW_NOTES, "answer__response__young_person")
