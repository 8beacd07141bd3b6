"""Mixed views under gunicorn's threads: no answer ever holds another council's rows."""

import http.client
import json
import os
import random
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.db import connection

from leavingwell.platform.councils.models import Council
from leavingwell.platform.councils.scope import scope
from leavingwell.platform.people.models import Team

REQUESTS, CLIENTS, COUNCILS = 800, 16, 12
VIEWS = ("plain", "atomic", "nested", "stream", "broken")


@pytest.fixture
def many(transactional_db: Any) -> list[Council]:
    councils = [Council.objects.create(slug=f"c{n}", name=f"C{n}", host=f"c{n}.test") for n in range(COUNCILS)]
    for council in councils:
        with scope(council):
            Team.objects.create(name="A team")
    return councils


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def address_of_test_database() -> str:
    params = connection.get_connection_params()
    where = f"?host={params['host']}" + (f"&port={params['port']}" if params.get("port") else "")
    return f"postgresql://{params['user']}:{params.get('password', '')}@/{params['dbname']}{where}"


@pytest.fixture(params=["persistent", "pool"])
def port(request: Any, many: list[Council]) -> Iterator[int]:
    """A gunicorn of two workers with four threads each, on the test's database."""
    port = free_port()
    environment = {
        **os.environ,
        "DATABASE_URL": address_of_test_database(),
        "DJANGO_SETTINGS_MODULE": "tests.load.settings",
        "CONNECTIONS": request.param,
    }
    command = [
        sys.executable,
        "-m",
        "gunicorn",
        "tests.load.server:application",
        "-b",
        f"127.0.0.1:{port}",
        "-w2",
        "--threads=4",
    ]
    with subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL) as server:
        try:
            wait_for(port)
            yield port
        finally:
            server.terminate()


def wait_for(port: int) -> None:
    for _attempt in range(300):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            time.sleep(0.1)
    raise TimeoutError("gunicorn did not start")


def ask(port: int, council: Council, view: str, other: Council) -> tuple[str, Any, int, int]:
    found = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    found.request("GET", f"/{view}/?other={other.pk}", headers={"Host": council.host})
    answer = found.getresponse()
    body = answer.read()
    found.close()
    return view, json.loads(body) if answer.status == 200 else answer.status, council.pk, other.pk


def is_right(view: str, answer: Any, own: int, other: int) -> bool:
    if view == "broken":
        return bool(answer == 500)
    return bool(answer["seen"] == [own] and answer.get("inner", [other]) == [other])


def test_no_answer_is_wrong(port: int, many: list[Council]) -> None:
    choose = random.Random(7)
    plan = [(choose.choice(many), choose.choice(VIEWS), choose.choice(many)) for _ in range(REQUESTS)]
    with ThreadPoolExecutor(CLIENTS) as clients:
        answers = list(clients.map(lambda one: ask(port, *one), plan))
    wrong = [answer for answer in answers if not is_right(*answer)]
    assert len(answers) == REQUESTS
    assert wrong == []
