"""Runs another command inside a scope, without which it would see no council's rows."""

from argparse import REMAINDER, ArgumentParser
from typing import Any

from django.core.management import BaseCommand, CommandError, call_command

from leavingwell.platform.councils.models import Council
from leavingwell.platform.councils.scope import national_scope, scope


class Command(BaseCommand):
    help = 'within national "why" update_index   |   within northmoor "why" dumpdata plans'

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("whose", help="'national' or a council's short name")
        parser.add_argument("reason")
        parser.add_argument("rest", nargs=REMAINDER)

    def handle(self, *args: Any, whose: str, reason: str, rest: list[str], **options: Any) -> None:
        if not rest:
            raise CommandError("Say which command to run.")
        with national_scope(reason) if whose == "national" else scope(self.council(whose)):
            call_command(*rest)

    def council(self, slug: str) -> Council:
        try:
            return Council.objects.get(slug=slug)
        except Council.DoesNotExist:
            raise CommandError(f"There is no council '{slug}'.") from None
