"""A council's rules for plans, on their screen: new ones from a day to come, and what the law says to them."""

from datetime import date, timedelta
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone

from leavingwell.platform.audit.models import AuditEntry
from leavingwell.platform.councils.scope import scope
from leavingwell.platform.plans.models import PlanRules
from leavingwell.platform.plans.models.rules import rules
from tests.api import client_of
from tests.factories import Household

ADDRESS = "/admin/plan-rules/"


def visit(house: Household, who: str = "admin") -> Any:
    with scope(house.council):
        return client_of(house.people[who], house.council)


def fields(page: Any) -> dict[str, str]:
    form = next(
        one for one in BeautifulSoup(page.content, "html.parser").find_all("form") if one.find(id="id_quality_check")
    )
    found = {one["name"]: one.get("value", "") for one in form.find_all("input") if one.get("type") != "checkbox"}
    for choice in form.find_all("select"):
        found[choice["name"]] = choice.find("option", selected=True)["value"]
    return found


def save(house: Household, **given: Any) -> Any:
    admin = visit(house)
    return admin.post(ADDRESS, {**fields(admin.get(ADDRESS)), **given})


def test_new_rules_from_a_day_to_come(north: Household) -> None:
    page = visit(north).get(ADDRESS)
    assert "The usual ones" in page.content.decode()
    day = timezone.localdate() + timedelta(days=40)
    assert save(north, effective_from=day.isoformat(), contact_every_weeks="4").status_code == 302
    with scope(north.council):
        assert (rules().contact_every_weeks, rules(on=day).contact_every_weeks) == (6, 4)
        (entry,) = AuditEntry.objects.filter(action="plan_rules.set")
        assert entry.changes["contact_every_weeks"] == [6, 4]
    assert "to come" in visit(north).get(ADDRESS).content.decode()


def test_a_set_that_has_not_begun_is_replaced(north: Household) -> None:
    day = (timezone.localdate() + timedelta(days=1)).isoformat()
    for weeks in ("4", "5"):
        save(north, effective_from=day, contact_every_weeks=weeks)
    with scope(north.council):
        assert [one.contact_every_weeks for one in PlanRules.objects.all()] == [5]


def test_rules_that_have_begun_stay_as_they_were(north: Household) -> None:
    with scope(north.council):
        PlanRules.objects.create(effective_from=date(2020, 1, 1), contact_every_weeks=3)
    for day in ("2020-01-01", timezone.localdate().isoformat(), "", "soon"):
        answer = save(north, effective_from=day, contact_every_weeks="9")
        assert answer.status_code == 422
        assert 'value="9"' in answer.content.decode()
    with scope(north.council):
        assert [one.contact_every_weeks for one in PlanRules.objects.all()] == [3]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("review_every_months", "0"),
        ("review_every_months", "13"),
        ("visit_every_weeks", "-1"),
        ("contact_every_weeks", "999999999999"),
        ("attempt_channels_needed", "5"),
        ("start_age_months", "100"),
        ("matters_needed", "11"),
        ("completion_target", ""),
    ],
)
def test_a_number_that_makes_no_sense_is_named(north: Household, field: str, value: str) -> None:
    answer = save(north, **{"effective_from": (timezone.localdate() + timedelta(days=9)).isoformat(), field: value})
    assert answer.status_code == 422
    with scope(north.council):
        assert not PlanRules.objects.exists()


def test_more_time_than_the_law_is_warned_of_and_kept(north: Household) -> None:
    day = (timezone.localdate() + timedelta(days=9)).isoformat()
    assert save(north, effective_from=day, review_every_months="12").status_code == 302
    assert "at least every six months" in visit(north).get(ADDRESS).content.decode()


@pytest.mark.parametrize("who", ["editor", "questionnaire_editor", "translator", "worker", "manager", "owner"])
def test_only_the_administrator_sets_them(north: Household, who: str) -> None:
    visitor = visit(north, who)
    for answer in (visitor.get(ADDRESS), visitor.post(ADDRESS, {"contact_every_weeks": "1"})):
        assert answer.status_code in (302, 403, 404)
    with scope(north.council):
        assert not PlanRules.objects.exists()


def test_another_councils_rules_are_not_there(north: Household, east: Household) -> None:
    with scope(east.council):
        PlanRules.objects.create(effective_from=date(2020, 1, 1), contact_every_weeks=11)
    page = visit(north).get(ADDRESS).content.decode()
    assert "1 January 2020" not in page
    save(north, effective_from=(timezone.localdate() + timedelta(days=9)).isoformat())
    with scope(east.council):
        assert PlanRules.objects.count() == 1
