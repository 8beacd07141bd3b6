"""A council's totals: counted live, told with small numbers hidden outside the case team."""

from copy import deepcopy
from typing import Any

import pytest

from leavingwell.platform.councils.scope import scope
from leavingwell.platform.people.models import Team
from leavingwell.platform.plans.services.answering import record_answers, sitting_of
from leavingwell.platform.plans.services.reviewing import open_plan
from leavingwell.questionnaires.services.answering import GivenAnswer
from tests.api import ask, document, opaque
from tests.conftest import check_links
from tests.factories import Household, make_young_person

CHOICES = ("yes_mostly", "yes_mostly", "sometimes", "not_right_now")


def answer(young_person: Any, choice: str, **given: Any) -> None:
    plan = open_plan(young_person, by=None)
    sitting = sitting_of(young_person, young_person.person, channel=None, language="en")
    record_answers(plan, plan.review.response, [GivenAnswer("HOME-03", choice=choice, **given)], sitting)


@pytest.fixture(scope="module")
def _crowd(_households: list[Household], django_db_blocker: Any) -> None:
    """Eight more in the owner's team: four, two and two answers, and one wish for help."""
    north = deepcopy(_households[0])
    with django_db_blocker.unblock(), scope(north.council):
        team = north.young_person.team
        for place in range(8):
            answer(make_young_person(team, worker=north.worker), CHOICES[place % 4], wants_help=place == 0)
        check_links()


@pytest.fixture
def crowd(_crowd: None, north: Household) -> Household:
    return north


def insight(house: Household, who: str, **variables: Any) -> dict[str, Any]:
    found = ask(house.people[who], house.council, document("insight"), domain="HOME", **variables)
    assert "errors" not in found, found
    result: dict[str, Any] = found["data"]["insight"]
    return result


def heating(found: dict[str, Any]) -> dict[str, Any]:
    one = next(question for question in found["questions"] if question["question"]["code"] == "HOME-03")
    return {
        "total": one["total"],
        **{count["choice"]["code"]: count["count"] for count in one["counts"]},
        "help": one["wantsHelp"]["count"],
    }


def test_the_case_team_sees_true_numbers_of_its_own(crowd: Household) -> None:
    with scope(crowd.council):
        team = opaque("Team", crowd.young_person.team)
    true = {"total": 8, "yes_mostly": 4, "sometimes": 2, "not_right_now": 2, "help": 1}
    assert heating(insight(crowd, "worker")) == true
    assert heating(insight(crowd, "manager", team=team)) == true


def test_others_see_no_small_number(crowd: Household) -> None:
    for who in ("analyst", "admin", "manager"):
        found = insight(crowd, who)
        assert heating(found) == {
            "total": 8, "yes_mostly": None, "sometimes": None, "not_right_now": None, "help": None
        }  # fmt: skip
        assert found["people"] == (None if who == "manager" else 10)  # who knows nine of them would know the tenth


def test_a_manager_cannot_take_their_own_team_from_the_whole(crowd: Household) -> None:
    with scope(crowd.council):
        own, few = crowd.young_person.team, Team.objects.exclude(pk=crowd.young_person.team_id).get()
        for team, number in ((own, 5), (few, 4)):
            for _one in range(number):
                answer(make_young_person(team), "sometimes")
        whole, theirs = opaque("Team", own), opaque("Team", few)
    assert heating(insight(crowd, "manager", team=whole))["sometimes"] == 7
    assert heating(insight(crowd, "manager", team=theirs))["sometimes"] is None
    assert heating(insight(crowd, "manager"))["sometimes"] is None


def test_a_team_of_few_is_hidden_whole(crowd: Household) -> None:
    with scope(crowd.council):
        few = opaque("Team", Team.objects.exclude(pk=crowd.young_person.team_id).get())
    found = insight(crowd, "analyst", team=few)
    assert (found["people"], found["plans"]["eligible"], found["plans"]["percent"]) == (None, None, None)


def test_a_rate_is_never_made_from_hidden_parts(crowd: Household) -> None:
    with scope(crowd.council):
        plan = crowd.plan
        plan.current_until = "2999-01-01"
        plan.save()
    plans = insight(crowd, "analyst")["plans"]
    assert (plans["current"], plans["percent"], plans["target"]) == (None, None, 90)


def test_a_new_answer_counts_at_once_and_an_old_checklist_no_longer(crowd: Household) -> None:
    with scope(crowd.council):
        owner = crowd.young_person
        plan = owner.plan
        sitting = sitting_of(owner, owner.person, channel=None, language="en")
        record_answers(plan, plan.review.response, [GivenAnswer("HOME-03", choice="sometimes")], sitting)
    assert heating(insight(crowd, "worker"))["sometimes"] == 3


def test_the_other_councils_answers_are_not_counted(crowd: Household, east: Household) -> None:
    assert heating(insight(east, "analyst")) == {
        "total": 0, "yes_mostly": 0, "sometimes": 0, "not_right_now": 0, "help": 0
    }  # fmt: skip


@pytest.mark.parametrize("who", ["owner", "supporter", "editor", "translator"])
def test_who_may_not_look(north: Household, who: str) -> None:
    found = ask(north.people[who], north.council, document("insight"))
    assert found["errors"][0]["extensions"]["code"] == "NOT_ALLOWED"
    assert found["data"] == {"insight": None}


def test_another_councils_team_is_not_found(north: Household, east: Household) -> None:
    with scope(east.council):
        team = opaque("Team", east.young_person.team)
    found = ask(north.analyst, north.council, document("insight"), team=team)
    assert found["errors"][0]["extensions"]["code"] == "NOT_FOUND"


def test_constant_queries(crowd: Household, django_assert_num_queries: Any) -> None:
    from leavingwell.platform.insight.totals import totals

    with scope(crowd.council):
        with django_assert_num_queries(5):
            totals(crowd.analyst)
        for _more in range(8):
            answer(make_young_person(crowd.young_person.team), "sometimes")
        with django_assert_num_queries(5):
            totals(crowd.analyst)
