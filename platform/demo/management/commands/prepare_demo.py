from typing import Any

from django.core.management import BaseCommand, CommandParser, call_command

from leavingwell.platform.councils.scope import national_scope
from leavingwell.platform.demo.loading import load
from leavingwell.platform.room import with_room
from leavingwell.translations.models import Area, TranslationUnit
from leavingwell.translations.services.collecting import collect_all


class Command(BaseCommand):
    """All that comes before serving, in one process: loading the code is the longest part of a second start."""

    help = "Tables, system checks and the demonstration's data."
    requires_system_checks = []  # they need the tables

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--port", type=int, required=True, help="where the demonstration is served")

    @with_room
    def handle(self, *args: Any, port: int, **options: Any) -> None:
        call_command("migrate", interactive=False, verbosity=0)
        call_command("check", databases=["default"], fail_level="WARNING")
        load(port, 1, self.stdout.write)
        with national_scope("texts of the demonstration for translators"):
            if not TranslationUnit.objects.filter(area=Area.PORTAL).exists():
                collect_all()
