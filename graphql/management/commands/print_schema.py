from typing import Any

from django.core.management.base import BaseCommand

from leavingwell.graphql.sdl import sdl


class Command(BaseCommand):
    help = "Prints the GraphQL schema: `manage.py print_schema > schema.graphql`."
    requires_system_checks = []

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(sdl(), ending="")
