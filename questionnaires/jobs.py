"""What the worker does for questionnaires."""

from django.utils import timezone

from leavingwell.platform.councils.jobs import council_job
from leavingwell.questionnaires.services.publishing import publish_due


@council_job
def publish_due_questionnaires() -> None:
    """Run by the queue's scheduler at the time of each scheduled draft."""
    publish_due(timezone.now())
