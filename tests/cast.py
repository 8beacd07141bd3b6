"""A second database with the cast of two councils in it, made once for a test process.

Files whose tests act with that cast are connected to it; nothing in it is ever committed. All other files, those with
real transactions among them, have the empty database to themselves.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.db import connection, transaction

from leavingwell.questionnaires.services.loading import load_framework
from tests.factories import Household, make_council, make_household

SUFFIX = "cast"


@contextmanager
def connected_to(database: str) -> Iterator[None]:
    before = connection.settings_dict["NAME"]
    switch(database)
    try:
        yield
    finally:
        switch(before)


def switch(database: str) -> None:
    """What the process knows by heart of one database, such as the numbers of content types, is not so in the other."""
    connection.close()
    connection.settings_dict["NAME"] = database
    ContentType.objects.clear_cache()
    cache.clear()


@transaction.atomic
def make_cast() -> list[Household]:
    load_framework()
    households = [make_household(make_council(slug)) for slug in ("northmoor", "eastmarsh")]
    connection.run_on_commit.clear()  # nobody waits for the letters that making them would send
    return households


@contextmanager
def cast_database() -> Iterator[tuple[str, list[Household]]]:
    """The database's name, and who is in it."""
    creation = connection.creation
    connection.close()  # a database that is in use cannot be copied
    creation.clone_test_db(SUFFIX, verbosity=0, autoclobber=True)
    name = creation.get_test_db_clone_settings(SUFFIX)["NAME"]
    with connected_to(name):
        households = make_cast()
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
    yield name, households
    creation.destroy_test_db(suffix=SUFFIX, verbosity=0)
