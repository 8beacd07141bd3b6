"""What the scheduler starts for documents."""

from leavingwell.platform.councils.jobs import council_job, in_every_council
from leavingwell.platform.documents.data import requesting


@council_job
def remove_expired() -> int:
    return requesting.remove_expired()


def remove_expired_everywhere() -> None:
    in_every_council(remove_expired, "old copies of data of one council")
