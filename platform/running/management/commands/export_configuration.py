"""Writes what a council has configured into a file."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management import BaseCommand, CommandError

from leavingwell.platform.councils.models import Council
from leavingwell.platform.councils.scope import scope
from leavingwell.platform.problems import Problems
from leavingwell.platform.running.archive import written
from leavingwell.platform.running.services.moving import export_configuration


class Command(BaseCommand):
    help = "export_configuration northmoor northmoor.zip"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("council", help="a council's short name")
        parser.add_argument("file", type=Path)

    def handle(self, *args: Any, council: str, file: Path, **options: Any) -> None:
        found = Council.objects.filter(slug=council).first()
        if found is None:
            raise CommandError(f"There is no council '{council}'.")
        try:
            with scope(found):
                file.write_bytes(written(export_configuration(by=None)))
        except (Problems, OSError) as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"Written: {file}")
