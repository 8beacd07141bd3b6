"""What the worker does for imports of directories. An import that fails unexpectedly is tried again, then says so."""

import logging
from typing import Any
from uuid import UUID

from django.utils import translation
from rq.job import Job

from leavingwell.content.models import DirectoryImport
from leavingwell.content.services.directory.applying import apply_import
from leavingwell.content.services.directory.progress import fail
from leavingwell.content.services.directory.reading import read_import
from leavingwell.platform.councils.jobs import council_job
from leavingwell.platform.councils.scope import scope
from leavingwell.translations.languages import SOURCE

logger = logging.getLogger(__name__)


@council_job
def read_directory(run_id: UUID) -> None:
    with translation.override(SOURCE):
        read_import(run_id)


@council_job
def write_directory(run_id: UUID) -> None:
    with translation.override(SOURCE):
        apply_import(run_id)


def gave_up(job: Job, _connection: Any, *_error: Any) -> None:
    """Called after each try that failed; only the last one counts. (A synchronous queue has but one.)"""
    if job.should_retry and not job.is_failed:
        return
    council_id, run_id = job.args
    with scope(council_id):
        run = DirectoryImport.objects.filter(pk=run_id).first()
        if run and run.is_moving:
            logger.error("import %s was given up", run_id)
            fail(run, ["broke_off", "", ""])
