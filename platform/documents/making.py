"""Making the file of a document."""

import hashlib

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone

from leavingwell.platform.documents.data.making import make_data
from leavingwell.platform.documents.models import Document, path_of
from leavingwell.platform.documents.plan_page import plan_page
from leavingwell.platform.documents.rendering import CannotDraw, render
from leavingwell.platform.documents.services import fail

Status = Document.Status


def make(document: Document) -> None:
    """Makes the file, unless it is made already: a second run, or one after a killed worker, does no harm."""
    if document.status == Status.READY:
        return
    Document.objects.filter(pk=document.pk).exclude(status=Status.READY).update(status=Status.RENDERING)
    if document.kind == Document.Kind.DATA:
        make_data(document)
        return
    try:
        content = render(plan_page(document), document.language, accessible=document.accessible)
    except CannotDraw as problem:
        fail(document, problem.code)
    else:
        store(document, content)


@transaction.atomic
def store(document: Document, content: bytes) -> None:
    """Keeps the file of whichever run comes first."""
    stored = Document.objects.select_for_update().get(pk=document.pk)
    if stored.status == Status.READY:
        return
    stored.file.storage.delete(path_of(stored, ""))  # of a run that was killed between its file and its row
    stored.file.save("plan.pdf", ContentFile(content), save=False)
    stored.status, stored.finished_at, stored.problem = Status.READY, timezone.now(), ""
    stored.size, stored.sha256 = len(content), hashlib.sha256(content).hexdigest()
    stored.save()
