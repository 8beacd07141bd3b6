"""Running one command beside the embedded servers."""

import os
import signal
import subprocess
from collections.abc import Sequence
from pathlib import Path

from leavingwell.platform.embedded.console import complain
from leavingwell.platform.embedded.processes import Child, ends_with_parent
from leavingwell.platform.embedded.servers import running
from leavingwell.platform.embedded.stopping import StopRequest

NOT_FOUND = 127  # as shells say it


def run_beside_servers(command: Sequence[str], data_dir: Path, stop: StopRequest) -> int:
    """The command's exit status; 128 + the signal's number when a signal ended it, as shells say it."""
    with running(data_dir) as addresses:
        if stop.received:
            return 128 + stop.received
        environment = os.environ | addresses.environment() | {"DATA_DIR": str(data_dir)}
        try:
            # In our own session, so that it may ask questions at the terminal.
            process = subprocess.Popen(command, env=environment, preexec_fn=ends_with_parent(signal.SIGTERM))
        except OSError as error:
            complain(f"{command[0]} could not be started: {error}")
            return NOT_FOUND
        stop.pass_on_to(Child(command[0], process))
        status = process.wait()
    return 128 - status if status < 0 else status
