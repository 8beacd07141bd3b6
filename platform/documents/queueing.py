"""Handing a document to the worker."""

import logging

import django_rq
from redis.exceptions import RedisError
from rq import Callback, Retry

from leavingwell.platform.documents.models import Document

logger = logging.getLogger(__name__)
JOB = "leavingwell.platform.documents.jobs.make_document"
GAVE_UP = "leavingwell.platform.documents.jobs.gave_up"


def enqueue(document: Document) -> bool:
    """Whether the queue took it. Called once the row is stored, so that the worker finds it."""
    queue = django_rq.get_queue("default", commit_mode="auto")
    try:
        queue.enqueue(
            JOB,
            document.council_id,
            document.pk,
            job_id=str(document.pk),
            retry=Retry(max=2),
            on_failure=Callback(GAVE_UP),
        )
    except RedisError as error:
        logger.error("document %s could not be queued: %s", document.pk, error)
        return False
    return True
