"""Waiting until a server answers."""

import time
from collections.abc import Callable
from pathlib import Path

from leavingwell.platform.embedded.errors import CannotStart
from leavingwell.platform.embedded.processes import Child

LONGEST = 60.0  # seconds; a database that recovers from a crash may need many


def wait_until_ready(server: Child, log: Path, answers: Callable[[], bool]) -> None:
    """Raises `CannotStart`, with the end of the server's log, when it ends or never answers."""
    deadline = time.monotonic() + LONGEST
    while not answers():
        if server.has_ended() or time.monotonic() > deadline:
            raise CannotStart(f"{server.name} did not start. The end of {log}:\n{end_of(log)}")
        time.sleep(0.02)


def end_of(log: Path) -> str:
    return "\n".join(log.read_text(errors="replace").splitlines()[-12:])
