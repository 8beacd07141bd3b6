"""The demonstration: the small one in a database of its own, made once for a test process; the whole for its file."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from shutil import copytree
from time import monotonic
from typing import Any

import pytest
from django.db import connection, transaction
from django.test import override_settings

from leavingwell.platform.councils.models import Council
from leavingwell.platform.demo.loading import load
from tests.cast import connected_to, copied_database
from tests.conftest import taken_back
from tests.factories import restore_wagtail_roots

PORT = 8123
SMALL = 0.05  # of the crowd


@dataclass(frozen=True)
class Demo:
    folder: Path
    seconds: float = 0

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


@pytest.fixture(scope="session")
def _small(
    django_db_setup: Any, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[str, Path]]:
    folder = tmp_path_factory.mktemp("demo")
    with django_db_blocker.unblock(), copied_database("demo") as name:
        with connected_to(name), override_settings(DATA_DIR=folder), transaction.atomic():
            restore_wagtail_roots()
            load(PORT, SMALL)
            connection.run_on_commit.clear()  # nobody waits for its letters
        yield name, folder


@pytest.fixture(scope="module")
def small(_small: tuple[str, Path], django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    """A twentieth of the crowd, and the whole cast."""
    name, made = _small
    folder = Path(copytree(made, tmp_path_factory.mktemp("small"), dirs_exist_ok=True))
    with django_db_blocker.unblock(), connected_to(name), override_settings(DATA_DIR=folder), taken_back():
        yield Demo(folder)


@pytest.fixture(scope="module")
def whole(django_db_setup: Any, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    """Everybody."""
    with django_db_blocker.unblock(), loaded(tmp_path_factory.mktemp("demo"), 1) as demo:
        yield demo
