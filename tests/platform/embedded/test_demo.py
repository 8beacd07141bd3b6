"""The demonstration's handling of steps and processes, with small programs in the place of the real ones."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import psutil
import pytest

from leavingwell.platform.embedded.announcement import announcement
from leavingwell.platform.embedded.demo import Demo, leaving_well, run_demo
from leavingwell.platform.embedded.errors import CannotStart
from leavingwell.platform.embedded.lock import only_run
from leavingwell.platform.embedded.ports import port_number
from leavingwell.platform.embedded.processes import start
from leavingwell.platform.embedded.static_files import CollectedMark, fingerprint
from leavingwell.platform.embedded.steps import Step, run_together
from leavingwell.platform.embedded.stopping import StopRequest

DRIVER = """
import json, sys
from pathlib import Path
from leavingwell.platform.embedded.demo import Demo, run_demo
from leavingwell.platform.embedded.steps import Step
from leavingwell.platform.embedded.stopping import StopRequest

stop = StopRequest()
stop.listen()
port, folder, steps, processes = json.loads(sys.argv[1])
demo = Demo(port, [Step(title, command) for title, command in steps.items()], processes, {"GREETING": "hello"})
sys.exit(run_demo(demo, Path(folder), stop))
"""
SLEEPER = ["sleep", "60"]
ELSEWHERE = {"DATABASE_URL": "postgresql://elsewhere/theirs", "REDIS_URL": "redis://elsewhere/0"}


@pytest.fixture
def port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def web(tmp_path: Path, port: int) -> list[str]:
    """A web server whose /health/ answers."""
    (tmp_path / "site" / "health").mkdir(parents=True)
    return [sys.executable, "-m", "http.server", str(port), "--bind", "127.0.0.1", "-d", str(tmp_path / "site")]


@contextmanager
def demonstration(
    folder: Path, port: int, steps: dict[str, list[str]], processes: dict[str, list[str]]
) -> Iterator[subprocess.Popen[str]]:
    """Runs it, and finds nothing left of it in the end."""
    spec = json.dumps([port, str(folder), steps, processes])
    command = [sys.executable, "-c", DRIVER, spec]
    environment = os.environ | ELSEWHERE | {"PYTHONUNBUFFERED": ""}
    with subprocess.Popen(command, env=environment, stdout=-1, stderr=-1, text=True) as process:
        try:
            yield process
            process.wait(20)
        finally:
            process.kill()
    assert not list(belonging_to(folder))


def belonging_to(folder: Path) -> Iterator[psutil.Process]:
    """Whatever has the folder in its environment, as every child of the demonstration has, and still lives."""
    for process in psutil.process_iter():
        with suppress(psutil.Error):
            if process.environ().get("DATA_DIR") == str(folder):
                yield process


def has_ended(process: psutil.Process) -> bool:
    try:
        return bool(process.status() == psutil.STATUS_ZOMBIE)
    except psutil.NoSuchProcess:
        return True


def until(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 10
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def lines_until_ready(process: subprocess.Popen[str]) -> list[str]:
    lines = []
    assert process.stdout
    for line in process.stdout:
        lines.append(line.rstrip())
        if line.startswith("Ready"):
            return lines
    raise AssertionError(f"never ready: {lines} {process.stderr and process.stderr.read()}")


def saying(path: Path, words: str) -> list[str]:
    return ["sh", "-c", f'echo "{words}" >> "{path}"']


@pytest.mark.parametrize("sent", [signal.SIGTERM, signal.SIGINT])
def test_it_is_ready_when_the_steps_are_done_and_the_web_answers(
    tmp_path: Path, port: int, web: list[str], sent: signal.Signals
) -> None:
    record = tmp_path / "record"
    (tmp_path / "demo.json").write_text(json.dumps({"sign_ins": [{"email": "ada@example.org", "role": "operator"}]}))
    steps = {"Tables": saying(record, "$GREETING $DATA_DIR $DATABASE_URL $REDIS_URL")}

    with demonstration(tmp_path, port, steps, {"The web server": web, "The job worker": SLEEPER}) as process:
        lines = lines_until_ready(process)
        assert len(list(belonging_to(tmp_path))) == 2
        process.send_signal(sent)
        assert process.wait(20) == 0

    assert record.read_text() == f"hello {tmp_path} postgresql://elsewhere/theirs redis://elsewhere/0\n"
    assert lines[-1].startswith(f"Ready: http://localhost:{port}/")
    assert "ada@example.org  operator" in lines


def test_a_step_that_fails_ends_the_start(tmp_path: Path, port: int) -> None:
    steps = {"Tables": ["sh", "-c", "exit 3"], "Static files": SLEEPER}
    served = tmp_path / "served"
    with demonstration(tmp_path, port, steps, {"The web server": ["touch", str(served)]}) as process:
        assert process.wait(20) == 1
        assert process.stderr
        assert "Tables: failed with status 3" in process.stderr.read()
    assert not served.exists()


def test_the_steps_run_at_the_same_time(tmp_path: Path, port: int, web: list[str]) -> None:
    meeting = tmp_path / "meeting"
    os.mkfifo(meeting)  # who opens it waits for the other
    steps = {"Tables": ["sh", "-c", f"echo hello > {meeting}"], "Static files": ["sh", "-c", f"read x < {meeting}"]}
    with demonstration(tmp_path, port, steps, {"The web server": web}) as process:
        lines_until_ready(process)
        process.terminate()


def test_the_other_steps_are_stopped_when_one_fails(tmp_path: Path) -> None:
    steps = [Step("Tables", ["false"]), Step("Static files", SLEEPER)]
    with pytest.raises(CannotStart, match="Tables: failed with status 1"):
        run_together(steps, os.environ | {"DATA_DIR": str(tmp_path)}, StopRequest())
    assert not list(belonging_to(tmp_path))


def test_the_other_processes_are_stopped_when_one_ends(
    tmp_path: Path, port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in ELSEWHERE.items():
        monkeypatch.setenv(name, value)
    demo = Demo(port, [], {"The job worker": SLEEPER, "The web server": ["false"]}, {})
    with pytest.raises(CannotStart, match="The web server ended by itself with status 1"):
        run_demo(demo, tmp_path, StopRequest())
    assert not list(belonging_to(tmp_path))


def test_it_is_not_ready_before_the_web_is_well(tmp_path: Path, port: int, web: list[str]) -> None:
    health = tmp_path / "site" / "health"
    health.rmdir()
    slow = ["sh", "-c", f'(sleep 1; mkdir "{health}") & exec "$@"', "sh", *web]
    with demonstration(tmp_path, port, {}, {"The web server": slow}) as process:
        lines_until_ready(process)
        assert health.exists()
        process.terminate()


def test_a_stop_in_the_middle_of_a_step_ends_it(tmp_path: Path, port: int) -> None:
    steps = {"Tables": ["sh", "-c", "echo up; exec sleep 60"]}
    served = tmp_path / "served"
    with demonstration(tmp_path, port, steps, {"The web server": ["touch", str(served)]}) as process:
        assert process.stdout
        assert [process.stdout.readline() for _ in range(2)] == ["Tables ...\n", "up\n"]
        process.terminate()
        assert process.wait(20) == 128 + signal.SIGTERM
    assert not served.exists()


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the kernel does not tell children of a parent's end")
def test_a_killed_demonstration_leaves_nothing(tmp_path: Path, port: int, web: list[str]) -> None:
    with demonstration(tmp_path, port, {}, {"The web server": web, "The job worker": SLEEPER}) as process:
        lines_until_ready(process)
        assert len(list(belonging_to(tmp_path))) == 2
        process.kill()
        until(lambda: not list(belonging_to(tmp_path)))


def test_a_child_that_will_not_stop_is_killed_with_its_own_children(tmp_path: Path) -> None:
    stubborn = start(
        "Stubborn", ["sh", "-c", f"trap '' TERM; sleep 60 & echo $! > {tmp_path}/pid; touch {tmp_path}/up; wait"]
    )
    while not (tmp_path / "up").exists():
        assert not stubborn.has_ended()
    grandchild = psutil.Process(int((tmp_path / "pid").read_text()))

    stubborn.stop(patience=0.1)

    assert stubborn.process.returncode == -signal.SIGKILL
    until(lambda: has_ended(grandchild))


def test_a_port_in_use_is_named_before_anything_is_done(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        taken = other.getsockname()[1]
        with pytest.raises(CannotStart, match=f"Port {taken} is in use by another program.*PORT="):
            leaving_well(taken, tmp_path)


def test_a_demonstration_that_runs_already_is_named_before_its_port(tmp_path: Path) -> None:
    with socket.socket() as web, only_run(tmp_path):
        web.bind(("127.0.0.1", 0))
        web.listen()
        refused = subprocess.run(
            [sys.executable, "-m", "leavingwell.platform.embedded", "demo"],
            env=os.environ | {"DATA_DIR": str(tmp_path), "PORT": str(web.getsockname()[1])},
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert refused.returncode == 1
    assert refused.stderr.startswith(f"Leaving Well already runs with this data: process {os.getpid()} ")


@pytest.mark.parametrize("text", ["", "web", "0", "-1", "65536", "8000 "])
def test_a_port_is_a_number(text: str) -> None:
    with pytest.raises(CannotStart, match="PORT must be a number"):
        port_number(text)


def test_the_last_port_will_do() -> None:
    assert port_number("65535") == 65535


def test_the_start_hands_the_port_to_the_data_and_to_the_web(tmp_path: Path, port: int) -> None:
    demo = leaving_well(port, tmp_path)
    (data,) = [step.command for step in demo.steps if "prepare_demo" in step.command]
    assert list(data[-2:]) == ["--port", str(port)]
    assert f"127.0.0.1:{port}" in demo.processes["The web server"]


def test_static_files_are_collected_again_only_when_they_must(tmp_path: Path) -> None:
    mark = CollectedMark(tmp_path)
    assert not mark.stands()
    mark.write()
    assert not mark.stands()  # collected by nobody yet
    (tmp_path / "static").mkdir()
    (tmp_path / "static" / "staticfiles.json").write_text("{}")
    assert mark.stands()
    mark.remove()
    assert not mark.stands()


@pytest.mark.parametrize("changed", ["themes/portal/static/portal.css", "platform/settings/base.py"])
def test_the_fingerprint_changes_with_what_is_collected(tmp_path: Path, changed: str) -> None:
    path = tmp_path / changed
    path.parent.mkdir(parents=True)
    path.write_text("a")
    before = fingerprint(tmp_path)
    assert fingerprint(tmp_path) == before
    path.write_text("b")
    assert fingerprint(tmp_path) != before


def test_an_announcement_shows_each_list_as_a_table_without_tokens(tmp_path: Path) -> None:
    path = tmp_path / "demo.json"
    councils = [
        {"name": "Northmoor", "languages": ["en", "cy"], "portal_url": "http://northmoor.localhost:8000/"},
        {"name": "Eastmarsh", "languages": ["en"], "portal_url": "http://eastmarsh.localhost:8000/"},
    ]
    people = [{"council": None, "email": "ada@example.org", "session_token": "secret"}]
    path.write_text(json.dumps({"councils": councils, "people": people}))
    assert announcement(path).splitlines() == [
        "Councils",
        "Name       Languages  Portal url",
        "Northmoor  en, cy     http://northmoor.localhost:8000/",
        "Eastmarsh  en         http://eastmarsh.localhost:8000/",
        "",
        "People",
        "Council  Email",
        "         ada@example.org",
    ]


def test_without_demo_json_there_is_nothing_to_announce(tmp_path: Path) -> None:
    assert announcement(tmp_path / "demo.json") == ""
