from typing import Any

from django.core.management import BaseCommand

from leavingwell.questionnaires.services.loading import load_framework


class Command(BaseCommand):
    help = "Brings the national questionnaire in line with its data file. Safe to run again."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"Loaded: {load_framework(with_drafts=True).name}")
