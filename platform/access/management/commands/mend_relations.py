from argparse import ArgumentParser
from typing import Any

from django.core.management import BaseCommand, CommandError

from leavingwell.platform.access.drift import Drift, drift
from leavingwell.platform.access.services.mending import mend
from leavingwell.platform.councils.models import Council
from leavingwell.platform.councils.scope import scope


class Command(BaseCommand):
    help = "Compares who may see whom with the records, in every council, and puts it right."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--check", action="store_true", help="change nothing; fail where something is not right")

    def handle(self, *args: Any, check: bool, **options: Any) -> None:
        found = {council: self.look(council, check) for council in Council.objects.all()}
        if check and any(found.values()):
            raise CommandError("Some relations are not what the records say. Run this without --check.")

    def look(self, council: Council, check: bool) -> Drift:
        """Ids alone: a log is no place for names."""
        with scope(council):
            found = drift() if check else mend(council, by=None)
        for word, ones in (("missing", found.missing), ("surplus", found.surplus)):
            for one in sorted(ones, key=str):
                self.stdout.write(f"{council.slug}: {word} {one.relation} account {one.user_id} {one.young_person_id}")
        self.stdout.write(f"{council.slug}: {len(found.missing)} missing, {len(found.surplus)} surplus")
        return found
