"""The signals that ask us to stop. They never break into what is going on: a start or a stop always finishes."""

import os
import signal
from types import FrameType

from leavingwell.platform.embedded.processes import Child


class Stopped(Exception):
    """Somebody asked us to stop before the start was finished."""


class StopRequest:
    """Remembers the first signal that asked us to stop, and passes each on to one child, when there is one."""

    def __init__(self) -> None:
        self.received: int | None = None
        self._child: Child | None = None

    def listen(self) -> None:
        """Also when a shell in the background had Ctrl-C ignored: whoever sends it means it. nohup stays nohup."""
        signal.signal(signal.SIGINT, self._hear)
        signal.signal(signal.SIGTERM, self._hear)
        if signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN:
            signal.signal(signal.SIGHUP, self._hear)

    def pass_on_to(self, child: Child) -> None:
        self._child = child
        if self.received:
            child.process.send_signal(self.received)

    def _hear(self, number: int, frame: FrameType | None) -> None:
        self.received = self.received or number
        if self._child and not (number == signal.SIGINT and _from_terminal()):
            self._child.process.send_signal(number)


def _from_terminal() -> bool:
    """Ctrl-C reaches every program in the terminal's foreground; told twice, one would break off its cleaning up."""
    try:
        with open("/dev/tty") as terminal:
            return os.tcgetpgrp(terminal.fileno()) == os.getpgrp()
    except OSError:
        return False
