"""The import runs in the worker: a large file takes longer than anybody should wait for a page."""

import logging
from uuid import UUID

import django_rq
from django.utils.translation import gettext as _
from django.utils.translation import override
from redis.exceptions import RedisError

from leavingwell.platform.councils import scope
from leavingwell.platform.councils.configuration.outcome import State
from leavingwell.platform.councils.jobs import TIME, council_job
from leavingwell.platform.people.models import Person
from leavingwell.platform.problems import Problems
from leavingwell.platform.running.progress import Progress, Stage, counter, tell
from leavingwell.platform.running.reading import read
from leavingwell.platform.running.services.moving import bring_in, steps_of
from leavingwell.questionnaires.services.exchanging.waiting import Place, fetch, forget

logger = logging.getLogger(__name__)
KIND = "configuration"


@council_job
def import_configuration(run: str, fingerprint: str, person: UUID, user: int, language: str) -> None:
    place = Place(KIND, user)
    with override(language):
        try:
            archive = read(fetch(place, run))
            step = counter(run, steps_of(archive))
            plan = bring_in(archive, fingerprint, by=Person.objects.get(pk=person), step=step)
        except Problems as refused:
            tell(run, Progress(Stage.REFUSED, told=[str(problem.message) for problem in refused.problems]))
        except Exception:
            tell(run, Progress(Stage.REFUSED, told=[_("Something went wrong on our side. Nothing was changed.")]))
            raise
        else:
            whole = plan.whole
            tell(run, Progress(Stage.DONE, 1, 1, len(whole.of(State.NEW)), len(whole.of(State.CHANGED))))
            forget(place)


def start(run: str, fingerprint: str, *, by: Person, user: int, language: str) -> bool:
    """Whether the queue took it."""
    tell(run, Progress())
    council = scope.current_council_id()
    queue = django_rq.get_queue("default", commit_mode="auto")
    try:
        queue.enqueue(
            import_configuration,
            council,
            run,
            fingerprint,
            by.pk,
            user,
            language,
            job_timeout=TIME,
            description="import a configuration",
        )
    except RedisError as error:
        logger.error("the import of a configuration could not be queued: %s", error)
        return False
    return True
