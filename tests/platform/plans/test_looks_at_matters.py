"""Whoever reads words of a plan by way of its completeness has looked at it; whoever counts has not."""

import pytest

from leavingwell.platform.audit.models import AuditEntry
from leavingwell.platform.councils.scope import scope
from tests.api import ask, opaque
from tests.factories import Household

COUNTS = "covered asked needed enough missing matters { matter title asked covered missing }"


@pytest.mark.parametrize(
    ("asked", "is_noted"),
    [
        (COUNTS, False),
        ("covered matters { goals { text } }", True),
        ("matters { matter actions { text } }", True),
        ("...on Completeness { covered matters { goals { text } } }", True),
    ],
)
def test_words_are_looks(north: Household, asked: str, is_noted: bool) -> None:
    with scope(north.council):
        plan = opaque("Plan", north.plan)
    answer = ask(
        north.worker, north.council, f"query($id: ID!) {{ plan(id: $id) {{ completeness {{ {asked} }} }} }}", id=plan
    )
    assert "errors" not in answer, answer
    with scope(north.council):
        assert AuditEntry.objects.filter(action="seen.plan", actor_id=north.worker.pk).exists() == is_noted
