"""Documents in the background: after the commit, by a real worker, again after trouble, and never silently for ever."""

import hashlib
import os
import signal
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import django_rq
import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.db import connections
from django.utils import timezone
from django_rq import settings as rq_settings
from rq import SimpleWorker, Worker

from leavingwell.platform.audit.models import AuditEntry
from leavingwell.platform.councils.scope import current, scope
from leavingwell.platform.documents import making
from leavingwell.platform.documents.jobs import make_document
from leavingwell.platform.documents.making import store
from leavingwell.platform.documents.models import Document
from leavingwell.platform.documents.rendering import CannotDraw
from leavingwell.platform.documents.services import request_document
from leavingwell.platform.plans.services.comments import add_comment
from tests.factories import Household
from tests.platform.documents.pdf import text_in

Status = Document.Status
SECRET = "I sleep in my coat"


@pytest.fixture
def queue(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """A real queue, each test process having its own."""
    number = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw")) + 4
    url = f"{settings.RQ_QUEUES['default']['URL'].partition('?')[0]}?db={number}"
    monkeypatch.setitem(rq_settings.QUEUES, "default", {"URL": url, "DEFAULT_TIMEOUT": 60})
    found = django_rq.get_queue("default")
    found.connection.flushdb()
    yield found
    found.connection.flushdb()


Ask = Callable[..., Document]


@pytest.fixture
def ask(django_capture_on_commit_callbacks: Any) -> Ask:
    """Asks for a document, as a request does whose transaction is then stored."""

    def requested(household: Household, **given: Any) -> Document:
        given = {"language": "en", "accessible": False, "by": household.owner, **given}
        with scope(household.council), django_capture_on_commit_callbacks(execute=True):
            return request_document(household.plan, **given)

    return requested


def work(queue: Any, worker: type[Worker] = SimpleWorker) -> None:
    """Until nothing is left to do; outside every scope, as a worker is."""
    assert current() is None
    worker([queue], connection=queue.connection).work(burst=True)


def now(household: Household, document: Document) -> Document:
    with scope(household.council):
        return Document.objects.get(pk=document.pk)


def test_a_worker_makes_what_was_asked_for(ask: Ask, north: Household, queue: Any) -> None:
    with scope(north.council):
        add_comment(north.plan, body=SECRET, by=north.owner, language="en", part="what_matters")
    document = ask(north)
    assert (now(north, document).status, queue.count) == (Status.WAITING, 1)
    work(queue)
    made = now(north, document)
    content = made.file.read()
    assert (made.status, made.problem, made.size) == (Status.READY, "", len(content))
    assert made.sha256 == hashlib.sha256(content).hexdigest()
    assert made.finished_at is not None
    assert SECRET in text_in(content)
    assert made.file.name == f"{north.council.pk}/{document.pk}.pdf"
    with scope(north.council):
        assert AuditEntry.objects.filter(action="document.requested", subject_id=str(document.pk)).count() == 1


def test_nothing_is_queued_before_the_row_is_stored(
    north: Household, queue: Any, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks() as after_commit, scope(north.council):
        request_document(north.plan, language="en", accessible=False, by=north.owner)
    assert queue.count == 0
    for callback in after_commit:
        callback()
    assert queue.count == 1


def test_it_tries_again_after_something_unforeseen(
    ask: Ask, north: Household, queue: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries: list[str] = []

    def render(*_args: Any, **_kwargs: Any) -> bytes:
        tries.append(now(north, document).status)
        if len(tries) < 3:
            raise RuntimeError(SECRET)
        return b"%PDF"

    monkeypatch.setattr(making, "render", render)
    document = ask(north)
    work(queue)
    assert tries == [Status.RENDERING] * 3
    assert now(north, document).status == Status.READY


def test_it_gives_up_in_the_end_and_keeps_no_words_in_log_or_queue(
    ask: Ask, north: Household, queue: Any, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def render(*_args: Any, **_kwargs: Any) -> bytes:
        raise RuntimeError(SECRET)

    monkeypatch.setattr(making, "render", render)
    document = ask(north)
    work(queue)
    failed = now(north, document)
    assert (failed.status, failed.problem) == (Status.FAILED, "FAILED")
    assert failed.finished_at is not None
    stored = [queue.connection.dump(key) or b"" for key in queue.connection.keys("*")]
    assert str(document.pk) in " ".join(key.decode() for key in queue.connection.keys("*"))
    assert not any(SECRET.encode() in dump for dump in stored)
    job = queue.fetch_job(str(document.pk))
    assert "RuntimeError" in job.latest_result().exc_string
    assert SECRET not in job.latest_result().exc_string
    assert SECRET not in caplog.text


def test_what_cannot_be_drawn_is_said_at_once(
    ask: Ask, north: Household, queue: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries: list[int] = []

    def render(*_args: Any, **_kwargs: Any) -> bytes:
        tries.append(1)
        raise CannotDraw("LETTERS_MISSING")

    monkeypatch.setattr(making, "render", render)
    document = ask(north)
    work(queue)
    failed = now(north, document)
    assert (failed.status, failed.problem, len(tries)) == (Status.FAILED, "LETTERS_MISSING", 1)


def test_a_second_run_does_no_harm(ask: Ask, north: Household, queue: Any) -> None:
    document = ask(north)
    work(queue)
    first = now(north, document)
    make_document(north.council.pk, document.pk)
    with scope(north.council):
        store(document, b"of a slower run that began before")
    second = now(north, document)
    assert (second.sha256, second.finished_at, second.file.name) == (first.sha256, first.finished_at, first.file.name)
    folder = Path(second.file.storage.location) / str(north.council.pk)
    assert len(list(folder.glob(f"{document.pk}*"))) == 1


def test_one_that_was_left_while_being_made_can_be_made(ask: Ask, north: Household, queue: Any) -> None:
    document = ask(north)
    with scope(north.council):
        Document.objects.filter(pk=document.pk).update(status=Status.RENDERING)
        document.file.storage.save(f"{north.council.pk}/{document.pk}.pdf", ContentFile(b"half"))
    make_document(north.council.pk, document.pk)
    made = now(north, document)
    assert made.status == Status.READY
    assert made.file.name == f"{north.council.pk}/{document.pk}.pdf"


def test_nobody_waits_for_ever(ask: Ask, north: Household, queue: Any) -> None:
    lost, recent, ready = ask(north), ask(north), ask(north)
    old = timezone.now() - timedelta(hours=1)
    with scope(north.council):
        Document.objects.filter(pk=lost.pk).update(status=Status.RENDERING, requested_at=old)
        Document.objects.filter(pk=ready.pk).update(status=Status.READY, requested_at=old)
    ask(north)
    assert (now(north, lost).status, now(north, lost).problem) == (Status.FAILED, "FAILED")
    assert (now(north, recent).status, now(north, ready).status) == (Status.WAITING, Status.READY)


def test_a_queue_that_does_not_answer_is_said_at_once(
    ask: Ask, north: Household, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(rq_settings.QUEUES, "default", {"URL": "redis://127.0.0.1:9/0", "DEFAULT_TIMEOUT": 60})
    document = ask(north)
    assert (document.status, document.problem) == (Status.FAILED, "NOT_STARTED")
    assert (now(north, document).status, now(north, document).problem) == (Status.FAILED, "NOT_STARTED")


def test_a_job_sees_only_the_council_it_was_given(ask: Ask, north: Household, east: Household, queue: Any) -> None:
    document = ask(north)
    make_document(east.council.pk, document.pk)
    assert now(north, document).status == Status.WAITING


@pytest.mark.django_db(transaction=True)
def test_a_killed_worker_does_not_leave_it_half_made(
    north: Household, queue: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    killed = tmp_path / "killed"

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
