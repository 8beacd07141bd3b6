"""Fixtures that all tests share: two councils, each with the same cast (`cast` says where it is kept).

What a file adds is made once, inside a transaction that is rolled back after the file; each test's changes are taken
back after the test. A test with real transactions cannot use the cast: it makes its own
(`tests.factories.fresh_households`) in a file of its own.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from django.core.management.commands import flush
from django.db import OperationalError, connection, transaction
from django.db.backends.base.operations import BaseDatabaseOperations
from hypothesis import HealthCheck, settings

from leavingwell.platform.councils.models import Council
from leavingwell.platform.councils.scope import scope
from leavingwell.questionnaires.services.loading import load_framework
from leavingwell.translations.kept import kept
from tests.cast import cast_database, connected_to
from tests.factories import Household, make_council

WITH_CAST: set[Path] = set()  # files in which a test acts with the cast
EXECUTE_FLUSH = BaseDatabaseOperations.execute_sql_flush
NEVER_CHANGED = {"django_content_type", "auth_permission"}  # they tell of the models
HERE = Path(__file__).parent
# Half a minute and more, the longest first: begun last, one would have a process to itself while the other waits.
LONGEST = [
    HERE / place
    for place in (
        "graphql/test_permissions.py",
        "platform/demo/test_numbers.py",
        "story/test_main_job.py",
        "admin/test_walk.py",
        "portal/test_every_page_in_browser.py",
        "portal/test_walk.py",
        "portal/test_frame_in_browser.py",
        "portal/test_journeys_in_browser.py",
        "graphql/test_hostile.py",
        "graphql/test_nested.py",
    )
]

# On a busy machine examples are slow to make: nothing is wrong with them.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    places = {path: place for place, path in enumerate(LONGEST)}
    items.sort(key=lambda item: places.get(item.path, len(places)))
    WITH_CAST.update(item.path for item in items if "_households" in getattr(item, "fixturenames", ()))


def pytest_collection_finish() -> None:
    """All is imported, and stays: nobody has to look for rubbish there again. A quarter of the time was spent on it.

    What tests leave is looked through less often than Python would by itself: that took a tenth of what was left.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000)


def sql_of_flush(style: Any, database: Any, **given: Any) -> list[str]:
    tables = set(database.introspection.django_table_names(only_existing=True, include_views=False))
    found: list[str] = database.ops.sql_flush(style, sorted(tables - NEVER_CHANGED), **given)
    return found


def flush_again_after_deadlock(database: Any, statements: list[str]) -> None:
    """A page that the test has closed may still be answered: its locks can cross those of the flush."""
    for _attempt in range(2):
        try:
            return EXECUTE_FLUSH(database, statements)
        except OperationalError:
            continue
    return EXECUTE_FLUSH(database, statements)


@pytest.fixture(scope="session", autouse=True)
def _quick_flush() -> Iterator[None]:
    """A test with real transactions ends in a flush, which would make each model's row and rights anew."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(BaseDatabaseOperations, "execute_sql_flush", flush_again_after_deadlock)
        patch.setattr(flush, "sql_flush", sql_of_flush)
        patch.setattr(flush, "emit_post_migrate_signal", lambda *_given, **_named: None)
        yield


@contextmanager
def taken_back() -> Iterator[None]:
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def check_links() -> None:
    """Foreign keys are checked late: once here, or else after each test, for every row that its file made before."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        # Back to late, but for the checks of the tenant wall: they are made at once, in the scope of the change.
        cursor.execute("SELECT string_agg(quote_ident(conname), ', ') FROM pg_constraint WHERE condeferred")
        cursor.execute(f"SET CONSTRAINTS {cursor.fetchone()[0]} DEFERRED")


@pytest.fixture(scope="session")
def _cast(django_db_setup: None, django_db_blocker: Any) -> Iterator[tuple[str, list[Household]]]:
    with django_db_blocker.unblock(), cast_database() as cast:
        yield cast


@pytest.fixture(scope="module", autouse=True)
def _database(request: pytest.FixtureRequest, django_db_blocker: Any) -> Iterator[None]:
    """A file in which any test acts with the cast is connected to its database throughout."""
    if request.path not in WITH_CAST:
        yield
        return
    name, _households = request.getfixturevalue("_cast")
    with django_db_blocker.unblock(), connected_to(name):
        yield


@pytest.fixture(scope="module")
def _module_transaction(_database: None, django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    with django_db_blocker.unblock(), taken_back():
        yield


@pytest.fixture(scope="module")
def _framework(request: pytest.FixtureRequest, _module_transaction: None) -> None:
    if request.path not in WITH_CAST:
        load_framework()
        check_links()


@pytest.fixture(scope="module")
def _councils(request: pytest.FixtureRequest, _module_transaction: None) -> tuple[Council, Council]:
    if request.path in WITH_CAST:
        return Council.objects.get(slug="northmoor"), Council.objects.get(slug="eastmarsh")
    councils = make_council("northmoor"), make_council("eastmarsh")
    check_links()
    return councils


@pytest.fixture(scope="module")
def _households(_cast: tuple[str, list[Household]], _module_transaction: None) -> list[Household]:
    return _cast[1]


@pytest.fixture(autouse=True)
def _nothing_kept() -> None:
    """What the process remembers of translations was taken back with the test before.

    So were the rows for which PostgreSQL made its plans. To look through a table that was empty, row by row, took
    three quarters of a minute where a test filled it: links are checked by such plans, and kept with the connection.
    """
    kept.forget()
    if connection.connection and not connection.connection.closed:
        connection.connection.execute("DISCARD PLANS")


@pytest.fixture
def framework(_framework: None, db: Any) -> None:
    """The national questionnaire."""


@pytest.fixture
def councils(_councils: tuple[Council, Council], db: Any) -> tuple[Council, Council]:
    return deepcopy(_councils)


@pytest.fixture
def north(_households: list[Household], db: Any) -> Household:
    """The own council with its cast."""
    return deepcopy(_households[0])


@pytest.fixture
def east(_households: list[Household], db: Any) -> Household:
    """The other council with its cast."""
    return deepcopy(_households[1])


@pytest.fixture
def in_north(north: Household) -> Iterator[Household]:
    with scope(north.council):
        yield north
