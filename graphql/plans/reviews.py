"""One version of a plan: where it stands, what the young person and the worker say about it, why it was sent back."""

from datetime import date, datetime
from typing import Any

import strawberry
import strawberry_django
from strawberry import relay

from leavingwell.graphql.context import Info
from leavingwell.graphql.people.person import Person
from leavingwell.graphql.plans.copies import CopyGiven
from leavingwell.graphql.plans.permitted import Permitted
from leavingwell.graphql.plans.relations import may_see_matters, relations_of
from leavingwell.platform.access.operations import Operation
from leavingwell.platform.access.permissions import visible
from leavingwell.platform.access.relations import CASE_TEAM
from leavingwell.platform.plans import models
from leavingwell.platform.plans.writing_without import Tries

PlanStatus = models.Review.State
strawberry.enum(PlanStatus, name="PlanStatus", description="Where the latest review stands.")
Occasion = models.Review.Occasion
strawberry.enum(Occasion, name="ReviewOccasion", description="Why a review was opened.")
Agrees = models.Review.Agrees
strawberry.enum(Agrees, name="Agrees", description="Whether the young person agrees with the plan.")


@strawberry_django.type(models.ReturnReason, name="ReturnReason", description="What a section needed to be right.")
class ReturnReason(relay.Node):
    id: relay.NodeID[str]
    section: str = strawberry_django.field(description="A code of `planSections`; empty: the whole plan.")
    reason: str
    by: Person
    at: datetime
    answered_at: datetime | None = strawberry_django.field(description="When the worker marked it as put right.")
    answered_by: Person | None

    @classmethod
    def get_queryset(cls, queryset: Any, info: Info, **kwargs: Any) -> Any:
        path = "review__plan__young_person"
        return visible(queryset, info.context.viewer, Operation.VIEW_PLAN, path, relations=CASE_TEAM)


@strawberry.type(description="How far the tries go that a plan written without the young person needs.")
class WritingWithout:
    allowed: bool
    tries_made: int = strawberry.field(description="In this review, that did not reach them.")
    tries_missing: int
    ways_missing: int = strawberry.field(description="So many other ways of trying are still needed.")
    not_before: date | None = strawberry.field(description="The last try must not be before this day.")
    took_part_on: date | None = strawberry.field(
        description="When the young person last took part in this review: only tries after that day count."
    )


def writing_without_type(tries: Tries) -> WritingWithout:
    return WritingWithout(
        allowed=tries.enough,
        tries_made=tries.made,
        tries_missing=tries.attempts,
        ways_missing=tries.ways,
        not_before=tries.not_before,
        took_part_on=tries.took_part_on,
    )


@strawberry_django.type(models.Review, name="Review", description="One version of a plan.")
class Review(Permitted, relay.Node):
    id: relay.NodeID[str]
    number: int
    version: int = strawberry_django.field(description="Counts the steps: send it back as `expectedVersion`.")
    state: PlanStatus
    occasion: Occasion
    started_on: date
    due_on: date
    submitted_at: datetime | None
    submitted_by: Person | None
    quality_checked_at: datetime | None
    quality_checked_by: Person | None
    returned_at: datetime | None
    authorised_at: datetime | None
    authorised_by: Person | None
    written_without: bool = strawberry_django.field(description="Written without the young person, after real tries.")
    reopened_at: datetime | None = strawberry_django.field(description="When the young person then took part.")
    young_person_part_at: datetime | None
    worker_part_at: datetime | None
    worker_part_by: Person | None
    copies: list[CopyGiven] = strawberry_django.field(description="Given to the young person, newest first.")
    return_reasons: list[ReturnReason] = strawberry_django.field(
        description="For the case team: why it was sent back, section by section. Empty for everybody else."
    )

    @strawberry_django.field(only=["young_person_agrees"], description="Null until they say so, and for supporters.")
    def young_person_agrees(self, root: strawberry.Parent[models.Review], info: Info) -> Agrees | None:
        return Agrees(root.young_person_agrees) if root.young_person_agrees and may_see_matters(root, info) else None

    @strawberry_django.field(only=["young_person_words"], description="Only they write here; null for supporters.")
    def young_person_words(self, root: strawberry.Parent[models.Review], info: Info) -> str | None:
        return root.young_person_words if may_see_matters(root, info) else None

    @strawberry_django.field(only=["young_person_language"], description="Of these words.")
    def young_person_language(self, root: strawberry.Parent[models.Review], info: Info) -> str | None:
        return root.young_person_language if may_see_matters(root, info) else None

    @strawberry_django.field(only=["worker_words"], description="What the worker says; null for supporters.")
    def worker_words(self, root: strawberry.Parent[models.Review], info: Info) -> str | None:
        return root.worker_words if may_see_matters(root, info) else None

    @strawberry_django.field(only=["written_without", "written_without_reason"], description="Null for supporters.")
    def written_without_reason(self, root: strawberry.Parent[models.Review], info: Info) -> str | None:
        return root.written_without_reason if root.written_without and may_see_matters(root, info) else None

    @strawberry_django.field(only=["quality_words"], description="For the case team: what the supervisor says.")
    def quality_words(self, root: strawberry.Parent[models.Review], info: Info) -> str | None:
        return root.quality_words if CASE_TEAM & relations_of(root, info) else None

    @strawberry_django.field(
        only=["override_reason"], description="Why it was handed in with too few matters covered, or empty."
    )
    def override_reason(self, root: strawberry.Parent[models.Review], info: Info) -> str | None:
        return root.override_reason if may_see_matters(root, info) else None

    @strawberry_django.field(description="For the case team: why it was sent back.")
    def return_reason(self, root: strawberry.Parent[models.Review], info: Info) -> str | None:
        return root.return_reason if CASE_TEAM & relations_of(root, info) else None

    @classmethod
    def get_queryset(cls, queryset: Any, info: Info, **kwargs: Any) -> Any:
        return visible(queryset, info.context.viewer, Operation.VIEW_PLAN, "plan__young_person")
