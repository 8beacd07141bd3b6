from typing import Any

import strawberry
import strawberry_django

from leavingwell.graphql.context import Info
from leavingwell.graphql.documents.types import Document
from leavingwell.graphql.ids import uuid_of
from leavingwell.platform.documents import models


@strawberry.type
class DocumentsQuery:
    @strawberry_django.field(description="A document that was asked for: poll until it is ready or failed.")
    def document(self, info: Info, id: strawberry.ID) -> Document | None:
        rows: Any = models.Document.objects.filter(pk=uuid_of(id, "Document"))
        return rows
