"""The system checks notice a table that is not walled, and a model that the wall cannot hold."""

import os
import subprocess
import sys
from typing import Any
from urllib.parse import quote

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import connection, models
from django.test.utils import isolate_apps

from leavingwell.platform.councils import checks, startup
from leavingwell.platform.councils.owned import CouncilOwned
from leavingwell.platform.people.models import Team


def codes(found: list[Any]) -> list[str]:
    return [fault.id for fault in found]


def test_the_wall_stands(db: Any) -> None:
    assert checks.check_wall(None, databases=["default"]) == []
    assert checks.check_models(None) == []


@pytest.mark.parametrize(
    "harm",
    [
        "DROP POLICY lw_write ON people_team",
        "ALTER TABLE people_team DISABLE ROW LEVEL SECURITY",
        "ALTER TABLE people_team NO FORCE ROW LEVEL SECURITY",
        "CREATE POLICY everybody ON people_team USING (true)",
        "ALTER TABLE people_team DISABLE TRIGGER lw_stay",
    ],
)
def test_any_hole_is_found_and_stops_the_start(db: Any, harm: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(harm)
    found = checks.check_wall(None, databases=["default"])
    assert codes(found) == ["councils.W001"]
    assert "people.Team" in found[0].msg


def test_a_start_with_a_hole_is_refused(db: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    with connection.cursor() as cursor:
        cursor.execute("DROP POLICY lw_write ON people_team")
    monkeypatch.setattr(startup.connections, "close_all", lambda: None)  # the hole is in this test's transaction
    with pytest.raises(ImproperlyConfigured, match=r"W001 people.Team"):
        startup.refuse_if_unwalled()


def test_a_role_that_ignores_the_wall_is_refused(db: Any) -> None:
    params = connection.get_connection_params()
    address = (
        f"postgresql://postgres@/{params['dbname']}?host={quote(str(params['host']))}&port={params.get('port', '')}"
    )
    environment = {**os.environ, "DATABASE_URL": address.removesuffix("&port=")}
    done = subprocess.run(
        [sys.executable, "-c", "import leavingwell.platform.wsgi"],
        env={**environment, "DJANGO_SETTINGS_MODULE": "leavingwell.platform.settings.test"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode != 0
    assert "councils.E002" in done.stderr


@isolate_apps("leavingwell.platform.people")
def test_a_unique_rule_without_the_council_is_refused() -> None:
    class Badge(CouncilOwned):
        number = models.CharField(max_length=5, unique=True)

        class Meta:
            app_label = "people"

    assert codes(list(checks.check_uniques(Badge))) == ["councils.E003"]


@isolate_apps("leavingwell.platform.people")
def test_an_automatic_many_to_many_table_is_refused() -> None:
    class Club(CouncilOwned):
        teams = models.ManyToManyField(Team)

        class Meta:
            app_label = "people"

    assert codes(list(checks.check_tables(Club))) == ["councils.E004"]


@isolate_apps("leavingwell.platform.people")
def test_an_inherited_table_is_refused() -> None:
    class SpecialTeam(Team):
        class Meta:
            app_label = "people"

    assert codes(list(checks.check_tables(SpecialTeam))) == ["councils.E005"]
