"""The audit can only be added to, and knows through which door and from which address somebody came."""

from typing import Any

import pytest
from django.db import connection, transaction
from django.test import RequestFactory, override_settings

from leavingwell.platform.audit.models import AuditEntry
from leavingwell.platform.audit.origin import Origin, OriginMiddleware, Place, address_of, origin, place_of
from leavingwell.platform.audit.services import record
from leavingwell.platform.councils.scope import ScopeViolation, scope
from tests.api import do, opaque
from tests.factories import Household
from tests.portal.pages import client

TABLE = AuditEntry._meta.db_table


@pytest.fixture
def entry(in_north: Household) -> AuditEntry:
    return record("goal.added", in_north.young_person, by=in_north.worker, young_person_id=in_north.young_person.pk)


@pytest.mark.parametrize(
    "statement",
    [
        f"UPDATE {TABLE} SET actor_name = 'Somebody else' WHERE id = %s",
        f"DELETE FROM {TABLE} WHERE id = %s",
        f"WITH gone AS (DELETE FROM {TABLE} WHERE id = %s RETURNING 1) SELECT * FROM gone",
    ],
)
def test_the_application_itself_cannot_change_or_delete_an_entry_with_sql_of_its_own(
    entry: AuditEntry, statement: str
) -> None:
    with pytest.raises(ScopeViolation), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, [entry.pk])
    entry.refresh_from_db()
    assert entry.actor_name.startswith("Worker of")


def test_nor_through_its_models(entry: AuditEntry) -> None:
    entry.reason = "Nothing happened"
    tries: list[Any] = [entry.save, entry.delete, AuditEntry.objects.all().delete]
    tries.append(lambda: AuditEntry.objects.update(reason="Nothing happened"))
    for attempt in tries:
        with pytest.raises(ScopeViolation), transaction.atomic():
            attempt()
    assert AuditEntry.objects.get(pk=entry.pk).reason == ""


def test_the_role_of_the_application_cannot_switch_the_guard_off(entry: AuditEntry) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT rolsuper, rolbypassrls FROM pg_roles WHERE rolname = current_user")
        assert cursor.fetchone() == (False, False)


def test_the_other_council_reads_none_of_it(entry: AuditEntry, east: Household) -> None:
    with scope(east.council):
        assert not AuditEntry.objects.filter(pk=entry.pk).exists()


def test_a_change_knows_its_door_and_its_address(north: Household) -> None:
    with scope(north.council):
        plan = opaque("Plan", north.plan)
    do(north.worker, north.council, "addAction", "... on Action { id }", planId=plan, title="Ring")
    with scope(north.council):
        through_api = AuditEntry.objects.get(action="action.added")
        assert (through_api.place, through_api.address) == ("api", "127.0.0.1")
        visitor = client(north.owner, north.council)
    visitor.post("/to-do/", {"title": "Buy a kettle", "who": "me"})
    with scope(north.council):
        assert AuditEntry.objects.filter(action="action.added", place="portal", address="127.0.0.1").count() == 1


def test_what_no_request_did_was_a_job(entry: AuditEntry) -> None:
    assert (entry.place, entry.address) == ("job", None)


@pytest.mark.parametrize(
    ("path", "place"),
    [("/graphql/", Place.API), ("/admin/pages/", Place.ADMIN), ("/plan/", Place.PORTAL), ("/_allauth/app/", Place.API)],
)
def test_the_door_is_told_by_the_path(path: str, place: Place) -> None:
    assert place_of(path) == place


def test_a_forwarded_address_counts_only_where_a_proxy_is_trusted() -> None:
    made_up = RequestFactory().get("/", headers={"X-Forwarded-For": "203.0.113.9, 198.51.100.7"})
    assert address_of(made_up) == "127.0.0.1"
    with override_settings(ALLAUTH_TRUSTED_PROXY_COUNT=1):
        assert address_of(made_up) == "198.51.100.7"


@pytest.mark.parametrize("given", ["", "nowhere", "1.2.3.4.5", "x" * 500])
def test_a_faulty_address_is_none(given: str) -> None:
    request = RequestFactory().get("/", REMOTE_ADDR=given)
    assert address_of(request) is None


def test_the_origin_ends_with_the_request_even_if_it_fails() -> None:
    seen: list[Origin] = []

    def view(request: Any) -> Any:
        seen.append(origin())
        raise KeyError

    with pytest.raises(KeyError):
        OriginMiddleware(view)(RequestFactory().get("/graphql/"))
    assert seen == [Origin(Place.API, "127.0.0.1")]
    assert origin() == Origin()
