from typing import Any

from django.core.management import BaseCommand

from leavingwell.platform.councils.scope import national_scope
from leavingwell.translations.services.collecting import collect_all


class Command(BaseCommand):
    help = "Brings the translators' workbench in line with all texts, the nation's and every council's. Safe to repeat."

    def handle(self, *args: Any, **options: Any) -> None:
        with national_scope("collect the texts for translators"):
            for name, number in collect_all().items():
                self.stdout.write(f"{name}: {number}")
