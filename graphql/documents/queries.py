from typing import Any

import strawberry
import strawberry_django
from django.utils import timezone

from leavingwell.graphql.context import Info
from leavingwell.graphql.documents.types import Document
from leavingwell.graphql.ids import with_id
from leavingwell.platform.documents import models


@strawberry.type
class DocumentsQuery:
    @strawberry_django.field(description="A document that was asked for: poll until it is ready or failed.")
    def document(self, info: Info, id: strawberry.ID) -> Document | None:
        return with_id(models.Document.objects.all(), id, "Document")

    @strawberry_django.field(description="The copies of their data that the viewer, a young person, can still fetch.")
    def data_copies(self, info: Info) -> list[Document]:
        since = timezone.now() - models.DATA_LASTS
        rows: Any = models.Document.objects.filter(kind=models.Document.Kind.DATA, requested_at__gt=since)
        mine: Any = rows.filter(requested_by=info.context.viewer)
        return mine
