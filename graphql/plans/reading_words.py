"""Noting that words were read, and whether what went well is celebrated."""

from typing import Annotated
from uuid import UUID

import strawberry

from leavingwell.graphql.access import may, plan_for, young_person_for
from leavingwell.graphql.context import Info
from leavingwell.graphql.ids import uuids_of
from leavingwell.graphql.mutations import mutation, signed_in
from leavingwell.graphql.people.types import YoungPerson
from leavingwell.graphql.plans.types import Plan
from leavingwell.graphql.problems import Problems
from leavingwell.platform.access.operations import Operation
from leavingwell.platform.people.models import YoungPerson as YoungPersonRow
from leavingwell.platform.plans import models
from leavingwell.platform.plans.services.celebrating import set_celebrates
from leavingwell.platform.plans.services.reading_comments import mark_comments_read
from leavingwell.platform.plans.visibility import visible_comments
from leavingwell.platform.problems import not_found

MarkCommentsReadResult = Annotated[Plan | Problems, strawberry.union("MarkCommentsReadResult")]
SetCelebratesResult = Annotated[YoungPerson | Problems, strawberry.union("SetCelebratesResult")]


@strawberry.input
class MarkCommentsReadInput:
    plan_id: strawberry.ID
    comment_ids: list[strawberry.ID] | None = strawberry.field(
        default=None, description="None: all that the viewer may read."
    )
    request_id: UUID | None = None


@strawberry.input
class SetCelebratesInput:
    young_person_id: strawberry.ID
    celebrates: bool
    request_id: UUID | None = None


def comments_for(info: Info, plan: models.Plan, given: list[strawberry.ID]) -> list[models.Comment]:
    """Raises NOT_FOUND at the first that is not of this plan or not for the viewer."""
    wanted = uuids_of(given, "Comment", "commentIds")
    seen = visible_comments(models.Comment.objects.filter(plan=plan, pk__in=wanted), info.context.viewer)
    found = {comment.pk: comment for comment in seen}
    for place, pk in enumerate(wanted):
        if pk not in found:
            raise not_found(f"commentIds.{place}")
    return list(found.values())


@strawberry.type
class ReadingWordsMutation:
    @mutation(MarkCommentsReadResult, "Notes that the viewer has read words; whoever wrote them can see it.")
    def mark_comments_read(self, info: Info, input: MarkCommentsReadInput) -> models.Plan:
        plan = plan_for(info, input.plan_id)
        may(info, Operation.MARK_COMMENTS_READ, plan.young_person)
        comments = None if input.comment_ids is None else comments_for(info, plan, input.comment_ids)
        return mark_comments_read(plan, by=signed_in(info), comments=comments)

    @mutation(SetCelebratesResult, "Whether what went well is shown and celebrated. Only the young person says so.")
    def set_celebrates(self, info: Info, input: SetCelebratesInput) -> YoungPersonRow:
        young_person = young_person_for(info, input.young_person_id)
        may(info, Operation.SET_CELEBRATES, young_person)
        return set_celebrates(young_person, input.celebrates, by=signed_in(info))
