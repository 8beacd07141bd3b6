"""Downloads, for those who may read the plan."""

from uuid import UUID

from django.http import FileResponse, Http404
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from leavingwell.platform.audit.services import record
from leavingwell.platform.documents.models import Document
from leavingwell.platform.documents.visibility import visible_documents
from leavingwell.platform.people.authentication import viewer_from
from leavingwell.platform.people.request import Request

FILES = {
    Document.Kind.PLAN: ("plan.pdf", "application/pdf"),
    Document.Kind.DATA: ("my-data.zip", "application/zip"),
}


@never_cache
@require_safe
def download(request: Request, pk: UUID) -> FileResponse:
    """The file, as an attachment whose name says nothing. Another's, another council's and a lost one are all 404."""
    viewer = viewer_from(request)
    ready = Document.objects.filter(pk=pk, status=Document.Status.READY)
    document = visible_documents(ready, viewer).select_related("plan").first()
    if document is None or document.has_expired:
        raise Http404
    try:
        file = document.file.open("rb")
    except (FileNotFoundError, ValueError) as lost:  # ValueError: the row has no file any more
        raise Http404 from lost
    if request.method == "GET":
        what = "data.downloaded" if document.kind == Document.Kind.DATA else "document.downloaded"
        record(what, document, by=viewer, young_person_id=document.plan.young_person_id)
    name, content_type = FILES[Document.Kind(document.kind)]
    return FileResponse(file, as_attachment=True, filename=name, content_type=content_type)
