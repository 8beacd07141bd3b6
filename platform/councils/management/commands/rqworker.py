"""django-rq's worker, which refuses to start while the tenant wall does not stand."""

from typing import Any

from django_rq.management.commands.rqworker import Command as RQWorkerCommand

from leavingwell.platform.councils.startup import refuse_if_unwalled


class Command(RQWorkerCommand):
    def handle(self, *args: Any, **options: Any) -> None:
        refuse_if_unwalled()
        super().handle(*args, **options)  # type: ignore[no-untyped-call]  # django-rq types only a part of itself
