"""Nobody signs or checks what they wrote themselves; there is always somebody else who can."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from leavingwell.platform.access.services.covering import start_duty_cover
from leavingwell.platform.access.services.managing import set_manager, set_practice_supervisor
from leavingwell.platform.councils.scope import scope
from leavingwell.platform.people.models import Person
from leavingwell.platform.people.roles import Role
from leavingwell.platform.plans.models import Attempt, Home, PlanMatter, PlanRules, Review
from leavingwell.platform.plans.services.actions import add_action
from leavingwell.platform.plans.services.answering import record_answers, sitting_of
from leavingwell.platform.plans.services.contacts import record_attempt
from leavingwell.platform.plans.services.goals import add_goal
from leavingwell.platform.plans.services.homes import Move, record_move
from leavingwell.platform.plans.services.matters import MatterWords, save_matter
from leavingwell.platform.plans.services.reviewing import open_plan
from leavingwell.platform.plans.services.signing_off import submit_plan
from leavingwell.questionnaires.kinds import AnswerKind
from leavingwell.questionnaires.services.answering import GivenAnswer
from tests.api import ask, codes, do, opaque
from tests.factories import Household, cover_matters, make_person, make_young_person
from tests.platform.plans.asking import act, plan_of, read, signed_off, state
from tests.platform.plans.test_writing_without import enough

OWN = [("SIGNING_OWN_WORK", None)]
WHY = "permissions whyNot { operation code message }"


def covers(house: Household, person: Person) -> None:
    with scope(house.council):
        until = timezone.now() + timedelta(hours=2)
        start_duty_cover(person, house.young_person.team, until=until, by=house.manager)


def other_manager(house: Household) -> Person:
    """The manager of another team of the council, who covers for this one."""
    with scope(house.council):
        house.people["cover"] = make_person(Role.TEAM_MANAGER)
    covers(house, house.people["cover"])
    return house.people["cover"]


def write(house: Household, what: str, by: Person) -> None:
    """As somebody who covered for the worker would have."""
    with scope(house.council):
        plan = house.plan
        if what == "goal":
            add_goal(plan, words="Garden", by=by, language="en")
        elif what == "action":
            add_action(plan, title="Ring them", by=by, language="en")
        elif what == "matter":
            save_matter(plan, PlanMatter.Matter.HOME, MatterWords(not_needed_reason="Settled"), by=by, language="en")
        elif what == "try":
            record_attempt(plan, channel=Attempt.Channel.CALL, outcome="No answer", by=by)
        elif what == "answers":
            sitting = sitting_of(plan.young_person, by, channel=None, language="en")
            given = GivenAnswer("HOME-01", AnswerKind.ANSWERED, choice="yes")
            record_answers(plan, plan.review.response, [given], sitting)
        elif what == "home":
            record_move(plan.young_person, Move(Home.Kind.EMERGENCY, "A hostel"), by=by)


@pytest.mark.parametrize("what", ["goal", "action", "try", "answers", "home"])
def test_a_manager_does_not_sign_what_they_wrote(north: Household, what: str) -> None:
    write(north, what, north.manager)
    act(north, "worker", "submitPlan")
    told = read(north, "manager", WHY)
    why_not = {one["operation"]: one for one in told["whyNot"]}["AUTHORISE_PLAN"]
    assert why_not["code"] == "SIGNING_OWN_WORK"
    assert "another manager signs it off" in why_not["message"]
    refused = act(north, "manager", "authorisePlan")
    assert codes(refused) == OWN
    assert refused["problems"][0]["message"] == why_not["message"]
    assert act(north, "manager", "returnPlan", reason="More")["status"] == "RETURNED"


def test_nor_does_a_manager_who_covered_and_wrote(north: Household) -> None:
    write(north, "matter", other_manager(north))
    act(north, "worker", "submitPlan")
    assert codes(act(north, "cover", "authorisePlan")) == OWN
    assert act(north, "manager", "authorisePlan")["status"] == "CURRENT"


def test_nor_one_who_covered_and_whose_part_the_worker_wrote_over(north: Household) -> None:
    other_manager(north)
    assert act(north, "cover", "savePart", words="A good start")["__typename"] == "Plan"
    act(north, "worker", "savePart", words="We wrote it together")
    act(north, "worker", "submitPlan")
    assert codes(act(north, "cover", "authorisePlan")) == OWN


def test_nor_one_who_wrote_it_without_the_young_person(north: Household) -> None:
    other_manager(north)
    enough(north)
    assert act(north, "cover", "writeWithout", reason="The rent top-up ends")["__typename"] == "Plan"
    act(north, "worker", "submitPlan")
    assert codes(act(north, "cover", "authorisePlan")) == OWN


def test_what_managers_do_anyway_is_no_writing(north: Household) -> None:
    with scope(north.council):
        action = opaque("Action", add_action(north.plan, title="Ring them", by=north.worker, language="en"))
    council, manager = north.council, north.manager
    act(north, "worker", "submitPlan")
    act(north, "manager", "returnPlan", reason="More")
    do(manager, council, "addComment", "", planId=plan_of(north), body="A good plan")
    assert do(manager, council, "completeAction", "", actionId=action)["__typename"] == "Action"
    act(north, "worker", "submitPlan")
    assert act(north, "manager", "authorisePlan")["status"] == "CURRENT"


def next_review(house: Household) -> None:
    assert act(house, "worker", "requestReview")["status"] == "DRAFT"


def test_what_somebody_else_has_signed_is_no_longer_theirs(north: Household) -> None:
    other_manager(north)
    write(north, "goal", north.manager)
    act(north, "worker", "submitPlan")
    assert act(north, "cover", "authorisePlan")["status"] == "CURRENT"
    next_review(north)
    act(north, "worker", "submitPlan")
    assert act(north, "manager", "authorisePlan")["status"] == "CURRENT"


def test_what_was_written_between_two_reviews_is_theirs(north: Household) -> None:
    signed_off(north)
    write(north, "goal", north.manager)
    next_review(north)
    with scope(north.council):  # the review begins on a later day than the goal
        Review.objects.filter(pk=north.plan.review_id).update(started_on=timezone.localdate() + timedelta(days=1))
    act(north, "worker", "submitPlan")
    assert codes(act(north, "manager", "authorisePlan")) == OWN


def test_a_manager_who_covers_signs_instead(north: Household) -> None:
    cover = other_manager(north)
    write(north, "goal", north.manager)
    act(north, "worker", "submitPlan")
    queue = "{ signOffQueue { edges { node { id } } } }"
    assert ask(cover, north.council, queue)["data"]["signOffQueue"]["edges"] == [{"node": {"id": plan_of(north)}}]
    assert "AUTHORISE_PLAN" in read(north, "cover", WHY)["permissions"]
    assert act(north, "cover", "authorisePlan")["status"] == "CURRENT"


def test_or_the_team_is_given_to_another_manager(north: Household) -> None:
    write(north, "goal", north.manager)
    act(north, "worker", "submitPlan")
    with scope(north.council):
        north.people["new"] = make_person(Role.TEAM_MANAGER)
        set_manager(north.young_person.team, north.people["new"], by=north.admin)
    assert act(north, "new", "authorisePlan")["status"] == "CURRENT"


def test_covering_alone_signs_and_sends_back_nothing(north: Household, east: Household) -> None:
    act(north, "worker", "submitPlan")
    assert not {"AUTHORISE_PLAN", "RETURN_PLAN"} & set(read(north, "duty", WHY)["permissions"])
    queue = "{ signOffQueue { totalCount } }"
    assert ask(north.duty, north.council, queue)["data"]["signOffQueue"]["totalCount"] == 0
    for mutation, given in (("authorisePlan", {}), ("returnPlan", {"reason": "x"}), ("checkQuality", {"passOn": True})):
        assert codes(act(north, "duty", mutation, **given)) == [("NOT_ALLOWED", None)]
    other_manager(east)
    assert codes(act(east, "cover", "authorisePlan", of=north)) == [("NOT_FOUND", "planId")]
    assert state(north) == "submitted"


def checked(house: Household) -> None:
    with scope(house.council):
        PlanRules.objects.create(quality_check=True)


def test_who_wrote_it_does_not_check_it_either(north: Household) -> None:
    checked(north)
    with scope(north.council):
        add_goal(north.plan, words="Garden", by=north.supervisor, language="en")
    act(north, "worker", "submitPlan")
    refused = {one["operation"]: one["code"] for one in read(north, "supervisor", WHY)["whyNot"]}
    assert refused["CHECK_QUALITY"] == "SIGNING_OWN_WORK"
    assert codes(act(north, "supervisor", "checkQuality", passOn=True)) == [("NOT_ALLOWED", None)]
    assert act(north, "manager", "checkQuality", passOn=True)["status"] == "SUBMITTED"  # no plan is stuck


def test_nor_does_a_manager_who_wrote_it_where_nobody_else_checks(north: Household) -> None:
    checked(north)
    write(north, "goal", north.manager)
    act(north, "worker", "submitPlan")
    with scope(north.council):
        set_practice_supervisor(north.young_person.team, None, by=None)
    other_manager(north)
    assert codes(act(north, "manager", "checkQuality", passOn=True)) == [("NOT_ALLOWED", None)]
    assert act(north, "cover", "checkQuality", passOn=True)["status"] == "SUBMITTED"


QUEUE = "{ signOffQueue { edges { node { permissions whyNot { code } writingWithout { allowed tookPartOn } } } } }"


def waiting(house: Household, number: int) -> None:
    with scope(house.council):
        for _place in range(number):
            young_person = make_young_person(house.young_person.team, worker=house.worker)
            plan = open_plan(young_person, by=None)
            cover_matters(plan, by=house.worker)
            submit_plan(plan, by=house.worker)


def test_the_queue_asks_as_many_questions_for_ten_as_for_two(north: Household) -> None:
    counts = []
    for more in (2, 8):
        waiting(north, more)
        ask(north.manager, north.council, QUEUE)  # what is kept is read by now
        with CaptureQueriesContext(connection) as queries:
            answer = ask(north.manager, north.council, QUEUE)
        assert "errors" not in answer, answer
        counts.append(len(queries))
    assert len(answer["data"]["signOffQueue"]["edges"]) == 10
    assert counts[0] == counts[1]
