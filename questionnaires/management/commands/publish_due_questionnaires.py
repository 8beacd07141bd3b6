from typing import Any

from django.core.management import BaseCommand
from django.utils import timezone

from leavingwell.platform.councils.models import Council
from leavingwell.platform.councils.scope import scope
from leavingwell.questionnaires.services.publishing import publish_due


class Command(BaseCommand):
    help = "Publishes the scheduled questionnaires that are due, in every council: what a lost queue forgot."

    def handle(self, *args: Any, **options: Any) -> None:
        for council in Council.objects.order_by("slug"):
            with scope(council):
                for proposal in publish_due(timezone.now()):
                    self.stdout.write(f"{council.slug}: {proposal} {proposal.get_state_display()}")
