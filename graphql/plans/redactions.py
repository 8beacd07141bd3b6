"""Marking words about somebody else, to be left out of copies of a record."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

import strawberry
import strawberry_django
from strawberry import relay

from leavingwell.graphql.access import may, one
from leavingwell.graphql.context import Info
from leavingwell.graphql.ids import opaque, required_uuid, uuid_of
from leavingwell.graphql.mutations import mutation, signed_in
from leavingwell.graphql.people.person import Person
from leavingwell.graphql.problems import Problems
from leavingwell.graphql.sights import note
from leavingwell.platform.access.operations import Operation
from leavingwell.platform.access.permissions import visible
from leavingwell.platform.audit.seeing import Seen
from leavingwell.platform.people.models import YoungPerson
from leavingwell.platform.plans import models
from leavingwell.platform.plans.marked_words import is_outdated
from leavingwell.platform.plans.redactable import BY_NAME, TEXTS, Redactable, Text, redactable_texts
from leavingwell.platform.plans.services import redacting
from leavingwell.platform.problems import not_found

RedactionReason = models.Redaction.Reason
strawberry.enum(RedactionReason, name="RedactionReason", description="Why words are left out.")


@strawberry_django.type(models.Redaction, name="Redaction", description="Words that copies leave out, and why.")
class Redaction(relay.Node):
    id: relay.NodeID[str]
    start: int = strawberry_django.field(description="In characters of the text.")
    end: int
    reason: RedactionReason
    explanation: str
    by: Person
    at: datetime
    lifted_at: datetime | None

    @classmethod
    def get_queryset(cls, queryset: Any, info: Info, **kwargs: Any) -> Any:
        return visible(queryset, info.context.viewer, Operation.REDACT, "young_person")


@strawberry.type(description="A mark in a text.")
class Mark:
    id: strawberry.ID
    start: int
    end: int
    reason: RedactionReason
    explanation: str
    by: str
    words: str = strawberry.field(description="As they were marked: left out wherever they stand in the text.")
    outdated: bool = strawberry.field(
        description="The text was changed since: it is left out whole until the mark is taken back."
    )


@strawberry.type(description="A text by somebody else than the young person, in which words can be marked.")
class RedactableText:
    subject_id: strawberry.ID = strawberry.field(description="For `redact`.")
    kind: str = strawberry.field(description="What it is, in the reader's language.")
    text: str
    by: str
    marks: list[Mark]


def kind_of(kind: Redactable) -> str:
    """The table, and which text of it where there are several."""
    name, field = str(kind.model._meta.verbose_name), kind.model._meta.get_field(kind.field)
    several = sum(other.model is kind.model for other in TEXTS) > 1
    return f"{name}: {getattr(field, 'verbose_name', '')}" if several else name


def text_type(text: Text) -> RedactableText:
    return RedactableText(
        subject_id=opaque(text.kind.name, text.row.pk),
        kind=kind_of(text.kind),
        text=text.words,
        by=text.by,
        marks=[
            Mark(
                id=opaque("Redaction", one.pk),
                start=one.start,
                end=one.end,
                reason=RedactionReason(one.reason),
                explanation=one.explanation,
                by=one.by.name,
                words=one.words,
                outdated=is_outdated(one, text.words),
            )
            for one in text.redactions
        ],
    )


RedactResult = Annotated[Redaction | Problems, strawberry.union("RedactResult")]
LiftRedactionResult = Annotated[Redaction | Problems, strawberry.union("LiftRedactionResult")]


@strawberry.input
class RedactInput:
    subject_id: strawberry.ID = strawberry.field(description="Of `redactable`.")
    start: int = strawberry.field(description="The first character to leave out, counted from 0.")
    end: int = strawberry.field(description="The first one that stays again.")
    reason: RedactionReason
    explanation: str
    request_id: UUID | None = None


@strawberry.input
class LiftRedactionInput:
    redaction_id: strawberry.ID
    request_id: UUID | None = None


def text_for(info: Info, given: str) -> tuple[Redactable, Any, YoungPerson]:
    """The text that an id names, for whoever sees its young person. Raises NOT_FOUND."""
    for name, kind in BY_NAME.items():
        if pk := uuid_of(given, name):
            path = kind.young_person
            rows = kind.model._default_manager.select_related(*([path] if path else []))
            row = one(visible(rows, info.context.viewer, Operation.VIEW_YOUNG_PERSON, path), pk, "subjectId")
            if kind.is_own(row):
                raise not_found("subjectId")
            return kind, row, kind.whose(row)
    raise not_found("subjectId")


@strawberry.type
class RedactionsQuery:
    @strawberry.field(
        description="The texts of a record in which the viewer may mark words, at most 100 of each kind, newest first."
    )
    def redactable(self, info: Info, young_person_id: strawberry.ID, search: str | None = None) -> list[RedactableText]:
        rows = visible(YoungPerson.objects.all(), info.context.viewer, Operation.REDACT)
        pk = uuid_of(young_person_id, "YoungPerson")
        young_person = rows.filter(pk=pk).first() if pk else None
        if young_person is None:
            return []
        note(info.context, young_person.pk, Seen.NOTES)
        return [text_type(text) for text in redactable_texts(young_person, search or "")]


@strawberry.type
class RedactionsMutation:
    @mutation(RedactResult, "Marks words about somebody else, so that copies leave them out. The record keeps them.")
    def redact(self, info: Info, input: RedactInput) -> models.Redaction:
        kind, row, young_person = text_for(info, input.subject_id)
        may(info, Operation.REDACT, young_person)
        return redacting.redact(
            young_person,
            kind,
            row,
            start=input.start,
            end=input.end,
            reason=models.Redaction.Reason(input.reason),
            explanation=input.explanation,
            by=signed_in(info),
        )

    @mutation(LiftRedactionResult, "Takes a mark back: copies made from now on show the words again.")
    def lift_redaction(self, info: Info, input: LiftRedactionInput) -> models.Redaction:
        pk = required_uuid(input.redaction_id, "Redaction", "redactionId")
        rows = models.Redaction.objects.select_related("young_person")
        redaction = one(visible(rows, info.context.viewer, Operation.REDACT, "young_person"), pk, "redactionId")
        return redacting.lift_redaction(redaction, by=signed_in(info))
