"""One run per data folder."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from leavingwell.platform.embedded.errors import AlreadyRunning, CannotStart


@contextmanager
def only_run(data_dir: Path) -> Iterator[None]:
    """Holds `data_dir` for this process. Raises `AlreadyRunning` while another process holds it.

    The kernel drops the lock when its holder ends, however it ends, so a killed run never blocks the next one.
    """
    with _opened(data_dir / "running.lock") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise AlreadyRunning(_sentence(lock.read().strip(), data_dir)) from None
        lock.truncate()
        lock.write(f"{os.getpid()}\n")
        lock.flush()
        yield


def _opened(path: Path) -> IO[str]:
    try:
        # Private, but for the way through that PostgreSQL's own account needs when root starts it.
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700 if os.geteuid() else 0o711)
        path.touch()
        return path.open("r+")
    except OSError as error:
        raise CannotStart(f"{path.parent} cannot be used: {error}. Choose another folder with DATA_DIR=...") from error


def _sentence(pid: str, data_dir: Path) -> str:
    return (
        f"Leaving Well already runs with this data: process {pid or '(starting)'} uses {data_dir}. "
        f"Stop it (Ctrl-C where it runs, or `kill {pid or 'its number'}`), "
        "or choose another folder with DATA_DIR=/another/folder."
    )
