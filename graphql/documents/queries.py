import strawberry
import strawberry_django

from leavingwell.graphql.context import Info
from leavingwell.graphql.documents.types import Document
from leavingwell.graphql.ids import with_id
from leavingwell.platform.documents import models


@strawberry.type
class DocumentsQuery:
    @strawberry_django.field(description="A document that was asked for: poll until it is ready or failed.")
    def document(self, info: Info, id: strawberry.ID) -> Document | None:
        return with_id(models.Document.objects.all(), id, "Document")
