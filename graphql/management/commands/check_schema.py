from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from leavingwell.graphql.sdl import breaking_changes, sdl, unlisted


class Command(BaseCommand):
    help = "Fails when schema.graphql is out of date, or when a change that breaks front ends is not in the changelog."
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--file", type=Path, default=Path("schema.graphql"), help="the committed schema")
        parser.add_argument("--base", type=Path, help="the schema of the last release, to look for broken promises")
        parser.add_argument("--changelog", type=Path, default=Path("CHANGELOG.md"))

    def handle(self, *args: Any, **options: Any) -> None:
        now = sdl()
        if now != text_of(options["file"]):
            raise CommandError(f"{options['file']} is out of date: run `manage.py print_schema > {options['file']}`.")
        if options["base"]:
            self.check_promises(text_of(options["base"]), now, text_of(options["changelog"]))
        self.stdout.write("The schema is as committed.")

    def check_promises(self, before: str, now: str, changelog: str) -> None:
        if broken := unlisted(breaking_changes(before, now), changelog):
            listed = "\n".join(f"- {change}" for change in broken)
            raise CommandError(f"These changes break front ends. List each in the changelog, word for word:\n{listed}")


def text_of(path: Path) -> str:
    """Raises `CommandError` for a file that is not there."""
    try:
        return path.read_text(encoding="utf-8")
    except OSError as problem:
        raise CommandError(f"{path} cannot be read: {problem.strerror}.") from problem
