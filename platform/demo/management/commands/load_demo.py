from typing import Any

from django.core.management import BaseCommand, CommandParser

from leavingwell.platform.demo.loading import load


class Command(BaseCommand):
    help = "Two made-up councils with people and plans, and demo.json with the sign-ins. Safe to run again."
    requires_system_checks = []  # the start of the demonstration runs them as a step of its own

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--port", type=int, required=True, help="where the demonstration is served")
        parser.add_argument("--scale", type=float, default=1, help="a smaller crowd, for tests: 0.05 is a twentieth")

    def handle(self, *args: Any, port: int, scale: float, **options: Any) -> None:
        load(port, scale, self.stdout.write)
