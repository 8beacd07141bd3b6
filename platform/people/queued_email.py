"""E-mails by way of the job worker: no request waits for the mail server, nor tells by its time who has an account."""

from collections.abc import Sequence
from typing import Any

import django_rq
from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from rq import Retry

TRIES = 5
KEPT = 15 * 60  # seconds that one which could not be sent stays in the queue's register: as long as a code is good


class QueuedEmailBackend(BaseEmailBackend):
    """Takes e-mails for `EMAIL_DELIVERY_BACKEND`. Raises redis's errors when the queue does not answer."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        queue = django_rq.get_queue("default", commit_mode="auto")
        for message in email_messages:
            message.connection = None  # ourselves; the worker opens one of its own
            # The description is what the worker logs of a job: by default its arguments, and so what is written.
            queue.enqueue(
                deliver, message, description="an e-mail", retry=Retry(max=TRIES), result_ttl=0, failure_ttl=KEPT
            )
        return len(email_messages)


def deliver(message: Any) -> None:
    get_connection(settings.EMAIL_DELIVERY_BACKEND).send_messages([message])
