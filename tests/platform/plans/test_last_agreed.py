"""When the plan was last signed: for whoever sees the plan, whatever review came after."""

import pytest

from leavingwell.platform.councils.scope import scope
from leavingwell.platform.plans.services.reviewing import start_review
from tests.api import ask
from tests.factories import Household
from tests.platform.plans.asking import plan_of, read, signed_off

FIELDS = "lastAgreedAt reviews { number authorisedAt }"


def test_null_before_the_first_time_and_kept_while_the_next_review_goes_on(north: Household) -> None:
    assert read(north, "owner", FIELDS)["lastAgreedAt"] is None
    signed_off(north)
    with scope(north.council):
        north.plan.refresh_from_db()
        start_review(north.plan, number=2, by=north.worker, due_on=north.plan.current_until)
    for who in ("owner", "worker", "manager", "supporter"):
        found = read(north, who, FIELDS)
        assert [review["number"] for review in found["reviews"]] == [2, 1]
        assert found["lastAgreedAt"] == found["reviews"][1]["authorisedAt"] is not None


@pytest.mark.parametrize("who", ["other_owner", "east", "visitor"])
def test_nobody_else_is_told(north: Household, east: Household, who: str) -> None:
    signed_off(north)
    house = east if who == "east" else north
    person = {"other_owner": north.other_owner, "east": east.owner, "visitor": None}[who]
    answer = ask(person, house.council, "query($id: ID!) { plan(id: $id) { lastAgreedAt } }", id=plan_of(north))
    assert answer["data"] == {"plan": None}
