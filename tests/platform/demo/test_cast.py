"""The people to walk around with are as the design board tells them."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import models
from django.utils import timezone

from leavingwell.platform.access.operations import Operation
from leavingwell.platform.access.permissions import visible
from leavingwell.platform.audit.models import AuditEntry
from leavingwell.platform.councils.scope import scope
from leavingwell.platform.people.models import Person, YoungPerson
from leavingwell.platform.plans.attention import Reason, attention_of
from leavingwell.platform.plans.caseload import caseload
from leavingwell.platform.plans.models import Action, Comment, Goal, Plan, QualityJudgement, Review
from leavingwell.platform.plans.quality import quality_of
from leavingwell.platform.plans.services.judging import may_judge
from leavingwell.platform.plans.state_of_play import state_of_play
from leavingwell.platform.plans.visibility import visible_actions, visible_comments, visible_goals
from leavingwell.questionnaires.models import Answer, AnswerRevision, CheckIn
from tests.platform.demo.conftest import Demo

pytestmark = pytest.mark.django_db
STANDING = {
    "HOME": ("WORK_ON_THIS", "HARDER"),
    "HEALTH": ("GOING_WELL", "UP"),
    "MIND": ("GROWING", "SAME"),
    "PEOPLE": ("GOING_WELL", "SAME"),
    "ACTIVE": ("GROWING", "UP"),
    "MONEY": ("NOT_ENOUGH_ANSWERS", None),
    "WORK": ("GROWING", "UP"),
    "LIFE": ("GROWING", "UP"),
}


@pytest.fixture
def north(small: Demo) -> Iterator[Demo]:
    with scope(small.north):
        yield small


@pytest.fixture
def east(small: Demo) -> Iterator[Demo]:
    with scope(small.east):
        yield small


def person(name: str) -> Person:
    return Person.objects.get(name=name)


def young(name: str) -> YoungPerson:
    return YoungPerson.objects.get(person__name=name)


def reasons(viewer: Person, name: str) -> set[Reason]:
    row = next(one for one in caseload(viewer) if one.person.name == name)
    return {one.reason for one in attention_of(row)}


def test_wrens_state_of_play(north: Demo) -> None:
    found = state_of_play(young("Wren").plan)
    assert {one.domain["code"]: (one.phase.name, one.change and one.change.name) for one in found} == STANDING


def test_wren_has_a_review_open_with_money_half_done(north: Demo) -> None:
    plan = young("Wren").plan
    assert plan.review.is_open
    assert plan.current_until > timezone.localdate()
    assert plan.review.response.answers.filter(question_code__startswith="MONEY").count() == 4


def test_wrens_warm_room_is_half_way(north: Demo) -> None:
    goal = Goal.objects.get(words="A warm room I want to come back to")
    assert goal.contingency
    assert goal.actions.filter(status=Action.Status.DONE).count() == 2
    assert goal.actions.count() == 4


def test_the_wish_for_help_waits_as_a_draft_for_marlow(north: Demo) -> None:
    draft = young("Wren").plan.actions.get(status=Action.Status.DRAFT)
    assert (draft.question_code, [one.name for one in draft.owners.all()]) == ("HOME-03", ["Marlow"])


def test_what_wren_said_first_is_kept(north: Demo) -> None:
    answer = Answer.objects.get(response=young("Wren").plan.review.response, question_code="HOME-03")
    earlier = AnswerRevision.objects.get(answer=answer)
    assert (earlier.choice, answer.choice) == ("yes_mostly", "sometimes")
    assert earlier.answered_at < answer.answered_at


def test_fern_sees_goals_and_cosmo_learning_and_work(north: Demo) -> None:
    wren = young("Wren").plan
    fern, cosmo = person("Auntie Fern"), person("Cosmo")
    assert visible_goals(wren.goals.all(), fern).count() == wren.goals.count() == 2
    assert not visible_actions(wren.actions.all(), fern).exists()
    assert {goal.domain.code for goal in visible_goals(wren.goals.all(), cosmo)} == {"WORK"}
    assert {action.domain.code for action in visible_actions(wren.actions.all(), cosmo)} == {"WORK"}
    assert not visible_comments(wren.comments.all(), cosmo).exists()


def test_an_owner_of_an_action_can_see_it(small: Demo) -> None:
    for council in (small.north, small.east):
        with scope(council):
            for action in Action.objects.prefetch_related("owners").exclude(owners=None):
                for owner in action.owners.all():
                    if owner.role == "supporter":
                        assert visible_actions(Action.objects.filter(pk=action.pk), owner).exists(), action


def test_pip_needs_somebody_today(north: Demo) -> None:
    found = reasons(person("Marlow"), "Pip")
    assert {Reason.TOLD_US_UNSAFE, Reason.WANTS_A_CALL, Reason.LOW_CHECK_IN} <= found
    assert young("Pip").state == YoungPerson.State.IN_CRISIS


def test_the_others_need_what_the_board_says(north: Demo) -> None:
    marlow = person("Marlow")
    assert {Reason.LOW_CHECK_IN, Reason.WANTS_HELP} <= reasons(marlow, "Wren")
    assert Reason.REVIEW_DUE in reasons(marlow, "Sorrel")
    assert Reason.REVIEW_DUE in reasons(marlow, "Juno")
    assert young("Juno").plan.attempts.count() == 1
    assert reasons(marlow, "Teasel") == set()
    assert CheckIn.objects.get(note__startswith="Finished my first term").young_person == young("Teasel")


def test_sables_queue(north: Demo) -> None:
    waiting = Review.objects.filter(state=Review.State.SUBMITTED, plan__young_person__team__manager=person("Sable"))
    assert {"Comet", "Fable", "Indigo"} <= set(waiting.values_list("plan__young_person__person__name", flat=True))
    assert set(waiting.get(plan=young("Fable").plan).response.answers.values_list("channel", flat=True)) == {"without"}


def test_duty_sees_the_teams_that_it_covers_and_no_others(north: Demo) -> None:
    rook = person("Rook")
    names = set(caseload(rook).values_list("person__name", flat=True))
    assert "Wren" in names
    teams = set(caseload(rook).values_list("team__name", flat=True))
    assert teams == {"Lantern Team", "Mill Team"}


def own_words(one: YoungPerson) -> list[str]:
    answers = Answer.objects.filter(response__young_person=one).exclude(comment="").values_list("comment", flat=True)
    return [*answers, *one.plan.goals.values_list("words", flat=True)]


@pytest.mark.parametrize(("council", "name"), [("north", "Rayhan"), ("east", "Salma")])
def test_somebody_in_each_council_speaks_arabic(small: Demo, council: str, name: str) -> None:
    with scope(getattr(small, council)):
        one = young(name)
        assert one.person.language == "ar"
        words = own_words(one)
        assert len(words) >= 4
        assert all(any("\u0600" <= letter <= "\u06ff" for letter in text) for text in words)
        shown = Answer.objects.filter(response__young_person=one, language="ar").values_list("shown_text", flat=True)
        assert any("\u0600" <= letter <= "\u06ff" for text in shown for letter in text)


def test_the_other_council_has_its_own_cast(east: Demo) -> None:
    assert not YoungPerson.objects.filter(person__name="Wren").exists()
    assert {Reason.TOLD_US_UNSAFE, Reason.WANTS_A_CALL} <= reasons(person("Finch"), "Kit")
    assert visible(Plan.objects.all(), person("Tern"), Operation.VIEW_PLAN, "young_person").count() == 1


def test_young_peoples_words_come_first_from_themselves(small: Demo) -> None:
    """Only they can say what matters to them."""
    for council in (small.north, small.east):
        with scope(council):
            said: Any = Comment.objects.filter(part="what_matters")
            assert said.exists()
            assert not said.exclude(author=models.F("plan__young_person__person")).exists()


def test_some_stand_in_between(north: Demo) -> None:
    """A plan is with the practice supervisor, somebody from 21 has no worker, and agreed plans keep their matters."""
    checked = Review.objects.get(state=Review.State.QUALITY_CHECK)
    assert checked.plan.young_person.team.practice_supervisor
    nobody = YoungPerson.objects.exclude(allocations__ends_on=None)
    assert [one.age >= 21 for one in nobody] == [True]
    kept = young("Wren").plan.reviews.get(number=2).snapshot["matters"]
    assert len(kept) == 10
    assert len(young("Wren").plan.reviews.get(number=1).snapshot["matters"]) < 10


def test_managers_have_read_some_agreed_plans_and_say_what_they_need(north: Demo) -> None:
    found = list(QualityJudgement.objects.select_related("review").prefetch_related("notes"))
    assert {one.outcome for one in found} == set(QualityJudgement.Outcome)
    for one in found:
        assert one.review.authorised_at
        assert one.review.authorised_at < one.at <= timezone.now()
        assert may_judge(one.review, one.by)
        assert one.notes.all() or one.outcome == QualityJudgement.Outcome.GOOD
        has = quality_of(one.review.plan, one.review.snapshot, has_copy=None)
        assert {has[note.point] for note in one.notes.all()} <= {all(has.values())}  # praise only where all is there
    noted = AuditEntry.objects.filter(action="quality.judged").values_list("subject_id", flat=True)
    assert sorted(noted) == sorted(str(one.pk) for one in found)
