"""Documents in the background: after the commit, by a real worker, again after trouble, and never silently for ever."""

import hashlib
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.utils import timezone
from django_rq import settings as rq_settings

from leavingwell.platform.audit.models import AuditEntry
from leavingwell.platform.councils.scope import scope
from leavingwell.platform.documents import making
from leavingwell.platform.documents.jobs import make_document
from leavingwell.platform.documents.making import store
from leavingwell.platform.documents.models import Document
from leavingwell.platform.documents.rendering import CannotDraw
from leavingwell.platform.documents.services import request_document
from leavingwell.platform.plans.services.comments import add_comment
from tests.factories import Household
from tests.platform.documents.background import now, work
from tests.platform.documents.pdf import text_in

Status = Document.Status
SECRET = "I sleep in my coat"


Ask = Callable[..., Document]


@pytest.fixture
def ask(django_capture_on_commit_callbacks: Any) -> Ask:
    """Asks for a document, as a request does whose transaction is then stored."""

    def requested(household: Household, **given: Any) -> Document:
        given = {"language": "en", "accessible": False, "by": household.owner, **given}
        with scope(household.council), django_capture_on_commit_callbacks(execute=True):
            return request_document(household.plan, **given)

    return requested


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
