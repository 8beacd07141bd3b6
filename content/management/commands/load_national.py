from typing import Any

from django.core.management import BaseCommand, call_command

from leavingwell.content.services.topics import load_national_content


class Command(BaseCommand):
    help = "Brings everything national in line with its data files: the framework and the content. Safe to run again."

    def handle(self, *args: Any, **options: Any) -> None:
        call_command("load_framework", stdout=self.stdout)
        load_national_content()
        self.stdout.write("Loaded: topics, help lines and glossary")
