"""What the scheduler starts for plans."""

from leavingwell.platform.councils.jobs import council_job, in_every_council
from leavingwell.platform.plans.services import reminding


@council_job
def remind() -> int:
    return reminding.remind()


def remind_every_council() -> None:
    in_every_council(remind, "reminders of one council")
