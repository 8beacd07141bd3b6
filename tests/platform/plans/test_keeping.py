"""How long a record is kept: the law's day, a longer one with a reason, a hold, and nothing erased by itself."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.apps import apps
from django.db import connection, transaction
from django.utils import timezone

from leavingwell.platform.audit.models import AuditEntry
from leavingwell.platform.councils.owned import CouncilOwned
from leavingwell.platform.councils.scope import ScopeViolation, scope
from leavingwell.platform.people.models import LegalHold, YoungPerson
from leavingwell.platform.plans.services import keeping
from leavingwell.platform.problems import Problems
from tests.factories import Household
from tests.portal.pages import tell

LINKS = {"access.youngpersongrant", "plans.actionowner", "plans.noticepreference", "plans.savedoffer"}


def born(young_person: YoungPerson, day: date) -> YoungPerson:
    YoungPerson.objects.filter(pk=young_person.pk).update(date_of_birth=day)
    return YoungPerson.objects.get(pk=young_person.pk)


def kept_models(*apps_named: str) -> list[Any]:
    return [
        model
        for model in apps.get_models()
        if issubclass(model, CouncilOwned) and model.kept and model._meta.app_label in apps_named
    ]


@pytest.mark.parametrize(
    ("day", "until"),
    [
        (date(2008, 2, 3), date(2083, 2, 3)),
        (date(2008, 2, 29), date(2083, 3, 1)),
        (date(2005, 2, 28), date(2080, 2, 28)),
    ],
)
def test_it_is_kept_until_the_75th_birthday(in_north: Household, day: date, until: date) -> None:
    young_person = born(in_north.young_person, day)
    assert keeping.kept_until(young_person) == until
    assert young_person not in keeping.records_due(until - timedelta(days=1))
    assert young_person in keeping.records_due(until)


def test_a_council_keeps_longer_with_a_reason_and_never_shorter(in_north: Household) -> None:
    young_person, admin = born(in_north.young_person, date(2008, 2, 3)), in_north.admin
    with pytest.raises(Problems, match="INVALID day"):
        keeping.keep_longer(young_person, date(2083, 2, 2), reason="We would like to", by=admin)
    with pytest.raises(Problems, match="INVALID reason"):
        keeping.keep_longer(young_person, date(2090, 1, 1), reason=" ", by=admin)
    keeping.keep_longer(young_person, date(2090, 1, 1), reason="An inquiry asks for it", by=admin)
    young_person = YoungPerson.objects.get(pk=young_person.pk)
    assert keeping.kept_until(young_person) == date(2090, 1, 1)
    entry = AuditEntry.objects.get(action="retention.changed")
    assert (entry.changes, entry.reason) == ({"retain_until": [None, "2090-01-01"]}, "An inquiry asks for it")
    back = keeping.keep_longer(young_person, None, reason="The inquiry is over", by=admin)
    assert keeping.kept_until(back) == date(2083, 2, 3)


def test_a_hold_keeps_a_record_beyond_its_day_until_it_is_lifted(in_north: Household) -> None:
    young_person, today = born(in_north.young_person, date(1940, 1, 1)), timezone.localdate()
    assert young_person in keeping.records_due(today)
    keeping.place_hold(young_person, reason="A claim", by=in_north.admin)
    assert young_person not in keeping.records_due(today)
    with pytest.raises(Problems, match="WRONG_STATE"):
        keeping.place_hold(young_person, reason="Another", by=in_north.admin)
    keeping.lift_hold(young_person, reason="The claim is settled", by=in_north.admin)
    assert young_person in keeping.records_due(today)
    with pytest.raises(Problems, match="WRONG_STATE"):
        keeping.lift_hold(young_person, reason="Again", by=in_north.admin)
    hold = LegalHold.objects.get()
    assert (hold.lift_reason, hold.lifted_by) == ("The claim is settled", in_north.admin)


@pytest.mark.parametrize("who", ["owner", "worker", "manager", "supervisor", "editor", "supporter"])
def test_only_the_administrator_decides(in_north: Household, who: str) -> None:
    person, young_person = in_north.people[who], in_north.young_person
    for attempt in (
        lambda: keeping.place_hold(young_person, reason="A claim", by=person),
        lambda: keeping.lift_hold(young_person, reason="A claim", by=person),
        lambda: keeping.keep_longer(young_person, None, reason="A claim", by=person),
    ):
        with pytest.raises(Problems, match="NOT_ALLOWED"):
            attempt()


def test_the_report_is_the_own_councils(in_north: Household, east: Household) -> None:
    with scope(east.council):
        born(east.young_person, date(1940, 1, 1))
    assert list(keeping.records_due()) == []


def test_a_record_whose_day_has_come_is_still_there(in_north: Household) -> None:
    young_person = born(in_north.young_person, date(1900, 1, 1))
    assert list(keeping.records_due()) == [young_person]
    assert YoungPerson.objects.filter(pk=young_person.pk).exists()


def test_everything_of_a_record_is_kept_but_links_that_the_audit_tells_of() -> None:
    """Who adds a table says so here, if its rows may go."""
    found = {
        model._meta.label_lower
        for model in apps.get_models()
        if issubclass(model, CouncilOwned)
        and not model.kept
        and any(
            field.related_model is YoungPerson or field.name in ("action", "person") for field in model._meta.fields
        )
    }
    assert found == LINKS


def test_no_row_of_case_data_can_be_deleted(north: Household) -> None:
    """Through the models or with SQL: the database refuses, for each table that has rows here."""
    tell(north)
    tried = set()
    with scope(north.council):
        for model in kept_models("people", "plans", "questionnaires", "documents", "audit"):
            row = model.objects.first()
            if row is None:
                continue
            tried.add(model._meta.label_lower)
            with pytest.raises(ScopeViolation), transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(f'DELETE FROM "{model._meta.db_table}" WHERE id = %s', [row.pk])
            assert model.objects.filter(pk=row.pk).exists()
    assert {"people.youngperson", "plans.goal", "plans.action", "questionnaires.answer"} <= tried
    assert len(tried) > 12


@pytest.mark.django_db
def test_every_table_of_case_data_has_the_guard() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT c.relname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid "
            "WHERE t.tgname IN ('lw_kept', 'lw_frozen') AND t.tgenabled = 'O'"
        )
        guarded = {name for (name,) in cursor.fetchall()}
    models = kept_models("people", "plans", "questionnaires", "documents", "audit")
    assert {model._meta.db_table for model in models} <= guarded
