"""A directory from the command line: what it would change, or all of it."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management import BaseCommand, CommandError
from django.utils import translation

from leavingwell.content.models import DirectoryFeed, DirectoryImport
from leavingwell.content.open_referral.faults import words
from leavingwell.content.services.directory.applying import apply_import
from leavingwell.content.services.directory.deciding import carry_out, leave
from leavingwell.content.services.directory.progress import State
from leavingwell.content.services.directory.reading import read_import
from leavingwell.content.services.directory.starting import start_import
from leavingwell.platform.councils.models import Council
from leavingwell.platform.councils.scope import scope
from leavingwell.platform.problems import Problems
from leavingwell.translations.languages import SOURCE


class Command(BaseCommand):
    help = "Takes what is new and changed from a service directory of a council (set up in the admin). Ours stays."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("council", help="its short name")
        parser.add_argument("directory", help="the directory's name, as in the admin")
        parser.add_argument("--file", type=Path, help="instead of the directory's address")
        parser.add_argument("--whole", action="store_true", help="the file holds the whole directory")
        parser.add_argument("--dry-run", action="store_true", help="say what would change, and change nothing")
        parser.add_argument("--publish", action="store_true", help="on the portal at once, instead of as drafts")

    def handle(self, *args: Any, council: str, directory: str, **options: Any) -> None:
        found = Council.objects.filter(slug=council).first()
        if found is None:
            raise CommandError(f"There is no council '{council}'.")
        with scope(found), translation.override(SOURCE):
            try:
                self.take(directory, options)
            except Problems as refused:
                raise CommandError("; ".join(str(problem.message) for problem in refused.problems)) from None

    def take(self, directory: str, options: dict[str, Any]) -> None:
        feed = DirectoryFeed.objects.filter(name=directory).first()
        if feed is None:
            raise CommandError(f"There is no directory '{directory}'.")
        run = self.read(feed, options)
        self.tell(run)
        if options["dry_run"]:
            leave(run, by=None)
            return
        carry_out(run, publishes=options["publish"] or feed.publishes, by=None, queued=False)
        apply_import(run.pk)
        run.refresh_from_db()
        self.stdout.write(f"Written: {run.counts['results'] or 'nothing'}")

    def read(self, feed: DirectoryFeed, options: dict[str, Any]) -> DirectoryImport:
        file: Path | None = options["file"]
        try:
            data = file.read_bytes() if file else None
        except OSError as error:
            raise CommandError(str(error)) from None
        is_whole = options["whole"] or file is None
        name = file.name if file else ""
        run = start_import(feed, by=None, data=data, file_name=name, is_whole=is_whole, queued=False)
        read_import(run.pk)
        run.refresh_from_db()
        if run.state == State.FAILED:
            raise CommandError(words(run.problem))
        return run

    def tell(self, run: DirectoryImport) -> None:
        self.stdout.write(", ".join(f"{number} {kind}" for kind, number in run.counts.items() if number))
        for row in run.rows.exclude(faults=[]):
            self.stdout.write(f"row {row.position} {row.name}: {' '.join(map(words, row.faults))}")
