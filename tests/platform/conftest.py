"""A real queue, where a test asks for one."""

import os
from collections.abc import Iterator
from typing import Any

import django_rq
import pytest
from django.conf import settings
from django_rq import settings as rq_settings


@pytest.fixture
def queue(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """A real queue, each test process having its own."""
    number = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw")) + 4
    url = f"{settings.RQ_QUEUES['default']['URL'].partition('?')[0]}?db={number}"
    monkeypatch.setitem(rq_settings.QUEUES, "default", {"URL": url, "DEFAULT_TIMEOUT": 60})
    found = django_rq.get_queue("default")
    found.connection.flushdb()
    yield found
    found.connection.flushdb()
