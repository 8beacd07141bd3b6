"""Keeping processes up: one that ends by itself is started again, and one that does not stay up ends all."""

import time
from collections import defaultdict
from collections.abc import Sequence

from leavingwell.platform.embedded.console import complain, say
from leavingwell.platform.embedded.processes import Child
from leavingwell.platform.embedded.stopping import StopRequest

PAUSE = 5.0  # seconds before it is started again: time to see how the rest gets on without it
TRIES, WINDOW = 3, 60.0  # ends within so many seconds: something is wrong that a new start does not mend


def keep_running(children: Sequence[Child], stop: StopRequest) -> int:
    """Until somebody asks to stop: 0. Or until a child has ended too often: 1. Raises `CannotStart`."""
    ends: dict[str, list[float]] = defaultdict(list)
    while not stop.received:
        for child in [child for child in children if child.has_ended()]:
            now = time.monotonic()
            ends[child.name] = [end for end in ends[child.name] if now - end < WINDOW] + [now]
            if len(ends[child.name]) >= TRIES:
                complain(f"{child.obituary()} It does not stay up. Stopping the rest.")
                return 1
            complain(f"{child.obituary()} Starting it again in {PAUSE:.0f} seconds.")
            if rest(PAUSE, stop):
                child.start_again()
        time.sleep(0.1)
    say("Stopping ...")
    return 0


def rest(seconds: float, stop: StopRequest) -> bool:
    """Whether it was left in peace."""
    until = time.monotonic() + seconds
    while time.monotonic() < until and not stop.received:
        time.sleep(0.1)
    return not stop.received
