"""Starting an import. A worker reads and compares: see `reading`."""

import gzip
import logging
from functools import partial

import django_rq
from django.db import transaction
from django.utils.translation import gettext_lazy as _
from redis.exceptions import RedisError
from rq import Callback, Retry

from leavingwell.content.models import DirectoryFeed, DirectoryImport
from leavingwell.content.open_referral.faults import NotRead, words
from leavingwell.content.open_referral.taking.parsing import LARGEST
from leavingwell.content.services.directory.progress import State, move, seems_dead
from leavingwell.platform.audit.services import record
from leavingwell.platform.people.models import Person
from leavingwell.platform.problems import ProblemCode, invalid, refuse, wrong_state

logger = logging.getLogger(__name__)
JOBS = "leavingwell.content.open_referral.jobs"
TIME = 30 * 60  # seconds
AGAIN_AFTER = [20, 120]  # seconds
KEPT = 20  # imports of one directory


def enqueue(run: DirectoryImport, job: str) -> None:
    """A queue that does not answer leaves it waiting: the screen offers to carry on."""
    queue = django_rq.get_queue("default", commit_mode="auto")
    try:
        queue.enqueue(
            f"{JOBS}.{job}",
            run.council_id,
            run.pk,
            job_timeout=TIME,
            retry=Retry(max=len(AGAIN_AFTER), interval=AGAIN_AFTER),
            on_failure=Callback(f"{JOBS}.gave_up"),
            description=job,  # the queue shows no addresses
        )
    except RedisError as error:
        logger.error("import %s could not be queued: %s", run.pk, error)


def check_idle(feed: DirectoryFeed) -> None:
    """One at a time. One that is only looked at makes room for a newer one."""
    DirectoryFeed.objects.select_for_update().get(pk=feed.pk)
    going = feed.imports.exclude(state__in=[State.DONE, State.FAILED, State.LEFT])
    for run in going:
        if run.is_moving and not seems_dead(run):
            raise refuse(ProblemCode.CONFLICT, _("An import of this directory is going on."))
        move(run, state=State.LEFT, payload=None)


def forget_old(feed: DirectoryFeed) -> None:
    kept = feed.imports.order_by("-started_at").values_list("pk", flat=True)[:KEPT]
    feed.imports.exclude(pk__in=list(kept)).delete()


def check_file(data: bytes) -> None:
    if not data.strip():
        raise invalid(words(["empty"]), "file")
    if len(data) > LARGEST:
        raise refuse(ProblemCode.TOO_LARGE, words(NotRead("too_large", LARGEST // 1024 // 1024).fault), "file")


@transaction.atomic
def start_import(
    feed: DirectoryFeed,
    *,
    by: Person | None,
    data: bytes | None = None,
    file_name: str = "",
    is_whole: bool = True,
    queued: bool = True,
) -> DirectoryImport:
    """From a file's `data`, else from the directory's address. `queued=False`: the caller reads it by itself.

    Raises INVALID when there is neither, TOO_LARGE, and CONFLICT while another one of the directory goes on.
    """
    if data is None and not feed.address:
        raise wrong_state(_("This directory has no address. Choose a file."))
    if data is not None:
        check_file(data)
    check_idle(feed)
    forget_old(feed)
    run: DirectoryImport = DirectoryImport.objects.create(
        feed=feed,
        by=by,
        payload=None if data is None else gzip.compress(data, compresslevel=3),
        file_name=(file_name or "directory.json")[-150:] if data is not None else "",
        is_whole=is_whole,
        publishes=feed.publishes,
    )
    record("directory.import_started", run, by=by, changes={"directory": [None, feed.name]})
    if queued:
        transaction.on_commit(partial(enqueue, run, "read_directory"))
    return run
