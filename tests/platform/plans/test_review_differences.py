"""What changed from one review to a later one, for each viewer the parts that are for them."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from leavingwell.platform.access.services.supporting import add_supporter
from leavingwell.platform.councils.scope import scope
from leavingwell.platform.plans.models import Action, Goal, PlanMatter
from leavingwell.platform.plans.review_differences import review_differences
from leavingwell.platform.plans.services.actions import add_action
from leavingwell.platform.plans.services.answering import record_answers, sitting_of
from leavingwell.platform.plans.services.goals import add_goal
from leavingwell.questionnaires.kinds import AnswerKind
from leavingwell.questionnaires.services.answering import GivenAnswer
from tests.api import ask
from tests.factories import Household
from tests.platform.plans.asking import act, plan_of, signed_off

DOCUMENT = """query($id: ID!, $from: Int!, $to: Int) { reviewDifferences(planId: $id, from: $from, to: $to) {
  before { number } after { number }
  goalsAdded { words domain { code } } goalsReached { words } goalsDropped { words }
  goalsChanged { before { contingency } after { contingency } }
  actionsAdded { title } actionsDone { title } actionsStuck { title reason } actionsDropped { title }
  answers { question { code } before { choices { code } } after { choices { code } } }
  matters { before { how } after { title how } }
} }"""


def differences(house: Household, who: str, since: int = 1, until: int | None = None, of: Any = None) -> Any:
    given = {"id": plan_of(of or house), "from": since, "to": until}
    answer = ask(house.people[who], house.council, DOCUMENT, **given)
    assert "errors" not in answer, answer
    return answer["data"]["reviewDifferences"]


def said(house: Household, choice: str) -> None:
    plan = house.plan
    given = [GivenAnswer("HOME-08", kind=AnswerKind.ANSWERED, choice=choice)]
    sitting = sitting_of(plan.young_person, house.owner, channel=None, language="en")
    record_answers(plan, plan.review.response, given, sitting)


def change_everything(house: Household) -> None:
    """Between two reviews: goals reached, dropped, changed and new; likewise the list, an answer and a matter."""
    with scope(house.council):
        owner = {"by": house.owner, "language": "en"}
        goals = [add_goal(house.plan, words=words, domain="HOME", **owner) for words in ("Reach", "Drop", "Change")]
        actions = [add_action(house.plan, title=title, **owner) for title in ("Do", "Stick", "Leave")]
        said(house, "no")
    signed_off(house)
    act(house, "owner", "requestReview")
    with scope(house.council):
        for row, changes in (
            (goals[0], {"state": Goal.State.REACHED}),
            (goals[1], {"state": Goal.State.DROPPED}),
            (goals[2], {"contingency": "Plan B"}),
        ):
            Goal.objects.filter(pk=row.pk).update(**changes)
        for row, status in zip(actions, (Action.Status.DONE, Action.Status.STUCK, Action.Status.DROPPED), strict=True):
            Action.objects.filter(pk=row.pk).update(status=status, reason="Because", done_at=timezone.now())
        add_goal(house.plan, words="New goal", domain="MONEY", **owner)
        add_action(house.plan, title="New step", **owner)
        PlanMatter.objects.filter(plan=house.plan, matter=5).update(how="A flat of their own")
        said(house, "yes")


@pytest.mark.parametrize("until", [None, 2])
def test_all_that_changed(north: Household, until: int | None) -> None:
    change_everything(north)
    found = differences(north, "worker", until=until)
    assert (found["before"], found["after"]) == ({"number": 1}, {"number": 2})
    assert found["goalsAdded"] == [{"words": "New goal", "domain": {"code": "MONEY"}}]
    assert (found["goalsReached"], found["goalsDropped"]) == ([{"words": "Reach"}], [{"words": "Drop"}])
    assert found["goalsChanged"] == [{"before": {"contingency": ""}, "after": {"contingency": "Plan B"}}]
    assert found["actionsAdded"] == [{"title": "New step"}]
    assert found["actionsDone"] == [{"title": "Do"}]
    assert found["actionsStuck"] == [{"title": "Stick", "reason": "Because"}]
    assert found["actionsDropped"] == [{"title": "Leave"}]
    assert found["answers"] == [
        {
            "question": {"code": "HOME-08"},
            "before": {"choices": [{"code": "no"}]},
            "after": {"choices": [{"code": "yes"}]},
        }
    ]
    assert found["matters"][0]["after"]["how"] == "A flat of their own"


def test_what_was_signed_stays_as_it_was(north: Household) -> None:
    change_everything(north)
    signed_off(north)
    with scope(north.council):
        Goal.objects.filter(words="New goal").update(words="Written over")
    assert differences(north, "owner", until=2)["goalsAdded"][0]["words"] == "New goal"
    assert differences(north, "owner", since=2)["goalsAdded"] == []


def test_a_supporter_is_told_of_their_parts_alone(north: Household) -> None:
    change_everything(north)
    with scope(north.council):
        email = north.supporter.user.email
        add_supporter(
            north.young_person,
            name=north.supporter.name,
            email=email,
            relationship="Past carer",
            parts=["goals"],
            domain_codes=["HOME"],
            by=north.owner,
        )
    found = differences(north, "supporter")
    assert (found["goalsAdded"], found["goalsReached"]) == ([], [{"words": "Reach"}])
    parts = ("actionsAdded", "actionsDone", "actionsStuck", "actionsDropped", "answers", "matters")
    assert all(found[part] == [] for part in parts)


def test_to_everybody_else_there_is_nothing(north: Household, east: Household) -> None:
    change_everything(north)
    for who in ("other_owner", "other_worker", "analyst", "admin"):
        assert differences(north, who) is None
    for who in ("owner", "worker", "manager"):
        assert differences(east, who, of=north) is None
    assert ask(None, north.council, DOCUMENT, id=plan_of(north), **{"from": 1})["data"]["reviewDifferences"] is None


@pytest.mark.parametrize(("since", "until"), [(0, None), (-1, None), (9, None), (1, 9), (2**31 - 1, None)])
def test_a_number_that_is_not_there(north: Household, since: int, until: int | None) -> None:
    assert differences(north, "worker", since, until) is None


def queries_with(house: Household, number: int) -> int:
    with scope(house.council):
        for place in range(number):
            add_goal(house.plan, words=f"Goal {place}", by=house.owner, language="en")
            add_action(house.plan, title=f"Step {place}", by=house.owner, language="en")
        plan = house.plan
        with CaptureQueriesContext(connection) as queries:
            review_differences(plan, 1)
        return len(queries)


def test_a_long_list_costs_no_more_queries(north: Household) -> None:
    change_everything(north)
    assert queries_with(north, 2) == queries_with(north, 10)
