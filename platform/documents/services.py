"""Asking for a document, making it in the background, and fetching it."""

import hashlib
import logging
from uuid import UUID

import django_rq
from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone

from leavingwell.platform.audit.services import record
from leavingwell.platform.councils.jobs import council_job
from leavingwell.platform.documents.models import Document
from leavingwell.platform.documents.plan_page import plan_page
from leavingwell.platform.documents.rendering import CannotDraw, render
from leavingwell.platform.people.models import Person
from leavingwell.platform.plans.models import Plan

logger = logging.getLogger(__name__)


@transaction.atomic
def request_document(plan: Plan, *, language: str, accessible: bool, by: Person) -> Document:
    """A document to poll; it is made once this transaction is stored."""
    document = Document.objects.create(plan=plan, language=language, accessible=accessible, requested_by=by)
    record("document.requested", document, by=by, young_person_id=plan.young_person_id)
    django_rq.get_queue("default").enqueue(make_document, plan.council_id, document.pk, job_id=str(document.pk))
    return document


@council_job
def make_document(document_id: UUID) -> None:
    """The job. A document that is ready already stays as it is, so that a second run does no harm."""
    document = Document.objects.select_related("plan__young_person__person", "requested_by").get(pk=document_id)
    if document.status == Document.Status.READY:
        return
    Document.objects.filter(pk=document_id).update(status=Document.Status.RENDERING)
    try:
        content = render(plan_page(document), document.language, accessible=document.accessible)
    except CannotDraw:
        fail(document, "CANNOT_DRAW")
    except Exception:
        logger.exception("document %s could not be made", document_id)
        fail(document, "FAILED")
        raise
    else:
        store(document, content)


def store(document: Document, content: bytes) -> None:
    document.file.save("plan.pdf", ContentFile(content), save=False)
    document.status, document.finished_at = Document.Status.READY, timezone.now()
    document.size, document.sha256, document.problem = len(content), hashlib.sha256(content).hexdigest(), ""
    document.save()


def fail(document: Document, problem: str) -> None:
    document.status, document.finished_at, document.problem = Document.Status.FAILED, timezone.now(), problem
    document.save()
