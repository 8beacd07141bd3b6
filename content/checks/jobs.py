"""What the scheduler starts for checks, and what an editor may start."""

import django_rq
from django.core.cache import cache

from leavingwell.content.checks import checking_links, keeping
from leavingwell.platform.councils.jobs import TIME, council_job, in_every_council

PAUSE = 10 * 60  # seconds between two checks that somebody asks for


@council_job
def check_links() -> int:
    return checking_links.check_links()


@council_job
def check_pages() -> int:
    return keeping.check_every_page()


def check_links_everywhere() -> None:
    in_every_council(check_links, "links of one council")


def check_pages_everywhere() -> None:
    in_every_council(check_pages, "pages of one council")


def start_check(council_id: int) -> bool:
    """Whether a check was started: not again so soon."""
    if not cache.add(f"link-check:{council_id}", 1, PAUSE):
        return False
    queue = django_rq.get_queue("default", commit_mode="auto")
    queue.enqueue(check_links, council_id, job_timeout=TIME, description="links of one council")
    return True
