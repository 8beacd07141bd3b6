"""A worker's process that dies over a document: with real transactions, since the job runs in a process of its own."""

import os
import signal
from pathlib import Path
from typing import Any

import pytest
from django.db import connections
from rq import Worker

from leavingwell.platform.councils.scope import scope
from leavingwell.platform.documents import making
from leavingwell.platform.documents.models import Document
from leavingwell.platform.documents.services import request_document
from tests.factories import fresh_households
from tests.platform.documents.background import now, work

Status = Document.Status


@pytest.mark.django_db(transaction=True)
def test_a_killed_worker_does_not_leave_it_half_made(
    queue: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    killed = tmp_path / "killed"
    north, _east = fresh_households()

    def render(*_args: Any, **_kwargs: Any) -> bytes:
        if not killed.exists():
            killed.touch()
            os.kill(os.getpid(), signal.SIGKILL)  # the process that the worker forked for this job
        return b"%PDF"

    monkeypatch.setattr(making, "render", render)
    with scope(north.council):
        document = request_document(north.plan, language="en", accessible=False, by=north.owner)
    connections.close_all()
    work(queue, Worker)
    assert killed.exists()
    assert now(north, document).status == Status.READY
