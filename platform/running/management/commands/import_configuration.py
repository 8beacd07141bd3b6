"""Brings a configuration file into a council, or says what it would change."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management import BaseCommand, CommandError

from leavingwell.platform.councils.models import Council
from leavingwell.platform.councils.scope import scope
from leavingwell.platform.problems import Problems
from leavingwell.platform.running.reading import read
from leavingwell.platform.running.services.moving import Plan, bring_in, preview
from leavingwell.platform.running.telling import lines


class Command(BaseCommand):
    help = "import_configuration northmoor northmoor.zip --dry-run"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("council", help="a council's short name")
        parser.add_argument("file", type=Path)
        parser.add_argument("--dry-run", action="store_true", help="only say what would change")

    def handle(self, *args: Any, council: str, file: Path, dry_run: bool, **options: Any) -> None:
        found = Council.objects.filter(slug=council).first()
        if found is None:
            raise CommandError(f"There is no council '{council}'.")
        try:
            data = file.read_bytes()
            with scope(found):
                plan = self.run(data, dry_run)
        except Problems as refused:
            raise CommandError("\n".join(str(problem.message) for problem in refused.problems)) from refused
        except OSError as error:
            raise CommandError(str(error)) from error
        for line in lines(plan):
            self.stdout.write(line)
        self.stdout.write("Nothing was changed." if dry_run or not plan.changes_anything else "Done.")

    def run(self, data: bytes, dry_run: bool) -> Plan:
        archive = read(data)
        return preview(archive, by=None) if dry_run else bring_in(archive, None, by=None)
