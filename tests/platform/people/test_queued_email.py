"""In production the worker sends the e-mails: the request queues them, and no log holds what they say."""

import logging
from typing import Any

import django_rq
import pytest
from django.core import mail
from django.test import Client, override_settings
from rq import SimpleWorker
from rq.job import Job

from leavingwell.platform.people import queued_email
from tests.factories import Household

BY_QUEUE = override_settings(
    EMAIL_BACKEND="leavingwell.platform.people.queued_email.QueuedEmailBackend",
    EMAIL_DELIVERY_BACKEND="django.core.mail.backends.locmem.EmailBackend",
)


def ask_for_code(house: Household) -> None:
    client = Client(HTTP_HOST=house.council.host)
    assert client.post("/accounts/login/code/", {"email": house.owner.user.email}).status_code == 302


@BY_QUEUE
def test_the_worker_sends_it(
    north: Household, queue: Any, caplog: pytest.LogCaptureFixture, django_capture_on_commit_callbacks: Any
) -> None:
    caplog.set_level(logging.DEBUG)
    with django_capture_on_commit_callbacks(execute=True):
        ask_for_code(north)
    assert (len(mail.outbox), queue.count) == (0, 1)
    SimpleWorker([queue], connection=queue.connection).work(burst=True)
    (letter,) = mail.outbox
    assert letter.to == [north.owner.user.email]
    assert letter.to[0] not in caplog.text


@BY_QUEUE
def test_it_tries_again_and_forgets_it_soon(
    north: Household, queue: Any, monkeypatch: pytest.MonkeyPatch, django_capture_on_commit_callbacks: Any
) -> None:
    tries: list[int] = []

    def refused(_backend: str) -> None:
        tries.append(1)
        raise ConnectionRefusedError

    monkeypatch.setattr(queued_email, "get_connection", refused)
    with django_capture_on_commit_callbacks(execute=True):
        ask_for_code(north)
    SimpleWorker([queue], connection=queue.connection).work(burst=True)
    assert len(tries) == 1 + queued_email.TRIES
    (failed,) = queue.failed_job_registry.get_job_ids()
    assert 0 < queue.connection.ttl(Job.key_for(failed)) <= queued_email.KEPT
    assert django_rq.get_queue("default").count == 0
