"""What is known of a young person, for themselves and the staff who see their record: not for supporters."""

from datetime import date, datetime
from enum import Enum
from typing import Any

import strawberry
import strawberry_django
from django.db.models import Prefetch
from django.utils import timezone
from strawberry import relay

from leavingwell.graphql.context import Info
from leavingwell.platform.access.operations import Operation
from leavingwell.platform.access.permissions import relations_with, visible
from leavingwell.platform.access.relations import READS_THE_CASE, Relation
from leavingwell.platform.people import models
from leavingwell.platform.people.category import sentence, suggested_category

Category = models.YoungPerson.Category
strawberry.enum(Category, name="Category", description="Children Act 1989 sections 23A to 24D.")
Reading = models.YoungPerson.Reading
strawberry.enum(Reading, name="Reading", description="How somebody likes to read.")
InvitationChannel = models.Invitation.Channel
strawberry.enum(InvitationChannel, name="InvitationChannel", description="How an invitation comes.")


def knows_more(young_person: Any, info: Info) -> bool:
    """Everybody but supporters."""
    return bool((READS_THE_CASE | {Relation.SELF}) & relations_with(info.context.viewer, young_person))


def for_those_who_know(queryset: Any, info: Info, path: str) -> Any:
    return visible(queryset, info.context.viewer, Operation.VIEW_NOTES, path)


@strawberry.enum(description="Where an invitation stands.")
class InvitationState(Enum):
    OPEN = "OPEN"
    USED = "USED"
    EXPIRED = "EXPIRED"
    WITHDRAWN = "WITHDRAWN"


@strawberry_django.type(models.CarePeriod, name="CarePeriod", description="A time in care. Both days belong to it.")
class CarePeriod(relay.Node):
    id: relay.NodeID[str]
    starts_on: date
    ends_on: date | None = strawberry_django.field(description="Null: still in care.")
    short_break: bool = strawberry_django.field(description="A planned short break, which does not count.")

    @classmethod
    def get_queryset(cls, queryset: Any, info: Info, **kwargs: Any) -> Any:
        return for_those_who_know(queryset, info, "young_person")


@strawberry_django.type(models.Invitation, name="Invitation", description="A code with which somebody signs in once.")
class Invitation(relay.Node):
    id: relay.NodeID[str]
    channel: InvitationChannel
    made_at: datetime
    expires_at: datetime
    used_at: datetime | None
    withdrawn_at: datetime | None

    @strawberry_django.field(description="Only in the answer to the mutation that made it: it is kept nowhere.")
    def code(self, root: strawberry.Parent[models.Invitation]) -> str | None:
        return root.code or None

    @strawberry_django.field(description="Whether it can still be used.")
    def state(self, root: strawberry.Parent[models.Invitation]) -> InvitationState:
        if root.used_at:
            return InvitationState.USED
        if root.withdrawn_at:
            return InvitationState.WITHDRAWN
        return InvitationState.OPEN if root.expires_at > timezone.now() else InvitationState.EXPIRED

    @classmethod
    def get_queryset(cls, queryset: Any, info: Info, **kwargs: Any) -> Any:
        return for_those_who_know(queryset, info, "person__young_person")


@strawberry.type(description="What the times in care and the date of birth say.")
class SuggestedCategory:
    category: Category | None = strawberry.field(description="Null: no current eligibility by these dates.")
    reason: str = strawberry.field(description="Why, in the viewer's language.")
    weeks: int = strawberry.field(description="In care since 14 and until 18; 13 are needed.")


def times_in_care(info: Info) -> Prefetch[Any]:
    return Prefetch("care_periods", queryset=models.CarePeriod.objects.all(), to_attr="times_in_care")


def invitations(info: Info) -> Prefetch[Any]:
    return Prefetch("person__invitations", queryset=models.Invitation.objects.all(), to_attr="all_invitations")


@strawberry.type
class Details:
    """The part of `YoungPerson` that supporters get null for."""

    care_periods: list[CarePeriod] = strawberry_django.field(description="Oldest first. Empty for supporters.")

    @strawberry_django.field(description="The name in official papers; null for supporters.")
    def legal_name(self, root: strawberry.Parent[models.YoungPerson], info: Info) -> str | None:
        return root.legal_name if knows_more(root, info) else None

    @strawberry_django.field(description="Their own number, empty for none; null for supporters.")
    def phone(self, root: strawberry.Parent[models.YoungPerson], info: Info) -> str | None:
        return root.phone if knows_more(root, info) else None

    @strawberry_django.field(description="How they like to read; null where nobody has said, and for supporters.")
    def reading(self, root: strawberry.Parent[models.YoungPerson], info: Info) -> Reading | None:
        return Reading(root.reading) if root.reading and knows_more(root, info) else None

    @strawberry_django.field(description="What helps them, such as large print; null for supporters.")
    def needs(self, root: strawberry.Parent[models.YoungPerson], info: Info) -> str | None:
        return root.needs if knows_more(root, info) else None

    @strawberry_django.field(select_related="person", description="Empty: the council's own; null for supporters.")
    def language(self, root: strawberry.Parent[models.YoungPerson], info: Info) -> str | None:
        return root.person.language if knows_more(root, info) else None

    @strawberry_django.field(
        select_related="person__user",
        description="Where codes for signing in are sent, empty for none; null for supporters.",
    )
    def email(self, root: strawberry.Parent[models.YoungPerson], info: Info) -> str | None:
        user = root.person.user
        return user.email if user and knows_more(root, info) else None

    @strawberry_django.field(description="Of the details, for `expectedVersion`; null for supporters.")
    def version(self, root: strawberry.Parent[models.YoungPerson], info: Info) -> int | None:
        return root.version if knows_more(root, info) else None

    @strawberry_django.field(description="When they first signed in; null before, and for supporters.")
    def joined_at(self, root: strawberry.Parent[models.YoungPerson], info: Info) -> datetime | None:
        return root.joined_at if knows_more(root, info) else None

    @strawberry_django.field(description="When they saw the welcome; null before, and for supporters.")
    def welcomed_at(self, root: strawberry.Parent[models.YoungPerson], info: Info) -> datetime | None:
        return root.welcomed_at if knows_more(root, info) else None

    @strawberry_django.field(description="Why it is not the suggested category, else empty; null for supporters.")
    def category_reason(self, root: strawberry.Parent[models.YoungPerson], info: Info) -> str | None:
        return root.category_reason if knows_more(root, info) else None

    @strawberry_django.field(
        prefetch_related=[times_in_care], description="By the times in care and the age today; null for supporters."
    )
    def suggested_category(self, root: strawberry.Parent[models.YoungPerson], info: Info) -> SuggestedCategory | None:
        if not knows_more(root, info):
            return None
        times = getattr(root, "times_in_care", None)
        times = root.care_periods.all() if times is None else times
        found = suggested_category(times, root.date_of_birth, timezone.localdate())
        return SuggestedCategory(category=found.category, reason=sentence(found), weeks=found.weeks)

    @strawberry_django.field(
        select_related="person", prefetch_related=[invitations], description="The newest; null for supporters."
    )
    def invitation(self, root: strawberry.Parent[models.YoungPerson], info: Info) -> Invitation | None:
        made: Any = getattr(root, "made_invitation", None)  # by the mutation that answers now: with its code
        if made or not knows_more(root, info):
            return made
        found = getattr(root.person, "all_invitations", None)
        newest: Any = next(iter(root.person.invitations.all() if found is None else found), None)
        return newest
