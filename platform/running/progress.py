"""How far an import is, for whoever started it: kept for an hour, outside of the import's own transaction."""

from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from enum import StrEnum

from django.core.cache import cache

from leavingwell.platform.councils import scope

SECONDS = 60 * 60
TOLD_EVERY = 20  # steps


class Stage(StrEnum):
    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    REFUSED = "refused"


@dataclass(frozen=True)
class Progress:
    """`told` says why it was refused; `new` and `changed` count what was done."""

    stage: Stage = Stage.WAITING
    done: int = 0
    total: int = 0
    new: int = 0
    changed: int = 0
    told: list[str] = field(default_factory=list)

    @property
    def is_over(self) -> bool:
        return self.stage in (Stage.DONE, Stage.REFUSED)


def key_of(run: str) -> str:
    return f"configuration-import:{scope.current_council_id()}:{run}"


def tell(run: str, progress: Progress) -> None:
    cache.set(key_of(run), asdict(progress), SECONDS)


def progress_of(run: str) -> Progress | None:
    kept = cache.get(key_of(run))
    return Progress(**{**kept, "stage": Stage(kept["stage"])}) if kept else None


def counter(run: str, total: int) -> Callable[[], None]:
    """To be called after each row."""
    done = 0

    def step() -> None:
        nonlocal done
        done += 1
        if done % TOLD_EVERY == 0:
            tell(run, Progress(Stage.RUNNING, min(done, total), total))

    tell(run, Progress(Stage.RUNNING, 0, total))
    return step
