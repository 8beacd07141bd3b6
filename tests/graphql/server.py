"""A real web server on the test database, for clients that are not Django's own."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit, urlunsplit

from django.conf import settings
from django.db import connection

PATIENCE = 60  # seconds


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def environment() -> dict[str, str]:
    """That of the tests, with the address of the database that pytest-django made."""
    address = urlsplit(settings.DATABASE_URL)._replace(path=f"/{connection.settings_dict['NAME']}")
    return {**os.environ, "DATABASE_URL": urlunsplit(address), "WEB_CONCURRENCY": "1"}


def wait_until_open(port: int, process: "subprocess.Popen[bytes]") -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        assert process.poll() is None, "the web server stopped"
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise AssertionError("the web server did not start")


@contextmanager
def web_server() -> Iterator[str]:
    """Its address, such as `http://127.0.0.1:8000`."""
    port = free_port()
    command = [
        *(sys.executable, "-m", "gunicorn", "-c", "python:leavingwell.platform.gunicorn"),
        *("--bind", f"127.0.0.1:{port}", "leavingwell.platform.wsgi:application"),
    ]
    process = subprocess.Popen(command, env=environment())
    try:
        wait_until_open(port, process)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(timeout=PATIENCE)
