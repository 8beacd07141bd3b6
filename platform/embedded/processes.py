"""Child processes that never outlive this one."""

import ctypes
import os
import pwd
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import nullcontext, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import psutil

from leavingwell.platform.embedded.errors import CannotStart

PATIENCE = 15.0  # seconds that a child gets to stop by itself


Process = subprocess.Popen[bytes]


@dataclass
class Child:
    """A running child: its name for people, the signal that asks it to stop, and how it was launched."""

    name: str
    process: Process
    ask: signal.Signals = signal.SIGTERM
    launch: Callable[[], Process] | None = None

    def has_ended(self) -> bool:
        return self.process.poll() is not None

    def obituary(self) -> str:
        return f"{self.name} ended by itself with status {self.process.returncode}."

    def stop(self, patience: float = PATIENCE) -> None:
        """Asks, waits, and kills what is left of it. A child that has ended already is no error."""
        self.process.send_signal(self.ask)
        try:
            self.process.wait(patience)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self._kill_what_it_left()

    def start_again(self) -> None:
        """Raises `CannotStart`. For a child that has ended and that `start` made."""
        assert self.launch
        self._kill_what_it_left()
        self.process = self.launch()

    def _kill_what_it_left(self) -> None:
        for pid in _session(self.process.pid):
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)


def start(
    name: str,
    command: Sequence[str],
    *,
    ask: signal.Signals = signal.SIGTERM,
    environment: Mapping[str, str] | None = None,
    account: pwd.struct_passwd | None = None,
    log: Path | None = None,
) -> Child:
    """Starts `command` in a session of its own: Ctrl-C reaches us alone, and we stop our children in order.

    Raises `CannotStart` when there is no such program.
    """

    def launch() -> Process:
        with log.open("wb") if log else nullcontext() as output:
            try:
                return subprocess.Popen(
                    command,
                    stdin=subprocess.DEVNULL,
                    stdout=output,
                    stderr=output,
                    env=environment,
                    user=account.pw_uid if account else None,
                    group=account.pw_gid if account else None,
                    extra_groups=[] if account else None,
                    start_new_session=True,
                    preexec_fn=ends_with_parent(ask),
                )
            except OSError as error:
                raise CannotStart(f"{name} could not be started: {error}") from error

    return Child(name, launch(), ask, launch)


def ends_with_parent(ask: signal.Signals) -> Callable[[], None] | None:
    """What a child does before it runs, so that even a killed parent leaves nothing behind (Linux only)."""
    if sys.platform != "linux":
        return None
    set_parent_death_signal = 1  # PR_SET_PDEATHSIG in prctl(2)
    return partial(ctypes.CDLL(None).prctl, set_parent_death_signal, int(ask))


def _session(leader: int) -> list[int]:
    """The processes that `leader` started and left."""
    members = []
    for pid in psutil.pids():
        with suppress(ProcessLookupError, PermissionError):
            if os.getsid(pid) == leader:
                members.append(pid)
    return members
