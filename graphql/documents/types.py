from datetime import datetime
from typing import Any

import strawberry
import strawberry_django
from django.urls import reverse
from strawberry import relay

from leavingwell.graphql.context import Info
from leavingwell.platform.documents import models
from leavingwell.platform.documents.problems import sentence
from leavingwell.platform.documents.visibility import visible_documents

DocumentStatus = models.Document.Status
strawberry.enum(DocumentStatus, name="DocumentStatus", description="Where it stands.")
DocumentKind = models.Document.Kind
strawberry.enum(DocumentKind, name="DocumentKind", description="What it is of.")


@strawberry.type(description="Why a document could not be made.")
class DocumentProblem:
    code: str
    message: str


@strawberry_django.type(models.Document, name="Document", description="A document that was asked for.")
class Document(relay.Node):
    id: relay.NodeID[str]
    status: DocumentStatus
    kind: DocumentKind
    language: str
    accessible: bool = strawberry_django.field(description="Tagged for screen readers (PDF/UA).")
    size: int | None = strawberry_django.field(description="In bytes.")
    sha256: str | None
    requested_at: datetime

    @strawberry_django.field(description="Where to fetch it, once it is ready; the permission is checked there too.")
    def download_url(self, root: strawberry.Parent[models.Document], info: Info) -> str | None:
        if root.status != models.Document.Status.READY or root.has_expired:
            return None
        return str(info.context.request.build_absolute_uri(reverse("document", args=[root.pk])))

    @strawberry_django.field(description="When its file goes: a copy of the data stays for a week, a plan for good.")
    def expires_at(self, root: strawberry.Parent[models.Document]) -> datetime | None:
        return root.expires_at

    @strawberry_django.field
    def problem(self, root: strawberry.Parent[models.Document]) -> DocumentProblem | None:
        return DocumentProblem(code=root.problem, message=sentence(root.problem)) if root.problem else None

    @classmethod
    def get_queryset(cls, queryset: Any, info: Info, **kwargs: Any) -> Any:
        return visible_documents(queryset, info.context.viewer)
