"""A second database with the cast of two councils in it, made once for a test process.

Files whose tests act with that cast are connected to it; nothing in it is ever committed. All other files, those with
real transactions among them, have the empty database to themselves.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.db import connection, transaction

from leavingwell.platform.councils.scope import scope
from leavingwell.questionnaires.services.loading import load_framework
from tests.factories import Household, make_council, make_household


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
    for household in households:
        with scope(household.council):
            forget_questions(household)
    return households


def forget_questions(household: Household) -> None:
    """A plan that was just made holds the whole questionnaire in memory: each test would copy it with the owner."""
    for who in ("owner", "other_owner"):
        household.people[who].young_person.plan.refresh_from_db()


@contextmanager
def copied_database(suffix: str) -> Iterator[str]:
    """A copy of the empty database, for what many files have in common."""
    creation = connection.creation
    connection.close()  # a database that is in use cannot be copied
    creation.clone_test_db(suffix, verbosity=0, autoclobber=True)
    yield creation.get_test_db_clone_settings(suffix)["NAME"]
    creation.destroy_test_db(suffix=suffix, verbosity=0)


@contextmanager
def cast_database() -> Iterator[tuple[str, list[Household]]]:
    """The database's name, and who is in it."""
    with copied_database("cast") as name:
        with connected_to(name):
            households = make_cast()
            with connection.cursor() as cursor:
                cursor.execute("ANALYZE")
        yield name, households
