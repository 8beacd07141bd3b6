"""Asking for a document. It is made by a worker (`making`), so that a web process never loads the engines."""

from datetime import timedelta
from functools import partial

from django.db import transaction
from django.utils import timezone

from leavingwell.platform.audit.services import record
from leavingwell.platform.councils.scope import scope
from leavingwell.platform.documents.models import Document
from leavingwell.platform.documents.queueing import enqueue
from leavingwell.platform.people.models import Person
from leavingwell.platform.plans.models import Plan

Status = Document.Status
GIVEN_UP_AFTER = timedelta(minutes=15)  # all tries of a job are over by then


@transaction.atomic
def request_document(plan: Plan, *, language: str, accessible: bool, by: Person) -> Document:
    """A document to poll: it is made once this transaction is stored.

    While the queue does not answer it is FAILED at once, with the problem `NOT_STARTED`, and can be asked for again.
    """
    give_up_on_forgotten(plan)
    document: Document = Document.objects.create(plan=plan, language=language, accessible=accessible, requested_by=by)
    record("document.requested", document, by=by, young_person_id=plan.young_person_id)
    transaction.on_commit(partial(start, document))
    return document


def give_up_on_forgotten(plan: Plan) -> None:
    """Nobody waits for ever for a document whose worker was killed again and again."""
    forgotten = Document.objects.filter(plan=plan, status__in=[Status.WAITING, Status.RENDERING])
    forgotten.filter(requested_at__lt=timezone.now() - GIVEN_UP_AFTER).update(
        status=Status.FAILED, problem="FAILED", finished_at=timezone.now()
    )


def start(document: Document) -> None:
    """Once the row is stored, whether or not the caller's scope is still open."""
    if not enqueue(document):
        with scope(document.council_id):
            fail(document, "NOT_STARTED")


def fail(document: Document, problem: str) -> None:
    document.status, document.finished_at, document.problem = Status.FAILED, timezone.now(), problem
    Document.objects.filter(pk=document.pk).exclude(status=Status.READY).update(
        status=document.status, finished_at=document.finished_at, problem=problem
    )
