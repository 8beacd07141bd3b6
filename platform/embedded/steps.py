"""What the demonstration does once before it serves."""

import time
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from typing import Protocol

from leavingwell.platform.embedded.console import say
from leavingwell.platform.embedded.errors import CannotStart
from leavingwell.platform.embedded.processes import Child, start
from leavingwell.platform.embedded.stopping import Stopped, StopRequest


class Mark(Protocol):
    """Tells whether the work of a step still stands from an earlier run."""

    def stands(self) -> bool: ...
    def remove(self) -> None: ...
    def write(self) -> None: ...


@dataclass(frozen=True)
class Step:
    """A title for people, a command, and the mark by which the step is left out."""

    title: str
    command: Sequence[str]
    mark: Mark | None = None


def run_together(steps: Sequence[Step], environment: Mapping[str, str], stop: StopRequest) -> None:
    """Runs at the same time those of the steps whose mark does not stand.

    Raises `CannotStart` when a command fails and `Stopped` when somebody asks us to stop; the others are stopped then.
    """
    needed = [step for step in steps if step.mark is None or not step.mark.stands()]
    with ExitStack() as stack:
        children = []
        for step in needed:
            say(f"{step.title} ...")
            if step.mark:
                step.mark.remove()
            children.append(start(step.title, step.command, environment=environment))
            stack.callback(children[-1].stop)
        _wait(children, stop)
    for step in needed:
        if step.mark:
            step.mark.write()


def _wait(children: Sequence[Child], stop: StopRequest) -> None:
    running = list(children)
    while running:
        if stop.received:
            raise Stopped
        for child in [child for child in running if child.has_ended()]:
            if status := child.process.returncode:
                raise CannotStart(f"{child.name}: failed with status {status}; the reason is above.")
            running.remove(child)
        time.sleep(0.02)
