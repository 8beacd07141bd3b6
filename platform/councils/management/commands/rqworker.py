"""django-rq's worker, which refuses to start while the tenant wall does not stand, and always minds scheduled jobs."""

from argparse import ArgumentParser
from typing import Any

from django_rq.management.commands.rqworker import Command as RQWorkerCommand

from leavingwell.platform.councils.startup import refuse_if_unwalled
from leavingwell.platform.room import with_room


class Command(RQWorkerCommand):
    def add_arguments(self, parser: ArgumentParser) -> None:
        super().add_arguments(parser)  # type: ignore[no-untyped-call]  # django-rq types only a part of itself
        parser.set_defaults(with_scheduler=True)  # of several workers one at a time does it

    @with_room
    def handle(self, *args: Any, **options: Any) -> None:
        refuse_if_unwalled()
        super().handle(*args, **options)  # type: ignore[no-untyped-call]  # django-rq types only a part of itself
