"""`python -m leavingwell.platform.embedded run -- COMMAND...`, and `... demo`: see command.py and demo.py."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from leavingwell.platform.embedded.command import run_beside_servers
from leavingwell.platform.embedded.console import complain
from leavingwell.platform.embedded.demo import leaving_well, run_demo
from leavingwell.platform.embedded.errors import CannotStart
from leavingwell.platform.embedded.lock import only_run
from leavingwell.platform.embedded.ports import port_number
from leavingwell.platform.embedded.stopping import StopRequest

USAGE = """\
python -m leavingwell.platform.embedded run -- COMMAND   run a command with PostgreSQL and Valkey beside it
python -m leavingwell.platform.embedded demo             run the demonstration until Ctrl-C
The data stays in the folder DATA_DIR (var); the demonstration listens on PORT (8000)."""
WRONG_USE = 2


def main(words: Sequence[str]) -> int:
    """The exit status."""
    stop = StopRequest()
    stop.listen()
    data_dir = Path(os.environ.get("DATA_DIR") or "var").resolve()
    try:
        match words:
            case ["run", "--", _, *_]:
                return run_beside_servers(words[2:], data_dir, stop)
            case ["demo"]:
                port = port_number(os.environ.get("PORT") or "8000")
                with only_run(data_dir):  # of two reasons to refuse, the one that explains the other comes first
                    demo = leaving_well(port, data_dir)
                return run_demo(demo, data_dir, stop)
    except CannotStart as problem:
        complain(problem)
        return 1
    complain(USAGE)
    return WRONG_USE


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
