"""A worry becomes a goal through the API: one transaction, exactly one source, and only what the viewer may see."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from leavingwell.platform.audit.models import AuditEntry
from leavingwell.platform.councils.scope import scope
from leavingwell.platform.people.models import Supporter
from leavingwell.platform.plans.models import Action, Goal
from leavingwell.platform.plans.services.answering import record_answers, sitting_of
from leavingwell.questionnaires.models import CheckIn
from leavingwell.questionnaires.services.answering import GivenAnswer
from leavingwell.questionnaires.services.check_ins import GivenCheckIn, send_check_in
from tests.api import ask, codes, do, opaque
from tests.factories import Household

FIELDS = "... on Goal { id words language domain { code } actions { id title status questionCode } }"


def turn(house: Household, who: str, source: dict[str, Any], **given: Any) -> dict[str, Any]:
    with scope(house.council):
        plan = opaque("Plan", house.plan)
    given = {"planId": plan, "from": source, "words": "Warm by winter", **given}
    return do(house.people[who], house.council, "turnIntoGoal", FIELDS, **given)


def wish(house: Household, comment: str = "") -> Action:
    with scope(house.council):
        own, plan = house.young_person.person, house.plan
        sitting = sitting_of(house.young_person, own, channel=None, language="ar")
        answer = GivenAnswer("HOME-03", choice="sometimes", wants_help=True, comment=comment)
        record_answers(plan, plan.review.response, [answer], sitting)
        found: Action = plan.actions.get(status=Action.Status.DRAFT)
        return found


def test_a_wish_becomes_the_first_step_and_words_keep_their_language(north: Household) -> None:
    asked = wish(north, comment="البيت بارد")
    step = {"title": "Ring about the boiler", "dueOn": "2027-01-15"}
    source = {"actionId": opaque("Action", asked)}
    made = turn(north, "worker", source, words="البيت بارد", step=step, language="en", expectedVersion=0)
    assert (made["language"], made["domain"]["code"]) == ("ar", "HOME")
    assert made["actions"] == [
        {"id": source["actionId"], "title": step["title"], "status": "OPEN", "questionCode": "HOME-03"}
    ]
    assert codes(turn(north, "worker", source, words="Else", step=step)) == [("WRONG_STATE", None)]
    with scope(north.council):
        assert list(AuditEntry.objects.filter(action="goal.added").values_list("actor_name", flat=True)) == [
            north.worker.name
        ]
        assert Goal.objects.count() == 1  # what was refused left nothing behind


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ({"step": None}, ("INVALID", "step.title")),
        ({"step": {"title": " "}}, ("INVALID", "step.title")),
        ({"step": {"title": "Ring", "ownerIds": ["nonsense"]}}, ("NOT_FOUND", "step.ownerIds.0")),
        ({"step": {"title": "Ring"}, "words": "x" * 501}, ("TOO_LARGE", "words")),
        ({"step": {"title": "Ring"}, "domain": "NO"}, ("NOT_FOUND", "domain")),
        ({"step": {"title": "Ring"}, "expectedVersion": 7}, ("STALE_VERSION", "expectedVersion")),
    ],
)
def test_a_fault_is_named_and_nothing_is_kept(north: Household, given: dict[str, Any], problem: Any) -> None:
    source = {"actionId": opaque("Action", wish(north))}
    assert codes(turn(north, "worker", source, **given))[0] == problem
    with scope(north.council):
        assert not Goal.objects.exists()
        assert Action.objects.get().status == Action.Status.DRAFT


@pytest.mark.parametrize("source", [{}, {"area": "HOME", "questionCode": "HOME-03"}])
def test_exactly_one_source(north: Household, source: dict[str, str]) -> None:
    assert codes(turn(north, "owner", source)) == [("INVALID", "from")]


def test_what_is_not_there_or_not_for_them(north: Household, east: Household) -> None:
    with scope(north.council):
        own = GivenCheckIn(face=1, note="Mine", shared_with=CheckIn.SharedWith.ONLY_ME)
        private = send_check_in(north.young_person, own, by=north.owner, language="en")
    with scope(east.council):
        elsewhere = send_check_in(east.young_person, GivenCheckIn(face=1), by=east.owner, language="en")
    for source in (
        {"checkInId": opaque("CheckIn", private)},
        {"checkInId": opaque("CheckIn", elsewhere)},
        {"actionId": "nonsense"},
        {"questionCode": "NO-99"},
        {"area": "NO"},
    ):
        assert codes(turn(north, "worker", source))[0][0] == "NOT_FOUND", source
    assert turn(north, "owner", {"checkInId": opaque("CheckIn", private)})["__typename"] == "Goal"
    with scope(north.council):  # nobody learns of a check-in for oneself
        assert not AuditEntry.objects.filter(action="check_in.became_a_goal").exists()


CAME_OF_IT = """query($id: ID!) { youngPerson(id: $id) { checkIns(first: 10) { edges { node {
  note goals { words actions { id } } } } } } }"""


def came_of_check_ins(house: Household, who: str) -> dict[str, list[str]]:
    with scope(house.council):
        person = opaque("YoungPerson", house.young_person)
    edges = ask(house.people[who], house.council, CAME_OF_IT, id=person)["data"]["youngPerson"]["checkIns"]["edges"]
    return {one["node"]["note"]: [goal["words"] for goal in one["node"]["goals"]] for one in edges}


def say(house: Household, note: str, shared_with: CheckIn.SharedWith) -> str:
    with scope(house.council):
        given = GivenCheckIn(face=2, note=note, shared_with=shared_with)
        return opaque("CheckIn", send_check_in(house.young_person, given, by=house.owner, language="en"))


def test_what_came_of_a_check_in_is_told_to_who_may_see_both(north: Household) -> None:
    shared = say(north, "So cold", CheckIn.SharedWith.WORKER_AND_SUPPORTERS)
    private = say(north, "For me", CheckIn.SharedWith.ONLY_ME)
    turn(north, "worker", {"checkInId": shared})
    turn(north, "owner", {"checkInId": private}, words="A secret start")
    assert came_of_check_ins(north, "owner") == {"So cold": ["Warm by winter"], "For me": ["A secret start"]}
    assert came_of_check_ins(north, "worker") == {"So cold": ["Warm by winter"]}
    with scope(north.council):
        Supporter.objects.update(parts=["actions"])
    assert came_of_check_ins(north, "supporter") == {"So cold": []}
    with scope(north.council):
        Supporter.objects.update(parts=["goals"])
    assert came_of_check_ins(north, "supporter") == {"So cold": ["Warm by winter"]}


def test_reading_what_came_of_it_is_a_look_at_the_plan(north: Household) -> None:
    turn(north, "owner", {"checkInId": say(north, "So cold", CheckIn.SharedWith.WORKER)})
    assert came_of_check_ins(north, "worker") == {"So cold": ["Warm by winter"]}
    with scope(north.council):
        assert AuditEntry.objects.filter(action="seen.plan", actor_id=north.worker.pk).exists()


def test_many_check_ins_cost_as_few_queries_as_two(north: Household) -> None:
    with scope(north.council):
        person = opaque("YoungPerson", north.young_person)

    def queries() -> int:
        with CaptureQueriesContext(connection) as made:
            assert "errors" not in ask(north.worker, north.council, CAME_OF_IT, id=person)
        return len(made)

    for number in range(2):
        turn(north, "worker", {"checkInId": say(north, f"{number}", CheckIn.SharedWith.WORKER)}, words=f"Goal {number}")
    queries()
    few = queries()
    for number in range(2, 10):
        turn(north, "worker", {"checkInId": say(north, f"{number}", CheckIn.SharedWith.WORKER)}, words=f"Goal {number}")
    assert queries() == few


def test_the_same_goal_is_not_made_twice(north: Household) -> None:
    assert turn(north, "owner", {"area": "HOME"})["__typename"] == "Goal"
    assert codes(turn(north, "worker", {"questionCode": "HOME-03"}, words=" Warm by winter ")) == [
        ("WRONG_STATE", "words")
    ]
