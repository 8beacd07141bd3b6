"""A plan written without the young person: after real tries alone, said everywhere, and open again at once."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from leavingwell.platform.audit.models import AuditEntry
from leavingwell.platform.councils.scope import scope
from leavingwell.platform.plans.models import Attempt, Contact, Home, Notice, Review
from leavingwell.platform.plans.services.actions import add_action, complete_action
from leavingwell.platform.plans.services.comments import add_comment
from leavingwell.platform.plans.services.contacts import record_attempt, record_contact
from leavingwell.platform.plans.services.goals import add_goal
from leavingwell.platform.plans.services.homes import Move, record_move, save_home_views
from leavingwell.questionnaires.models import Answer, CheckIn
from tests.api import ask, codes, opaque
from tests.factories import Household
from tests.platform.plans.asking import act, plan_of, read, state

TRIES = "writingWithout { allowed triesMade triesMissing waysMissing notBefore }"


def begun(house: Household, days: int) -> None:
    with scope(house.council):
        started = timezone.localdate() - timedelta(days=days)
        Review.objects.filter(plan=house.plan).update(started_on=started)


def tried(house: Household, *tries: tuple[int, str], reached: bool = False) -> None:
    with scope(house.council):
        for days, channel in tries:
            on = timezone.localdate() - timedelta(days=days)
            given = {"channel": Attempt.Channel(channel), "outcome": f"Tried by {channel}", "on": on}
            record_attempt(house.plan, by=house.worker, reached=reached, **given)


def enough(house: Household) -> None:
    begun(house, 40)
    tried(house, (30, "call"), (20, "text"), (5, "visit"))


def fields(result: dict[str, Any]) -> set[str | None]:
    return {field for _code, field in codes(result)}


@pytest.mark.parametrize(
    ("tries", "missing"),
    [
        ([], {"attempts", "channels"}),
        ([(20, "call"), (10, "call")], {"attempts", "channels", "on"}),
        ([(20, "call"), (10, "call"), (3, "call")], {"channels"}),
        ([(9, "call"), (5, "text"), (0, "visit")], {"on"}),
        ([(50, "call"), (45, "text"), (44, "visit")], {"attempts", "channels"}),  # before the review began
    ],
)
def test_it_says_exactly_what_is_still_to_be_tried(north: Household, tries: Any, missing: set[str]) -> None:
    begun(north, 40)
    tried(north, *tries)
    refused = act(north, "worker", "writeWithout", reason="It cannot wait")
    assert fields(refused) == missing
    assert {code for code, _field in codes(refused)} == {"WRONG_STATE"}
    assert read(north, "worker", TRIES)["writingWithout"]["allowed"] is False


def test_the_sentence_names_the_number_and_the_day(north: Household) -> None:
    begun(north, 40)
    tried(north, (6, "call"), (2, "text"))
    refused = act(north, "worker", "writeWithout", reason="x")
    day = timezone.localdate() + timedelta(days=8)
    messages = [problem["message"] for problem in refused["problems"]]
    assert messages == ["1 more try is needed.", f"The last try must not be before {day.day} {day:%B %Y}."]
    assert read(north, "worker", TRIES)["writingWithout"] == {
        "allowed": False,
        "triesMade": 2,
        "triesMissing": 1,
        "waysMissing": 0,
        "notBefore": day.isoformat(),
    }
    assert read(north, "owner", TRIES)["writingWithout"] is None


def test_tries_that_reached_them_do_not_count(north: Household) -> None:
    begun(north, 40)
    tried(north, (30, "call"), (20, "text"), (5, "visit"), reached=True)
    assert "attempts" in fields(act(north, "worker", "writeWithout", reason="x"))


def test_it_is_said_with_a_reason_and_once(north: Household) -> None:
    enough(north)
    assert codes(act(north, "worker", "writeWithout", reason=" ")) == [("INVALID", "reason")]
    assert codes(act(north, "worker", "writeWithout", reason="x" * 2001)) == [("TOO_LARGE", "reason")]
    for who in ("manager", "supervisor", "owner", "supporter"):
        assert codes(act(north, who, "writeWithout", reason="x")) == [("NOT_ALLOWED", None)]
    act(north, "worker", "writeWithout", reason="The rent top-up ends")
    assert codes(act(north, "worker", "writeWithout", reason="Again")) == [("WRONG_STATE", None)]
    said = "review { writtenWithout writtenWithoutReason }"
    assert read(north, "owner", said)["review"]["writtenWithoutReason"] == "The rent top-up ends"
    assert read(north, "supporter", said)["review"] == {"writtenWithout": True, "writtenWithoutReason": None}


def test_not_where_they_did_their_part(north: Household) -> None:
    enough(north)
    act(north, "owner", "savePart", agrees="YES")
    assert codes(act(north, "worker", "writeWithout", reason="x")) == [("WRONG_STATE", None)]


OWN = ["comment", "goal", "action", "tick", "home"]


def by_themselves(house: Household, how: str) -> None:
    """Something of their own on the plan."""
    with scope(house.council):
        plan, mine = house.plan, {"by": house.owner, "language": "en"}
        if how == "comment":
            add_comment(plan, body="I am here", **mine)
        elif how == "goal":
            add_goal(plan, words="A garden", **mine)
        elif how == "action":
            add_action(plan, title="Ring them", **mine)
        elif how == "tick":
            complete_action(plan.actions.get(), by=house.owner)
        else:
            save_home_views(Home.objects.get(young_person=house.young_person), words="It is cold", **mine)


def with_things(house: Household) -> None:
    """A home, and something on the list that the worker put there."""
    with scope(house.council):
        record_move(house.young_person, Move(Home.Kind.INDEPENDENT, "A flat"), by=house.worker)
        add_action(house.plan, title="Ring the bank", by=house.worker, language="en")


def engage(house: Household, how: str) -> None:
    council, owner = house.council, house.owner
    if how == "part":
        act(house, "owner", "savePart", agrees="NO", words="I am here")
    elif how in OWN:
        by_themselves(house, how)
    elif how == "check in":
        query = "mutation { checkIn(input: {face: 3}) { __typename } }"
        assert ask(owner, council, query)["data"]["checkIn"]["__typename"] == "CheckIn"
    else:
        with scope(council):
            response = opaque("Response", house.plan.review.response)
        query = """mutation($id: ID!) { saveAnswers(input: {responseId: $id, answers: [
          {question: "HOME-01", kind: ANSWERED, choice: "yes"}]}) { __typename } }"""
        assert ask(owner, council, query, id=response)["data"]["saveAnswers"]["__typename"] == "Response"


@pytest.mark.parametrize("how", ["part", "check in", "answer", *OWN])
def test_it_opens_again_when_they_take_part(north: Household, how: str) -> None:
    enough(north)
    with_things(north)
    act(north, "worker", "writeWithout", reason="The rent top-up ends")
    act(north, "worker", "submitPlan")
    engage(north, how)
    found = read(north, "worker", "status review { writtenWithout reopenedAt submittedAt }")
    assert found["status"] == "DRAFT"
    assert found["review"]["writtenWithout"] is False
    assert found["review"]["reopenedAt"]
    assert found["review"]["submittedAt"] is None
    with scope(north.council):
        assert Notice.objects.filter(kind="plan_reopened", recipient=north.worker).count() == 1
        entry = AuditEntry.objects.get(action="review.reopened")
        assert (entry.actor_name, entry.changes) == (north.owner.name, {"state": ["submitted", "draft"]})
        assert AuditEntry.objects.filter(reason="The rent top-up ends").exists()
    # what was tried before they took part counts no more
    assert "attempts" in fields(act(north, "worker", "writeWithout", reason="x")) or how == "part"


def test_a_plan_in_force_stays_and_the_next_review_opens(north: Household) -> None:
    enough(north)
    act(north, "worker", "writeWithout", reason="The rent top-up ends")
    act(north, "worker", "submitPlan")
    act(north, "manager", "authorisePlan")
    engage(north, "check in")
    found = read(
        north, "worker", "status currentUntil review { number writtenWithout } reviews { number state writtenWithout }"
    )
    assert (found["status"], found["review"]) == ("DRAFT", {"number": 2, "writtenWithout": False})
    assert found["reviews"][1] == {"number": 1, "state": "CURRENT", "writtenWithout": True}
    assert found["currentUntil"]
    with scope(north.council):
        kept = Review.objects.get(number=1, plan=north.plan).snapshot
    assert kept["review"]["written_without_reason"] == "The rent top-up ends"
    assert [one["channel"] for one in kept["attempts"]] == ["call", "text", "visit"]


def test_a_plan_made_with_them_is_not_opened_by_a_check_in(north: Household) -> None:
    act(north, "worker", "submitPlan")
    engage(north, "check in")
    assert state(north) == "submitted"


def test_who_is_not_of_the_council_opens_nothing(north: Household, east: Household) -> None:
    enough(north)
    act(north, "worker", "writeWithout", reason="x")
    query = "query($id: ID!) { plan(id: $id) { writingWithout { allowed } } }"
    assert ask(east.worker, east.council, query, id=plan_of(north))["data"]["plan"] is None
    assert codes(act(east, "owner", "savePart", of=north, agrees="YES")) == [("NOT_FOUND", "planId")]


def took_part(house: Household, how: str, days_ago: int) -> None:
    """They took part so many days ago, after all the tries that were made before."""
    at = timezone.now() - timedelta(days=days_ago)
    if how == "try":
        tried(house, (days_ago, "visit"), reached=True)
        return
    if how == "talk":
        with scope(house.council):
            day, channel = timezone.localdate(at), Contact.Channel.VISIT
            record_contact(house.young_person, channel=channel, summary="We met", by=house.worker, on=day)
        return
    if how == "answer":
        engage(house, how)
    with scope(house.council):
        if how == "answer":
            Answer.objects.filter(response=house.plan.review.response).update(answered_at=at)
        else:
            CheckIn.objects.create(young_person=house.young_person, face=3, language="en", sent_at=at)


@pytest.mark.parametrize("how", ["answer", "check in", "try", "talk"])
def test_only_tries_after_they_last_took_part_count(north: Household, how: str) -> None:
    enough(north)
    took_part(north, how, 3)
    assert fields(act(north, "worker", "writeWithout", reason="x")) == {"attempts", "channels"}
    asked = "permissions whyNot { operation code } writingWithout { allowed triesMade tookPartOn }"
    told = read(north, "worker", asked)
    day = (timezone.localdate() - timedelta(days=3)).isoformat()
    assert told["writingWithout"] == {"allowed": False, "triesMade": 0, "tookPartOn": day}
    assert {"operation": "WRITE_WITHOUT", "code": "TOOK_PART"} in told["whyNot"]
    tried(north, (1, "call"))
    refused = act(north, "worker", "writeWithout", reason="x")
    assert fields(refused) == {"attempts", "channels", "on"}
    assert "only tries after that day count" in refused["problems"][0]["message"]
    assert "WRITE_WITHOUT" in read(north, "worker", asked)["permissions"]  # it is being tried again


@pytest.mark.parametrize("how", OWN)
def test_what_they_wrote_themselves_is_taking_part(north: Household, how: str) -> None:
    enough(north)
    with_things(north)
    by_themselves(north, how)
    assert "attempts" in fields(act(north, "worker", "writeWithout", reason="x"))


def test_what_others_do_and_a_talk_that_did_not_come_about_is_none(north: Household) -> None:
    enough(north)
    with_things(north)
    with scope(north.council):
        given = {"channel": Contact.Channel.CALL, "summary": "No answer", "by": north.worker}
        record_contact(north.young_person, reached=False, **given)
    assert act(north, "worker", "writeWithout", reason="The rent top-up ends")["__typename"] == "Plan"
    with scope(north.council):
        add_comment(north.plan, body="We try again", by=north.worker, language="en")
    act(north, "worker", "submitPlan")
    assert state(north) == "submitted"


def test_tries_after_an_old_answer_are_enough(north: Household) -> None:
    enough(north)
    took_part(north, "answer", 35)
    assert act(north, "worker", "writeWithout", reason="The rent top-up ends")["__typename"] == "Plan"


def test_an_answer_written_over_without_them_was_given_all_the_same(north: Household) -> None:
    enough(north)
    took_part(north, "answer", 0)
    with scope(north.council):
        response = opaque("Response", north.plan.review.response)
    query = """mutation($id: ID!) { saveAnswers(input: {responseId: $id, channel: WITHOUT, answers: [
      {question: "HOME-01", kind: ANSWERED, choice: "no"}]}) { __typename } }"""
    assert ask(north.worker, north.council, query, id=response)["data"]["saveAnswers"]["__typename"] == "Response"
    assert "attempts" in fields(act(north, "worker", "writeWithout", reason="x"))


def test_what_nobody_may_know_of_stands_in_no_ones_way(north: Household) -> None:
    enough(north)
    query = "mutation { checkIn(input: {face: 3, sharedWith: ONLY_ME}) { __typename } }"
    ask(north.owner, north.council, query)
    assert act(north, "worker", "writeWithout", reason="The rent top-up ends")["__typename"] == "Plan"
