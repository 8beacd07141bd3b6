"""Days that nobody means are asked about; what stands there already stays."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone

from leavingwell.platform.councils.scope import scope
from leavingwell.platform.plans.models import Attempt, Contact, PlanMatter
from leavingwell.platform.plans.services.actions import ActionChanges, add_action, update_action
from leavingwell.platform.plans.services.contacts import record_attempt, record_contact
from leavingwell.platform.plans.services.goals import add_goal
from leavingwell.platform.plans.services.matters import MatterWords, save_matter
from leavingwell.platform.problems import Problems
from tests.factories import Household

LONG_AGO, FAR_AWAY = date(1999, 1, 1), date(9999, 1, 1)


def wanted(house: Household, kind: str, day: date) -> Any:
    plan, by = house.plan, house.worker
    if kind == "dueOn":
        return add_action(plan, title="Ring", due_on=day, by=by, language="en")
    if kind == "wantedBy":
        return add_goal(plan, words="A garden", wanted_by=day, by=by, language="en")
    said = MatterWords(how="With the college", by_when=day, by_whom="Sam")
    return save_matter(plan, PlanMatter.Matter.MONEY, said, by=by, language="en")


@pytest.mark.parametrize("kind", ["dueOn", "wantedBy", "byWhen"])
@pytest.mark.parametrize("day", [LONG_AGO, FAR_AWAY])
def test_a_year_that_nobody_means(north: Household, kind: str, day: date) -> None:
    with scope(north.council):
        with pytest.raises(Problems) as refused:
            wanted(north, kind, day)
        assert [(one.field, str(one.message)) for one in refused.value.problems] == [(kind, "Please check the year.")]
        wanted(north, kind, timezone.localdate() + timedelta(days=30))


def test_a_day_that_stands_there_already_may_stay(north: Household) -> None:
    with scope(north.council):
        action = add_action(north.plan, title="Ring", by=north.worker, language="en")
        action.due_on = LONG_AGO
        action.save()
        changed = update_action(action, ActionChanges(title="Ring again", due_on=LONG_AGO), by=north.worker)
    assert (changed.title, changed.due_on) == ("Ring again", LONG_AGO)


def test_nothing_happened_before_they_were_born(north: Household) -> None:
    day = date(1900, 1, 1)
    with scope(north.council):
        for note in (
            lambda: record_attempt(north.plan, channel=Attempt.Channel.CALL, outcome="Rang", by=north.worker, on=day),
            lambda: record_contact(
                north.young_person, channel=Contact.Channel.CALL, summary="Rang", by=north.worker, on=day
            ),
        ):
            with pytest.raises(Problems, match="INVALID on"):
                note()
