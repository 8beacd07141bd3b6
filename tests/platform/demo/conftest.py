"""The demonstration, loaded once for a file of tests and rolled back after it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import Any

import pytest
from django.db import connection, transaction
from django.test import override_settings

from leavingwell.platform.councils.models import Council
from leavingwell.platform.demo.loading import load
from tests.factories import restore_wagtail_roots

PORT = 8123


@dataclass(frozen=True)
class Demo:
    folder: Path
    seconds: float

    @property
    def north(self) -> Council:
        return Council.objects.get(slug="northmoor")

    @property
    def east(self) -> Council:
        return Council.objects.get(slug="eastmarsh")


@contextmanager
def loaded(folder: Path, scale: float) -> Iterator[Demo]:
    with override_settings(DATA_DIR=folder), transaction.atomic():
        restore_wagtail_roots()
        started = monotonic()
        load(PORT, scale)
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # checked once: else after each test, for every row
        yield Demo(folder, monotonic() - started)
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def small(django_db_setup: Any, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    """A twentieth of the crowd, and the whole cast."""
    with django_db_blocker.unblock(), loaded(tmp_path_factory.mktemp("demo"), 0.05) as demo:
        yield demo


@pytest.fixture(scope="module")
def whole(django_db_setup: Any, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    """Everybody."""
    with django_db_blocker.unblock(), loaded(tmp_path_factory.mktemp("demo"), 1) as demo:
        yield demo
