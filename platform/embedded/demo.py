"""The demonstration: servers, tables, data, web server and job worker, from one command until Ctrl-C."""

import os
import sys
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from leavingwell.platform.embedded.announcement import announcement
from leavingwell.platform.embedded.console import say
from leavingwell.platform.embedded.health import wait_until_healthy
from leavingwell.platform.embedded.ports import free_addresses
from leavingwell.platform.embedded.processes import start
from leavingwell.platform.embedded.servers import running
from leavingwell.platform.embedded.static_files import CollectedMark
from leavingwell.platform.embedded.steps import Step, run_together
from leavingwell.platform.embedded.stopping import Stopped, StopRequest
from leavingwell.platform.embedded.supervision import keep_running

BY_CODE = (
    "Who has no password signs in by a code, which is sent to them: read it at /outbox/ of their council's portal."
)


@dataclass(frozen=True)
class Demo:
    """Steps to do once, side by side, then processes to keep running: each a name and its command."""

    port: int
    steps: Sequence[Step]
    processes: Mapping[str, Sequence[str]]
    environment: Mapping[str, str]


def leaving_well(port: int, data_dir: Path) -> Demo:
    """Raises `CannotStart` when the port is taken: better now than after minutes of work."""
    python = (sys.executable, "-m")
    django = (*python, "django")
    web = (*python, "gunicorn", "--config", "python:leavingwell.platform.gunicorn", "--graceful-timeout", "5")
    listen = [word for address in free_addresses(port) for word in ("--bind", address)]
    return Demo(
        port,
        steps=(
            Step("Tables, checks, councils, people and plans", (*django, "prepare_demo", "--port", str(port))),
            Step("Static files", (*django, "collectstatic", "--noinput", "--verbosity", "0"), CollectedMark(data_dir)),
        ),
        processes={
            "The web server": (*web, *listen, "leavingwell.platform.wsgi"),
            "The job worker": (*django, "rqworker", "default"),
            "The scheduler": (*django, "rqcron", "leavingwell.platform.schedule"),
        },
        environment={"DJANGO_SETTINGS_MODULE": "leavingwell.platform.settings.demo", "PYTHONUNBUFFERED": "1"},
    )


def run_demo(demo: Demo, data_dir: Path, stop: StopRequest) -> int:
    """0 when somebody stopped it once it was ready, 1 when a process did not stay up.

    Raises `CannotStart`. Whatever happens, nothing that it started is left running.
    """
    try:
        with running(data_dir) as addresses, ExitStack() as stack:
            environment = os.environ | demo.environment | addresses.environment() | {"DATA_DIR": str(data_dir)}
            run_together(demo.steps, environment, stop)
            children = list(addresses.started)
            for name, command in demo.processes.items():
                children.append(start(name, command, environment=environment))
                stack.callback(children[-1].stop)
            wait_until_healthy(demo.port, children, stop)
            say(f"\n{announcement(data_dir / 'demo.json')}\n\n{BY_CODE}\n")
            say(f"Ready: http://localhost:{demo.port}/ (Ctrl-C stops it)")
            return keep_running(children, stop)
    except Stopped:
        return 128 + (stop.received or 0)
