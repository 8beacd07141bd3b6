"""Waiting until the web server says that it is well."""

import time
from collections.abc import Sequence
from http.client import HTTPConnection, HTTPException

from leavingwell.platform.embedded.errors import CannotStart
from leavingwell.platform.embedded.processes import Child
from leavingwell.platform.embedded.stopping import Stopped, StopRequest

LONGEST = 120.0  # seconds


def wait_until_healthy(port: int, children: Sequence[Child], stop: StopRequest) -> None:
    """Raises `CannotStart` when one of `children` ends first or nothing answers, `Stopped` when asked to stop."""
    deadline = time.monotonic() + LONGEST
    while not _is_healthy(port):
        if stop.received:
            raise Stopped
        if ended := [child for child in children if child.has_ended()]:
            raise CannotStart(ended[0].obituary())
        if time.monotonic() > deadline:
            raise CannotStart(f"http://localhost:{port}/health/ did not answer within {LONGEST:.0f} seconds.")
        time.sleep(0.1)


def _is_healthy(port: int) -> bool:
    connection = HTTPConnection("localhost", port, timeout=5)  # asks directly, whatever proxy the environment names
    try:
        connection.request("GET", "/health/")
        return connection.getresponse().status == 200
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()
