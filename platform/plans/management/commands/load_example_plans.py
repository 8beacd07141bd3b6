from typing import Any

from django.core.management import BaseCommand

from leavingwell.platform.plans.services.examples import load_example_plans


class Command(BaseCommand):
    help = "Brings the national example plans in line with their data files. Safe to run again."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"Loaded: {load_example_plans()} example plans")
