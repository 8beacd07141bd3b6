"""Example plans: loaded again and again with the same result, and marked as examples."""

import re
from typing import Any

import pytest
from django.core.management import call_command
from django.db import transaction

from leavingwell.platform.councils.scope import ScopeViolation, national_scope, scope
from leavingwell.platform.plans.models import ExamplePlan
from leavingwell.platform.plans.services.examples import load_example_plans
from tests.api import ask, client_of
from tests.factories import Household

DOCUMENT = """{ examplePlans {
  code title writtenWithout goals { words state domain { code } } actions { status owners } attempts { channel }
  matters { title how } parts { agrees youngPerson worker }
} }"""


@pytest.fixture
def examples(north: Household) -> None:
    load_example_plans()


def test_loading_twice_changes_nothing(examples: None) -> None:
    with national_scope("a test"):
        before = list(ExamplePlan.objects.values_list("pk", "code", "title", "content"))
    call_command("load_example_plans", verbosity=0)
    with national_scope("a test"):
        assert list(ExamplePlan.objects.values_list("pk", "code", "title", "content")) == before
    assert len(before) == 2


@pytest.mark.parametrize("who", [None, "owner", "worker", "supporter"])
def test_anybody_reads_both_kinds(north: Household, examples: None, who: str | None) -> None:
    person = north.people[who] if who else None
    found: list[Any] = ask(person, north.council, DOCUMENT)["data"]["examplePlans"]
    without, together = sorted(found, key=lambda one: one["code"] != "written-without")
    assert without["writtenWithout"] is True
    assert len(without["attempts"]) >= 3
    assert len({one["channel"] for one in without["attempts"]}) >= 2
    assert not without["parts"]["youngPerson"]  # nothing is said in their name
    assert together["parts"]["agrees"] == "PARTLY"
    assert all(goal["domain"] for goal in [*together["goals"], *without["goals"]])
    assert all(action["owners"] for action in together["actions"])


def test_a_council_cannot_change_them(north: Household, examples: None) -> None:
    with scope(north.council), pytest.raises(ScopeViolation), transaction.atomic():
        ExamplePlan.objects.filter(council=None).update(title="Ours")


@pytest.mark.parametrize("who", ["owner", "worker"])
def test_the_page_says_that_they_are_made_up(north: Household, examples: None, who: str) -> None:
    client = client_of(north.people[who], north.council)
    page = client.get("/examples/").content.decode()
    assert "These people are made up." in page
    for code in ("working-together", "written-without"):
        assert f'href="/examples/{code}/"' in page
        assert re.search(r"Nobody in it is a real person", client.get(f"/examples/{code}/").content.decode())
    client.raise_request_exception = False
    assert client.get("/examples/nowhere/").status_code == 404
