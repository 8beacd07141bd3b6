"""Row-level security, seen from a plain connection that knows nothing of our code."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import psycopg
import pytest
from django.core.management import call_command
from django.db import connection, models

from leavingwell.platform.councils.policies import link_name, links, owned
from leavingwell.platform.councils.scope import scope
from leavingwell.questionnaires.services.loading import load_framework
from tests.factories import Household, make_council, make_household

FILLED = (
    "people_youngperson",
    "people_person",
    "plans_plan",
    "plans_review",
    "questionnaires_response",
    "access_youngpersongrant",
)


@dataclass
class Walled:
    """Rows of two councils, stored for good, and a psycopg connection of the application's role beside Django."""

    north: Household
    east: Household
    plain: Any


@pytest.fixture(scope="module")
def stored(django_db_setup: Any, django_db_blocker: Any) -> Iterator[Walled]:
    with django_db_blocker.unblock():
        load_framework()
        north, east = (make_household(make_council(slug)) for slug in ("walled-north", "walled-east"))
        params = connection.get_connection_params()
        params.pop("cursor_factory")
        params.pop("context")
        with psycopg.connect(**params, autocommit=True) as plain:
            yield Walled(north, east, plain)
        call_command("flush", interactive=False, verbosity=0)
        connection.close()


@pytest.fixture
def walled(stored: Walled) -> Walled:
    open_scope(stored.plain, "")  # as a new connection
    return stored


def councils_in(plain: Any, table: str) -> set[int | None]:
    return {row[0] for row in plain.execute(f'SELECT DISTINCT council_id FROM "{table}"').fetchall()}


def open_scope(plain: Any, value: str) -> None:
    plain.execute("SELECT set_config('lw.scope', %s, false)", [value])


@pytest.mark.parametrize("table", FILLED)
def test_without_a_scope_nothing_is_seen(walled: Walled, table: str) -> None:
    assert councils_in(walled.plain, table) == set()


@pytest.mark.parametrize("table", FILLED)
def test_a_council_sees_its_own_rows_alone(walled: Walled, table: str) -> None:
    open_scope(walled.plain, str(walled.north.council.pk))
    assert councils_in(walled.plain, table) == {walled.north.council.pk}


@pytest.mark.parametrize("table", FILLED)
def test_the_nation_sees_every_council(walled: Walled, table: str) -> None:
    open_scope(walled.plain, "0")
    assert councils_in(walled.plain, table) == {walled.north.council.pk, walled.east.council.pk}


def test_national_rows_are_read_by_all_and_by_nobody_without_a_scope(walled: Walled) -> None:
    assert councils_in(walled.plain, "questionnaires_wording") == set()
    open_scope(walled.plain, str(walled.north.council.pk))
    assert councils_in(walled.plain, "questionnaires_wording") == {None}


def test_every_owned_table_hides_every_row_from_a_stranger(walled: Walled) -> None:
    open_scope(walled.plain, "999999")
    for model in owned():
        assert councils_in(walled.plain, model._meta.db_table) <= {None}, model


@pytest.mark.parametrize(
    ("statement", "fault"),
    [
        ("UPDATE questionnaires_wording SET text = 'x'", "outside the scope"),
        ("DELETE FROM questionnaires_wording", "outside the scope"),
        ("UPDATE people_team SET council_id = {east}", "outside the scope"),
        (
            "INSERT INTO people_team (id, council_id, name) VALUES (gen_random_uuid(), {east}, 'x')",
            "row-level security",
        ),
        ("UPDATE audit_auditentry SET reason = 'x'", "never change"),
        ("DELETE FROM audit_auditentry", "never change"),
        ("UPDATE plans_plan SET review_id = '{east_review}'", "points outside the council"),
        ("UPDATE people_team SET manager_id = '{east_person}'", "points outside the council"),
    ],
)
def test_writing_over_the_wall_fails_loudly(walled: Walled, statement: str, fault: str) -> None:
    with scope(walled.east.council):
        review = walled.east.plan.review_id
    open_scope(walled.plain, str(walled.north.council.pk))
    values = {"east": walled.east.council.pk, "east_review": review, "east_person": walled.east.manager.pk}
    with pytest.raises(psycopg.errors.InsufficientPrivilege, match=fault):
        walled.plain.execute(statement.format(**values))


def test_another_councils_rows_cannot_be_changed(walled: Walled) -> None:
    open_scope(walled.plain, str(walled.north.council.pk))
    changed = walled.plain.execute("UPDATE people_team SET name = 'x' WHERE council_id = %s", [walled.east.council.pk])
    assert changed.rowcount == 0


def every_link() -> list[tuple[type[models.Model], Any]]:
    return [(model, field) for model in owned() for field in links(model)]


def test_each_link_between_councils_has_its_trigger(db: Any) -> None:
    names = [link_name(model._meta.db_table, field.column) for model, field in every_link()]
    assert len(names) == len(set(names))
    assert all(len(name) <= 63 for name in names)
    with connection.cursor() as cursor:
        cursor.execute("SELECT tgname FROM pg_trigger WHERE tgname LIKE 'lw_link_%'")
        installed = {row[0] for row in cursor.fetchall()}
    assert installed == set(names)
