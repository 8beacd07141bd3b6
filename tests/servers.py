"""A pytest plugin (`-p tests.servers`): the embedded servers run for as long as the tests do."""

import atexit
import os
import signal
from contextlib import ExitStack

import pytest

from leavingwell.platform.embedded.errors import CannotStart
from leavingwell.platform.embedded.servers import running
from tests.template import template
from tests.turns import TURN

_servers = ExitStack()


@pytest.hookimpl(tryfirst=True)
def pytest_load_initial_conftests(early_config: pytest.Config) -> None:
    """Before pytest-django reads the settings, which take the addresses from the environment.

    The workers of pytest-xdist inherit that environment, and start nothing.
    """
    if "PYTEST_XDIST_WORKER" in os.environ:
        return
    # A test run that somebody ends must still stop the servers, as after Ctrl-C.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    atexit.register(_servers.close)  # where pytest gives up before it is configured, it never unconfigures
    data_dir = early_config.rootpath / os.environ.get("DATA_DIR", "var") / "test"
    try:
        servers = _servers.enter_context(running(data_dir, for_tests=True))
        os.environ.update(servers.environment(), TEST_TEMPLATE=template(servers.database_url), TURN=str(TURN))
    except CannotStart as problem:
        raise pytest.UsageError(str(problem)) from problem


def pytest_report_header() -> str:
    return f"turn: {TURN}"


def pytest_unconfigure() -> None:
    _servers.close()
