"""Downloads, for those who may read the plan."""

from uuid import UUID

from django.http import FileResponse, Http404
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from leavingwell.platform.access.operations import Operation
from leavingwell.platform.access.permissions import visible
from leavingwell.platform.audit.services import record
from leavingwell.platform.documents.models import Document
from leavingwell.platform.people.authentication import viewer_from
from leavingwell.platform.people.request import Request


@never_cache
@require_safe
def download(request: Request, pk: UUID) -> FileResponse:
    """The file, as an attachment whose name says nothing. Another's, another council's and a lost one are all 404."""
    viewer = viewer_from(request)
    ready = Document.objects.filter(pk=pk, status=Document.Status.READY)
    document = visible(ready, viewer, Operation.REQUEST_DOCUMENT, "plan__young_person").select_related("plan").first()
    if document is None:
        raise Http404
    try:
        file = document.file.open("rb")
    except FileNotFoundError as lost:
        raise Http404 from lost
    if request.method == "GET":
        record("document.downloaded", document, by=viewer, young_person_id=document.plan.young_person_id)
    return FileResponse(file, as_attachment=True, filename="plan.pdf", content_type="application/pdf")
