from typing import Any

from django.core.management import BaseCommand

from leavingwell.platform.access.documentation import page


class Command(BaseCommand):
    help = "Prints docs/permissions.md: who may do what."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(page(), ending="")
