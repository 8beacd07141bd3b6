"""The caseload narrowed by reason, help, worker and team: as the rows themselves say, for the case team alone."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from leavingwell.platform.councils.scope import scope
from leavingwell.platform.people.models import Team, YoungPerson
from leavingwell.platform.plans.attention import Reason
from leavingwell.platform.plans.models import Home
from leavingwell.platform.plans.services.answering import record_answers, sitting_of
from leavingwell.questionnaires.models import CheckIn
from leavingwell.questionnaires.services.answering import GivenAnswer
from leavingwell.questionnaires.services.check_ins import GivenCheckIn, send_check_in
from tests.api import ask, opaque
from tests.factories import Household, make_young_person

LIST = """query($reason: AttentionReason, $help: String, $worker: ID, $team: ID) {
  caseload(reason: $reason, wantsHelpWith: $help, worker: $worker, team: $team) {
    edges { node { preferredName phone attention { code } } }
  }
}"""


def names(house: Household, who: str = "worker", **given: Any) -> list[str]:
    answer = ask(house.people[who], house.council, LIST, **given)
    assert "errors" not in answer, answer
    return [edge["node"]["preferredName"] for edge in answer["data"]["caseload"]["edges"]]


def trouble(house: Household) -> None:
    """The owner has every reason that a young person can give; another one has none."""
    with scope(house.council):
        owner, plan = house.young_person, house.plan
        own = owner.person
        sitting = sitting_of(owner, own, channel=None, language="en")
        record_answers(
            plan, plan.review.response, [GivenAnswer("HOME-03", choice="sometimes", wants_help=True)], sitting
        )
        send_check_in(owner, GivenCheckIn(face=1, call=CheckIn.Call.TODAY), by=own, language="en")
        YoungPerson.objects.filter(pk=owner.pk).update(last_contact_on=timezone.localdate() - timedelta(days=200))
        make_young_person(owner.team, worker=house.worker)


def test_each_reason_finds_those_whose_row_says_it(north: Household) -> None:
    trouble(north)
    rows = ask(north.worker, north.council, LIST)["data"]["caseload"]["edges"]
    assert len(rows) == 2
    for reason in Reason:
        said = [
            row["node"]["preferredName"]
            for row in rows
            if any(one["code"] == reason.value for one in row["node"]["attention"])
        ]
        assert names(north, reason=reason.value) == said, reason
    assert names(north, reason="LOW_CHECK_IN") == names(north, reason="CONTACT_DUE") == [north.owner.name]


def test_who_wants_help_at_one_question(north: Household, east: Household) -> None:
    trouble(north)
    assert names(north, help="HOME-03") == [north.owner.name]
    assert names(north, help="HOME-04") == names(north, help="NO-99") == []
    assert names(north, "other_worker", help="HOME-03") == names(east, help="HOME-03") == []
    for who in ("owner", "supporter", "analyst"):
        answer = ask(north.people[who], north.council, LIST, help="HOME-03")
        assert answer["errors"][0]["extensions"]["code"] == "NOT_ALLOWED", who


def test_whose_worker_somebody_is(north: Household) -> None:
    trouble(north)
    with scope(north.council):
        worker, other = opaque("Person", north.worker), opaque("Person", north.people["other_worker"])
    assert north.owner.name in names(north, "manager", worker=worker)
    assert north.owner.name not in names(north, "manager", worker=other)
    assert names(north, "manager", worker="nonsense") == []


def test_which_team_somebody_is_in(north: Household, east: Household) -> None:
    with scope(north.council):
        own = north.young_person.team
        other = Team.objects.exclude(pk=own.pk).get()
        moved = make_young_person(other, worker=north.worker)
        here, there = opaque("Team", own), opaque("Team", other)
    assert names(north, team=there) == [moved.person.name]
    assert north.owner.name in names(north, team=here)
    assert moved.person.name not in names(north, team=here)
    assert names(north, "manager", team=there) == [], "of a team that they do not manage"
    assert names(east, team=here) == names(north, team="nonsense") == []
    assert names(north, team=opaque("Person", north.worker)) == []


def test_who_is_in_crisis_needs_somebody_today(north: Household) -> None:
    with scope(north.council):
        YoungPerson.objects.filter(pk=north.young_person.pk).update(state=YoungPerson.State.IN_CRISIS)
    assert names(north, reason="IN_CRISIS") == [north.owner.name]
    today = ask(north.worker, north.council, "{ caseload(level: TODAY) { edges { node { preferredName } } } }")
    assert north.owner.name in str(today)


def test_a_first_plan_and_a_review_after_a_move_that_are_late(north: Household) -> None:
    with scope(north.council):
        late = make_young_person(north.young_person.team, worker=north.worker, age=18)  # planning starts at 16
        plan = north.plan
        plan.current_until = timezone.localdate() + timedelta(days=100)
        plan.save()
        Home.objects.create(
            young_person=north.young_person,
            moved_in_on=timezone.localdate() - timedelta(days=90),
            kind="U",
            description="A flat",
            recorded_by=north.worker,
        )
    assert late.person.name in names(north, reason="FIRST_PLAN_DUE")
    assert names(north, reason="REVIEW_AFTER_MOVE_DUE") == [north.owner.name]
