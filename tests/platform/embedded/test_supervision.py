"""Processes that end by themselves, once everything runs."""

import signal
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from leavingwell.platform.embedded import supervision
from leavingwell.platform.embedded.processes import start
from leavingwell.platform.embedded.stopping import StopRequest
from leavingwell.platform.embedded.supervision import keep_running


def test_a_process_that_ends_later_is_started_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(supervision, "PAUSE", 0.0)
    record, stop = tmp_path / "record", StopRequest()
    record.touch()
    child = start(
        "The job worker", ["sh", "-c", f'echo up >> "{record}"; [ $(wc -l < "{record}") = 2 ] && exec sleep 60']
    )

    def somebody_stops_it() -> None:
        while record.read_text() != "up\nup\n":
            time.sleep(0.02)
        stop.received = signal.SIGTERM

    try:
        with ThreadPoolExecutor() as beside:
            stopping = beside.submit(somebody_stops_it)
            assert keep_running([child], stop) == 0
            stopping.result()
    finally:
        child.stop()
    assert "The job worker ended by itself with status 1. Starting it again" in capsys.readouterr().err


def test_one_that_does_not_stay_up_ends_all(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(supervision, "PAUSE", 0.0)
    assert keep_running([start("The job worker", ["false"])], StopRequest()) == 1
    assert "It does not stay up. Stopping the rest." in capsys.readouterr().err
