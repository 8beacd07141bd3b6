from typing import Any

from django.core.management.base import BaseCommand

from leavingwell.platform.councils.models import Council
from leavingwell.platform.councils.scope import scope
from leavingwell.platform.documents.data.requesting import remove_expired


class Command(BaseCommand):
    help = "Takes away the files of copies of data that are older than a week, in every council. Run it every day."

    def handle(self, *args: Any, **options: Any) -> None:
        for council in Council.objects.all():
            with scope(council):
                removed = remove_expired()
            if removed:
                self.stdout.write(f"{council.slug}: {removed}")
