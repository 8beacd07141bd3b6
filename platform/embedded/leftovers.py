"""Servers and marks that a killed run left in its folder."""

import signal
import time
from contextlib import suppress
from pathlib import Path

import psutil

from leavingwell.platform.embedded.processes import PATIENCE


def stop_leftover(pid_file: Path, ask: signal.Signals) -> None:
    """Stops the server that still runs in the folder of `pid_file`, and forgets the file.

    Call it only while holding the lock of the data folder: then a server found here belongs to nobody. A number in
    the file that by now belongs to another program is left alone, and must not block the start either.
    """
    if server := _running(pid_file):
        with suppress(psutil.NoSuchProcess):  # at last
            _stop(server, ask)
    pid_file.unlink(missing_ok=True)


def _running(pid_file: Path) -> psutil.Process | None:
    """Known by its command line, which names the folder: other facts of a process may be closed even to root."""
    try:
        process = psutil.Process(int(pid_file.read_text().split()[0]))
        return process if str(pid_file.parent) in process.cmdline() else None
    except (FileNotFoundError, ValueError, IndexError, psutil.Error):
        return None


def _stop(server: psutil.Process, ask: signal.Signals) -> None:
    server.send_signal(ask)
    deadline = time.monotonic() + PATIENCE
    # Once ended it may stay listed for ever: the first process of many containers never buries orphans.
    while server.status() != psutil.STATUS_ZOMBIE:
        if time.monotonic() > deadline:
            server.kill()
        time.sleep(0.02)
