"""Inviting with times in care, and from which day a plan can be started."""

from typing import Any

import pytest
from django.utils import timezone

from leavingwell.platform.councils.scope import scope
from leavingwell.platform.people.dates import months_after
from leavingwell.platform.people.models import CarePeriod, YoungPerson
from leavingwell.platform.plans.models import PlanRules
from leavingwell.platform.plans.models.rules import StartAge
from tests.api import ask, codes, do
from tests.factories import Household

GIVEN = {"preferredName": "Wren", "email": "wren@example.org", "dateOfBirth": "2009-05-04"}
LONG = [{"startsOn": "2021-01-01"}]


def invite(house: Household, **given: Any) -> dict[str, Any]:
    fields = "... on YoungPerson { preferredName }"
    return do(house.manager, house.council, "inviteYoungPerson", fields, **{**GIVEN, **given})


def stored(house: Household) -> YoungPerson:
    with scope(house.council):
        return YoungPerson.objects.get(person__name="Wren")


def test_the_suggested_category_counts_unless_another_is_given_with_a_reason(north: Household) -> None:
    assert codes(invite(north, carePeriods=LONG, category="QUALIFYING")) == [("INVALID", "categoryReason")]
    invite(north, carePeriods=[{"startsOn": "2021-01-01", "endsOn": "2026-06-01"}])
    assert stored(north).category == "relevant"
    with scope(north.council):
        assert CarePeriod.objects.get(young_person=stored(north)).ends_on


def test_another_category_with_its_reason(north: Household) -> None:
    invite(north, carePeriods=LONG, category="QUALIFYING", categoryReason="A special guardian")
    assert (stored(north).category, stored(north).category_reason) == ("qualifying", "A special guardian")


def test_without_dates_it_is_as_before(north: Household) -> None:
    invite(north)
    assert (stored(north).category, stored(north).category_reason) == ("eligible", "")


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ({"carePeriods": [{"startsOn": "2999-01-01"}]}, ("INVALID", "carePeriods.0.startsOn")),
        ({"carePeriods": [{"startsOn": "2021-01-01", "endsOn": "2022-01-01"}]}, ("INVALID", "category")),
        ({"carePeriods": [{"startsOn": "1999-01-01"}]}, ("INVALID", "carePeriods.0.startsOn")),
        ({"carePeriods": [*LONG, {"startsOn": "2022-01-01"}]}, ("INVALID", "carePeriods.1.startsOn")),
        ({"carePeriods": [{"startsOn": "2021-01-01", "endsOn": "2020-01-01"}]}, ("INVALID", "carePeriods.0.endsOn")),
        ({"carePeriods": [{"startsOn": "2021-01-01", "endsOn": "2022-01-01"}], "category": "ELIGIBLE"}, None),
    ],
)
def test_a_fault_is_named_and_nobody_is_added(
    north: Household, given: dict[str, Any], problem: tuple[str, str] | None
) -> None:
    found = codes(invite(north, **given))
    assert found == ([problem] if problem else [("INVALID", "categoryReason")])
    with scope(north.council):
        assert not YoungPerson.objects.filter(person__name="Wren").exists()


@pytest.mark.parametrize("age", list(StartAge))
def test_planning_starts_at_the_age_that_the_council_sets(north: Household, age: StartAge) -> None:
    today = timezone.localdate()
    with scope(north.council):
        PlanRules.objects.create(start_age_months=age)
    on_the_day = months_after(today, -age)
    too_early = months_after(on_the_day, 1)
    refused = invite(north, dateOfBirth=too_early.isoformat())
    assert codes(refused) == [("INVALID", "dateOfBirth")]
    assert str(age.label) in refused["problems"][0]["message"]
    assert str(months_after(too_early, age).year) in refused["problems"][0]["message"]
    assert invite(north, dateOfBirth=on_the_day.isoformat())["__typename"] == "YoungPerson"


def test_15_is_the_least(north: Household) -> None:
    born = months_after(timezone.localdate(), -179)
    assert codes(invite(north, dateOfBirth=born.isoformat())) == [("INVALID", "dateOfBirth")]


def test_who_chooses_from_the_advisers(north: Household, east: Household) -> None:
    query = "{ personalAdvisers { name } }"
    found = ask(north.manager, north.council, query)["data"]["personalAdvisers"]
    assert {one["name"] for one in found} == {"Worker of northmoor", "Other Worker of northmoor"}
    refused = ask(north.owner, north.council, query)
    assert [error["extensions"]["code"] for error in refused["errors"]] == ["NOT_ALLOWED"]
