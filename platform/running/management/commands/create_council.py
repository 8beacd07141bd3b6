"""Opens a council from the command line: the wizard's own service, with the same checks."""

from argparse import ArgumentParser
from typing import Any

from django.core.management import BaseCommand, CommandError

from leavingwell.platform.councils.scope import national_scope
from leavingwell.platform.problems import Problems
from leavingwell.platform.running.services.opening import NewCouncil, start_council


class Command(BaseCommand):
    help = (
        "create_council north-moor 'North Moor Council' leavingcare.northmoor.gov.uk "
        "--admin-name 'Hazel Smith' --admin-email hazel@northmoor.gov.uk --language ar --language pl"
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("slug", help="short name: small letters, numbers and hyphens")
        parser.add_argument("name")
        parser.add_argument("host", help="host name of the portal, without a port")
        parser.add_argument("--admin-name", required=True, help="the first administrator, who is invited by e-mail")
        parser.add_argument("--admin-email", required=True)
        parser.add_argument("--language", action="append", default=[], dest="languages", help="beside English")
        parser.add_argument("--default-language", default="en")
        parser.add_argument("--template", default="plain", help="plain, example:NAME or council:SHORT-NAME")
        parser.add_argument("--port", type=int, default=80)

    def handle(self, *args: Any, **options: Any) -> None:
        new = NewCouncil(**{name: options[name] for name in NewCouncil.__dataclass_fields__ if name in options})
        try:
            with national_scope("open a council"):
                council = start_council(new, by=None)
        except Problems as refused:
            lines = [f"{problem.field or 'council'}: {problem.message}" for problem in refused.problems]
            raise CommandError("\n".join(lines)) from refused
        self.stdout.write(f"{council.name} is open at {council.host}; {new.admin_email} is invited.")
