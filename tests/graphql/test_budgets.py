"""The most queries that the largest pages may cost, whatever there is to show."""

from typing import Any

import pytest
from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext

from leavingwell.platform.councils.scope import scope
from leavingwell.platform.people.models import Team
from leavingwell.platform.plans.services.actions import add_action
from leavingwell.platform.plans.services.comments import add_comment
from leavingwell.platform.plans.services.reviewing import open_plan
from tests.factories import Household, make_young_person
from tests.graphql.asking import ask
from tests.graphql.story import Cast, answer_some, ids
from tests.graphql.test_contract import GIVEN, OPERATIONS, filled

WHOLE_PLAN, CASELOAD = 12, 7
DUE = """{ caseload(first: 100) { totalCount edges { node { id preferredName state attention { code dueOn }
  clocks { kind state dueOn } } } } }"""


def cost(cast: Cast, who: str, document: str, **variables: Any) -> int:
    """Once what this hour's first look writes down is written."""
    token = cast.token(cast.north, who)
    with TestCase.captureOnCommitCallbacks(execute=True):
        ask(cast.north.council, document, token, **variables)
    with CaptureQueriesContext(connection) as queries:
        answer = ask(cast.north.council, document, token, **variables)
    assert "errors" not in answer, answer
    return len(queries)


def fill(household: Household, answers: int, actions: int, comments: int) -> None:
    plan, owner = household.young_person.plan, household.owner
    answer_some(household.young_person, household.worker, owner.name, answers)
    for number in range(actions):
        add_action(plan, title=f"Step {number}", by=owner, language="en", domain="HOME", owner_ids=[owner.pk])
    for number in range(comments):
        add_comment(plan, body=f"Words {number}", by=owner, language="en")


@pytest.mark.parametrize("who", ["owner", "worker", "manager"])
def test_a_whole_plan(cast: Cast, who: str) -> None:
    variables = filled(GIVEN["Plan"], ids(cast.north, cast.stories["north"]))
    counts = []
    for answers, actions, comments in ((6, 3, 6), (66, 27, 54)):
        with scope(cast.north.council):
            fill(cast.north, answers, actions, comments)
        counts.append(cost(cast, who, OPERATIONS["Plan"], **variables))
    assert counts[0] == counts[1] <= WHOLE_PLAN


@pytest.mark.parametrize(("who", "document"), [("worker", OPERATIONS["Caseload"]), ("manager", DUE)])
def test_a_caseload_with_clocks_and_states(cast: Cast, who: str, document: str) -> None:
    counts = []
    for more in (3, 27):
        with scope(cast.north.council):
            team = Team.objects.get(manager=cast.north.manager)
            for _ in range(more):
                open_plan(make_young_person(team, worker=cast.north.worker), by=None)
        counts.append(cost(cast, who, document))
    assert counts[0] == counts[1] <= CASELOAD
