"""PostgreSQL and Valkey for the demonstration and the tests, unless the environment names real ones."""

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from leavingwell.platform.embedded.lock import only_run
from leavingwell.platform.embedded.postgres import postgres
from leavingwell.platform.embedded.processes import Child
from leavingwell.platform.embedded.valkey import valkey


@dataclass(frozen=True)
class Addresses:
    """Where the servers are, and those of them that we started."""

    database_url: str
    redis_url: str
    started: tuple[Child, ...] = ()

    def environment(self) -> dict[str, str]:
        return {"DATABASE_URL": self.database_url, "REDIS_URL": self.redis_url}


@contextmanager
def running(data_dir: Path, *, for_tests: bool = False) -> Iterator[Addresses]:
    """Starts the servers that DATABASE_URL and REDIS_URL do not name, and stops them in the end.

    Their data stays in `data_dir`. Call it from the main thread: on Linux the servers end with the thread that
    started them. Raises `CannotStart`, and `AlreadyRunning` while another process uses `data_dir`.
    """
    data_dir = data_dir.resolve()
    database_url, redis_url = os.environ.get("DATABASE_URL", ""), os.environ.get("REDIS_URL", "")
    started = []
    with ExitStack() as stack:
        if not (database_url and redis_url):
            stack.enter_context(only_run(data_dir))
        if not database_url:
            server = postgres(data_dir / "postgres", data_dir / "postgres.log", for_tests=for_tests)
            database_url, process = stack.enter_context(server)
            started.append(process)
        if not redis_url:
            server = valkey(data_dir / "valkey", data_dir / "valkey.log", for_tests=for_tests)
            redis_url, process = stack.enter_context(server)
            started.append(process)
        yield Addresses(database_url, redis_url, tuple(started))
