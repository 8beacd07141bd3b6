"""A worker that works off a real queue in the test's own process."""

from typing import Any

from rq import SimpleWorker, Worker

from leavingwell.platform.councils.scope import current, scope
from leavingwell.platform.documents.models import Document
from tests.factories import Household


def work(queue: Any, worker: type[Worker] = SimpleWorker) -> None:
    """Until nothing is left to do; outside every scope, as a worker is."""
    assert current() is None
    worker([queue], connection=queue.connection).work(burst=True)


def now(household: Household, document: Document) -> Document:
    with scope(household.council):
        return Document.objects.get(pk=document.pk)
