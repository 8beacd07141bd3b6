from typing import Any

from django.core.management import BaseCommand, call_command

from leavingwell.content.services.topics import load_national_content


class Command(BaseCommand):
    help = "Brings all that is national in line with its data files. Safe to run again."

    def handle(self, *args: Any, **options: Any) -> None:
        call_command("load_framework", stdout=self.stdout)
        call_command("load_example_plans", stdout=self.stdout)
        load_national_content()
        self.stdout.write("Loaded: topics, help lines, glossary, offers and pages")
        call_command("collect_translations", stdout=self.stdout)
