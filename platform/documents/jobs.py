"""What the worker does. Neither its log nor the queue ever holds the words of a plan."""

import logging
import traceback
from typing import Any
from uuid import UUID

from rq.job import Job

from leavingwell.platform.councils.jobs import council_job
from leavingwell.platform.councils.scope import scope
from leavingwell.platform.documents.making import make
from leavingwell.platform.documents.models import Document
from leavingwell.platform.documents.services import fail

logger = logging.getLogger(__name__)


class NotMade(Exception):
    """Something unforeseen; the queue tries again."""


def document_of(pk: UUID) -> Document | None:
    found: Document | None = Document.objects.select_related("requested_by").filter(pk=pk).first()
    return found


@council_job
def make_document(document_id: UUID) -> None:
    """Raises `NotMade` without the message of what went wrong, since an engine's may quote the plan."""
    document = document_of(document_id)
    if document is None:
        return
    try:
        make(document)
    except Exception as error:
        steps = "".join(traceback.format_tb(error.__traceback__))
        logger.error("document %s could not be made: %s\n%s", document_id, type(error).__name__, steps)
        raise NotMade(type(error).__name__) from None


def gave_up(job: Job, _connection: Any, *_error: Any) -> None:
    """Called after each try that failed; only the last one counts. (A synchronous queue has but one.)"""
    if job.should_retry and not job.is_failed:
        return
    council_id, document_id = job.args
    with scope(council_id):
        if document := document_of(document_id):
            fail(document, "FAILED")
