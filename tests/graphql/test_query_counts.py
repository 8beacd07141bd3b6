"""As many queries for ten as for two."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from leavingwell.platform.councils.scope import scope
from leavingwell.platform.people.models import Team
from leavingwell.platform.plans.models import Attempt
from leavingwell.platform.plans.services.actions import add_action
from leavingwell.platform.plans.services.comments import add_comment
from leavingwell.platform.plans.services.contacts import record_attempt
from leavingwell.platform.plans.services.goals import add_goal
from leavingwell.platform.plans.services.reviewing import open_plan
from tests.factories import Household, make_offer, make_young_person
from tests.graphql.asking import ask
from tests.graphql.selections import leaves, nested, node_type, opened
from tests.graphql.story import Cast, answer_some, check_in_three_times, ids
from tests.graphql.test_contract import GIVEN, OPERATIONS, filled

FEW, MANY = 2, 10


def fill_plan(household: Household, number: int) -> None:
    young_person, worker, owner = household.young_person, household.worker, household.owner
    plan = young_person.plan
    for _ in range(number):
        goal = add_goal(plan, words="A goal", domain="HOME", by=owner, language="en")
        owners = (owner.pk, worker.pk)
        add_action(plan, title="To do", goal=goal, domain="MIND", owner_ids=owners, by=worker, language="en")
        add_comment(plan, body="Words", by=owner, language="en")
        record_attempt(plan, channel=Attempt.Channel.CALL, outcome="Rang", by=worker)
        check_in_three_times(young_person, owner.name)
    answer_some(young_person, worker, owner.name, number)


def fill_caseload(household: Household, number: int) -> None:
    team = Team.objects.get(manager=household.manager)
    for _ in range(number):
        young_person = make_young_person(team, worker=household.worker)
        open_plan(young_person, by=None)
        answer_some(young_person, household.worker, young_person.person.name, 1)
        check_in_three_times(young_person, young_person.person.name)


def fill_offers(household: Household, number: int) -> None:
    for _ in range(number):
        make_offer(household.council, last_checked_on=timezone.localdate() - timedelta(days=3))


def everything(type_name: str) -> str:
    """All leaves of a type, and all leaves of what hangs on it."""
    parts = [opened(name, of, leaves(node_type(of)) or "__typename") for name, of in nested(type_name).items()]
    return " ".join([leaves(type_name), *parts])


WHOLE_PLAN = f"query($id: ID!) {{ plan(id: $id) {{ {everything('Plan')} }} }}"
WHOLE_RESPONSE = (
    f"query($id: ID!) {{ response(id: $id) {{ {leaves('Response')} answers {{ {everything('Answer')} }} }} }}"
)
WHOLE_CASELOAD = f"{{ caseload(first: 20) {{ totalCount edges {{ node {{ {everything('YoungPerson')} }} }} }} }}"
WHOLE_OFFERS = f"{{ offers {{ totalCount edges {{ node {{ {everything('Offer')} }} }} }} }}"
ACTIONS = f"query($id: ID!) {{ plan(id: $id) {{ actions {{ edges {{ node {{ {everything('Action')} }} }} }} }} }}"
GOALS = f"query($id: ID!) {{ plan(id: $id) {{ goals {{ {everything('Goal')} }} }} }}"


@pytest.mark.parametrize(
    ("fill", "who", "document", "given"),
    [
        (fill_plan, "owner", OPERATIONS["Plan"], GIVEN["Plan"]),
        (fill_plan, "worker", OPERATIONS["Plan"], GIVEN["Plan"]),
        (fill_plan, "worker", WHOLE_PLAN, {"id": "$plan"}),
        (fill_plan, "owner", WHOLE_RESPONSE, {"id": "$response"}),
        (fill_plan, "worker", WHOLE_RESPONSE, {"id": "$response"}),
        (fill_plan, "worker", ACTIONS, {"id": "$plan"}),
        (fill_plan, "owner", GOALS, {"id": "$plan"}),
        (fill_plan, "supporter", OPERATIONS["Plan"], GIVEN["Plan"]),
        (fill_caseload, "worker", OPERATIONS["Caseload"], {"first": 100}),
        (fill_caseload, "manager", WHOLE_CASELOAD, {}),
        (fill_offers, "visitor", OPERATIONS["Offers"], {"first": 100}),
        (fill_offers, "visitor", WHOLE_OFFERS, {}),
    ],
    ids=lambda value: getattr(value, "__name__", None) or str(value)[:30],
)
def test_constant(
    cast: Cast, fill: Callable[[Household, int], None], who: str, document: str, given: dict[str, Any]
) -> None:
    north = cast.north
    variables = filled(given, ids(north, cast.stories["north"]))
    counts, sizes = [], []
    ask(north.council, document, cast.token(north, who), **variables)  # what a process keeps of translations is there
    for number in (FEW, MANY - FEW):
        with scope(north.council):
            fill(north, number)
        with CaptureQueriesContext(connection) as queries:
            answer = ask(north.council, document, cast.token(north, who), **variables)
        assert "errors" not in answer, answer
        counts.append(len(queries))
        sizes.append(len(str(answer["data"])))
    assert counts[0] == counts[1], "\n".join(query["sql"][:400] for query in queries)
    assert sizes[0] < sizes[1] or who == "supporter"
