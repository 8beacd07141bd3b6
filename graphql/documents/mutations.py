from typing import Annotated
from uuid import UUID

import strawberry

from leavingwell.graphql.access import may, plan_for
from leavingwell.graphql.context import Info
from leavingwell.graphql.documents.types import Document
from leavingwell.graphql.mutations import mutation, signed_in
from leavingwell.graphql.problems import Problems
from leavingwell.platform.access.operations import Operation
from leavingwell.platform.documents import models
from leavingwell.platform.documents.data.requesting import request_my_data
from leavingwell.platform.documents.services import request_document
from leavingwell.platform.plans.models import Plan
from leavingwell.platform.problems import not_allowed

RequestDocumentResult = Annotated[Document | Problems, strawberry.union("RequestDocumentResult")]

RequestMyDataResult = Annotated[Document | Problems, strawberry.union("RequestMyDataResult")]


@strawberry.input
class RequestMyDataInput:
    language: str | None = strawberry.field(default=None, description="The viewer's own when left out.")
    request_id: UUID | None = None


@strawberry.input
class RequestDocumentInput:
    plan_id: strawberry.ID
    language: str | None = strawberry.field(default=None, description="The viewer's own when left out.")
    accessible: bool = strawberry.field(default=False, description="Tagged for screen readers (PDF/UA).")
    request_id: UUID | None = None


@strawberry.type
class DocumentsMutation:
    @mutation(RequestDocumentResult, "Asks for a PDF of the plan as it stands.")
    def request_document(self, info: Info, input: RequestDocumentInput) -> models.Document:
        plan = plan_for(info, input.plan_id)
        may(info, Operation.REQUEST_DOCUMENT, plan.young_person)
        language = info.context.language(input.language)
        return request_document(plan, language=language, accessible=input.accessible, by=signed_in(info))

    @mutation(RequestMyDataResult, "Asks for a zip of everything that is known about the viewer, a young person.")
    def request_my_data(self, info: Info, input: RequestMyDataInput) -> models.Document:
        viewer = signed_in(info)
        plan = Plan.objects.select_related("young_person").filter(young_person__person=viewer).first()
        if plan is None:
            raise not_allowed()
        return request_my_data(plan, language=info.context.language(input.language), by=viewer)
