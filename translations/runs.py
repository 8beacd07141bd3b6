"""What the worker does for one translator: how far it is, and what came of it. Kept for an hour, for nobody else."""

import logging
import zlib
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import asdict, dataclass, field, replace
from enum import StrEnum
from typing import Any

import django_rq
from django.core.cache import cache
from django.utils.crypto import get_random_string
from redis.exceptions import RedisError

from leavingwell.platform.councils import scope

logger = logging.getLogger(__name__)
SECONDS = 60 * 60
TIME = 30 * 60  # seconds that the worker may take
TOLD_EVERY = 20  # steps


class Stage(StrEnum):
    READING = "reading"  # the worker compares a large file with what is here
    LOOKING = "looking"  # the translator looks at what a file would change
    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    REFUSED = "refused"


@dataclass(frozen=True)
class Run:
    """`kind` is "file" or "machine"; `told` says why it was refused or ended early; `counts` what was done."""

    kind: str
    person: str
    language: str
    name: str = ""
    stage: Stage = Stage.WAITING
    done: int = 0
    total: int = 0
    counts: dict[str, int] = field(default_factory=dict)
    told: list[str] = field(default_factory=list)

    @property
    def is_over(self) -> bool:
        return self.stage in (Stage.DONE, Stage.REFUSED)


def key_of(run: str, part: str = "state") -> str:
    return f"translations-run:{scope.current()}:{run}:{part}"


def store(run: str, state: Run) -> None:
    cache.set(key_of(run), asdict(state), SECONDS)


def begin(state: Run, data: bytes = b"") -> str:
    """The run's name, which nobody guesses. `data` is the file that it is about."""
    run = get_random_string(24)
    if data:
        cache.set(key_of(run, "data"), zlib.compress(data, 3), SECONDS)
    store(run, state)
    return run


def state_of(run: str, person: Any) -> Run | None:
    """None where there is none any more, or it is another person's or council's."""
    kept = cache.get(key_of(run))
    state = Run(**{**kept, "stage": Stage(kept["stage"])}) if kept else None
    return state if state and state.person == str(person) else None


def data_of(run: str) -> bytes:
    """Nothing where it is no longer there."""
    kept = cache.get(key_of(run, "data"))
    return zlib.decompress(kept) if kept else b""


def keep_look(run: str, look: Any) -> None:
    """What the worker found, for the translator to look at."""
    cache.set(key_of(run, "look"), look, SECONDS)


def look_at(run: str) -> Any:
    """None where nobody has kept one."""
    return cache.get(key_of(run, "look"))


def tell(run: str, state: Run, **changes: Any) -> Run:
    state = replace(state, **changes)
    store(run, state)
    if state.is_over:
        cache.delete_many([key_of(run, "data"), key_of(run, "look")])
    return state


def counter(run: str, state: Run, total: int) -> Callable[[], None]:
    """To be called after each text."""
    done = 0

    def step() -> None:
        nonlocal done
        done += 1
        if done % TOLD_EVERY == 0:
            tell(run, state, stage=Stage.RUNNING, done=min(done, total), total=total)

    tell(run, state, stage=Stage.RUNNING, done=0, total=total)
    return step


def scope_of(value: int) -> AbstractContextManager[None]:
    """For a job: the scope in which its run was started; nought is the nation's."""
    return scope.scope(value) if value else scope.national_scope("translations that national staff asked for")


def enqueue(job: Callable[..., None], run: str, state: Run, *args: Any) -> bool:
    """Whether the queue took it. The job gets the scope's value, the run's name and the person's key, then `args`."""
    tell(run, state, stage=Stage.WAITING)
    queue = django_rq.get_queue("default", commit_mode="auto")
    try:
        given = (scope.current(), run, state.person, *args)
        queue.enqueue(job, *given, job_timeout=TIME, description=f"translations: {state.kind}")
    except RedisError as error:
        logger.error("a run of translations could not be queued: %s", error)
        return False
    return True
