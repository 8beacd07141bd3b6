"""The log of contacts and visits. The young person owns the record: they read the day, how, who, and what was noted."""

from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

import strawberry
import strawberry_django
from strawberry import relay

from leavingwell.graphql.access import may, young_person_for
from leavingwell.graphql.context import Info
from leavingwell.graphql.mutations import mutation, signed_in
from leavingwell.graphql.people.person import Person
from leavingwell.graphql.problems import Problems
from leavingwell.platform.access.operations import Operation
from leavingwell.platform.access.permissions import visible
from leavingwell.platform.plans import models
from leavingwell.platform.plans.services.contacts import record_contact

ContactChannel = models.Contact.Channel
strawberry.enum(ContactChannel, name="ContactChannel", description="How somebody was in touch.")


@strawberry_django.type(models.Contact, name="Contact", description="One contact, or one that did not come about.")
class Contact(relay.Node):
    id: relay.NodeID[str]
    on: date
    channel: ContactChannel
    reached: bool = strawberry_django.field(description="Whether it came about.")
    seen_alone: bool
    summary: str
    by: Person
    recorded_at: datetime

    @classmethod
    def get_queryset(cls, queryset: Any, info: Info, **kwargs: Any) -> Any:
        return visible(queryset, info.context.viewer, Operation.VIEW_CONTACTS, "young_person")


RecordContactResult = Annotated[Contact | Problems, strawberry.union("RecordContactResult")]


@strawberry.input
class RecordContactInput:
    young_person_id: strawberry.ID
    channel: ContactChannel
    summary: str = strawberry.field(description="What was talked about, or what happened.")
    on: date | None = strawberry.field(default=None, description="Left out: today.")
    reached: bool = True
    seen_alone: bool = False
    request_id: UUID | None = None


@strawberry.type
class ContactsMutation:
    @mutation(RecordContactResult, "Notes a contact or a visit. The young person can read it.")
    def record_contact(self, info: Info, input: RecordContactInput) -> models.Contact:
        young_person = young_person_for(info, input.young_person_id)
        may(info, Operation.RECORD_CONTACT, young_person)
        return record_contact(
            young_person,
            channel=models.Contact.Channel(input.channel),
            summary=input.summary,
            on=input.on,
            reached=input.reached,
            seen_alone=input.seen_alone,
            by=signed_in(info),
        )
