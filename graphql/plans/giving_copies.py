from datetime import date
from typing import Annotated
from uuid import UUID

import strawberry

from leavingwell.graphql.access import review_to
from leavingwell.graphql.context import Info
from leavingwell.graphql.mutations import mutation, signed_in
from leavingwell.graphql.plans.copies import CopyForm
from leavingwell.graphql.plans.reviews import Review
from leavingwell.graphql.problems import Problems
from leavingwell.platform.access.operations import Operation
from leavingwell.platform.plans import models
from leavingwell.platform.plans.services.copies import Handover, give_copy, have_read

GiveCopyResult = Annotated[Review | Problems, strawberry.union("GiveCopyResult")]


@strawberry.input(description="The young person says that they have read it: their form is always `PORTAL`.")
class GiveCopyInput:
    review_id: strawberry.ID
    form: CopyForm = models.CopyGiven.Form.PORTAL
    language: str | None = None
    on: date | None = strawberry.field(default=None, description="Today when left out.")
    explained_on: date | None = None
    interpreter: bool = False
    note: str | None = None
    request_id: UUID | None = None


@strawberry.type
class CopiesMutation:
    @mutation(GiveCopyResult, "Notes that the young person got a copy of an agreed plan, or has read it.")
    def give_copy(self, info: Info, input: GiveCopyInput) -> models.Review:
        review, by = review_to(info, Operation.GIVE_COPY, input.review_id), signed_in(info)
        language = info.context.language(input.language)
        if by.pk == review.plan.young_person.person_id:
            have_read(review, by=by, language=language)
            return review
        given = Handover(
            form=models.CopyGiven.Form(input.form),
            language=input.language or language,
            on=input.on,
            explained_on=input.explained_on,
            interpreter=input.interpreter,
            note=input.note or "",
        )
        give_copy(review, given, by=by)
        return review
