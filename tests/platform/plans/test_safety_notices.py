"""Answers after which somebody is told the same day: who is told, of what, and how often."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core import mail
from django.utils import timezone

from leavingwell.platform.access.services.allocating import end_allocation
from leavingwell.platform.access.services.managing import set_manager
from leavingwell.platform.councils.scope import scope
from leavingwell.platform.people.models import YoungPerson
from leavingwell.platform.people.roles import Role
from leavingwell.platform.plans.services.reviewing import open_plan, start_review
from leavingwell.questionnaires.kinds import AnswerType, Channel
from leavingwell.questionnaires.models import (
    Choice,
    Domain,
    Indicator,
    QuestionArrangement,
    Questionnaire,
    QuestionnaireRules,
    Wording,
)
from leavingwell.questionnaires.services.answering import GivenAnswer
from leavingwell.questionnaires.services.publishing import publish
from tests.api import codes, do, opaque
from tests.factories import Household, make_young_person
from tests.platform.plans.telling import answer, say, seen_by, told


def set_rules(house: Household, **fields: bool) -> None:
    with scope(house.council):
        QuestionnaireRules.objects.update_or_create(defaults=fields)


WORKER_AND_DUTY = [("Duty", "said"), ("Worker", "said")]
TELLING = [
    ("HOME-01", "no"),
    ("HOME-02", "not_right_now"),
    ("HEALTH-03", "not_right_now"),
    ("PEOPLE-03", "not_right_now"),
    ("MIND-03", "no"),
]


@pytest.mark.parametrize(("question", "choice"), TELLING)
def test_a_national_rule_tells_the_worker_and_duty(north: Household, question: str, choice: str) -> None:
    answer(north, question, choice)
    assert told(north) == WORKER_AND_DUTY
    (notice,) = seen_by(north, "worker")
    assert (notice["toldAs"], notice["questionCode"]) == ("WORKER", question)
    assert notice["youngPerson"] == {"preferredName": "Owner of northmoor"}


@pytest.mark.parametrize(
    ("question", "choice"),
    [("HOME-01", "not_sure"), ("HOME-01", "yes"), ("HOME-02", "sometimes"), ("MIND-01", "not_right_now")],
)
def test_other_answers_tell_nobody(north: Household, question: str, choice: str) -> None:
    answer(north, question, choice)
    assert told(north) == []


def test_feeling_low_twice_in_a_row_tells(north: Household) -> None:
    with scope(north.council):
        say(north.young_person, GivenAnswer("MIND-01", choice="not_right_now"))
        start_review(north.plan, number=2, by=None, due_on=timezone.localdate())
    answer(north, "MIND-01", "not_right_now")
    assert told(north) == [("Duty", "said_twice"), ("Worker", "said_twice")]


def test_feeling_low_with_a_better_time_between_tells_nobody(north: Household) -> None:
    with scope(north.council):
        for number, choice in enumerate(("not_right_now", "sometimes", "not_right_now"), start=2):
            say(north.young_person, GivenAnswer("MIND-01", choice=choice))
            start_review(north.plan, number=number, by=None, due_on=timezone.localdate())
    assert told(north) == []


def own_question(answer_type: AnswerType) -> Indicator:
    domain = Domain.objects.get(code="HOME", council=None)
    fields = {"answer_type": answer_type, "is_core": False, "level": 1, "order": 90}
    made = Indicator.objects.create(domain=domain, code="NM-HOME-01", tell_a_person=["locked_out"], **fields)
    Wording.objects.create(indicator=made, text_en="Did one of these happen?")
    for place, code in enumerate(("locked_out", "robbed", "nothing")):
        Choice.objects.create(indicator=made, code=code, label_en=code.title(), order=place)
    return made


def somebody_new(house: Household) -> YoungPerson:
    """Publishes, and adds somebody who answers what is published now."""
    publish(Questionnaire.objects.get(code="outcomes"), by=house.questionnaire_editor)
    young_person = make_young_person(house.young_person.team, worker=house.worker)
    open_plan(young_person, by=None)
    return young_person


def test_a_choice_that_the_council_added_tells_too(north: Household) -> None:
    with scope(north.council):
        warm = Indicator.objects.get(code="HOME-03")
        QuestionArrangement.objects.create(indicator=warm, tell_a_person=["not_right_now"])
        young_person = somebody_new(north)
        say(young_person, GivenAnswer("HOME-03", choice="sometimes"))
        assert told(north) == []
        say(young_person, GivenAnswer("HOME-03", choice="not_right_now"), GivenAnswer("HOME-01", choice="no"))
    assert told(north) == sorted(WORKER_AND_DUTY * 2)


@pytest.mark.parametrize(
    ("answer_type", "given", "telling"),
    [
        (AnswerType.ONE, {"choice": "locked_out"}, True),
        (AnswerType.ONE, {"choice": "robbed"}, False),
        (AnswerType.SEVERAL, {"choices": ["robbed", "locked_out"]}, True),
        (AnswerType.SEVERAL, {"choices": ["robbed"]}, False),
    ],
)
def test_a_councils_own_question_tells(
    north: Household, answer_type: AnswerType, given: dict[str, Any], telling: bool
) -> None:
    with scope(north.council):
        own_question(answer_type)
        say(somebody_new(north), GivenAnswer("NM-HOME-01", **given))
    assert told(north) == (WORKER_AND_DUTY if telling else [])


def test_duty_and_the_manager_as_the_council_has_set_it(north: Household) -> None:
    set_rules(north, tell_duty=False)
    answer(north, "HOME-01", "no")
    assert told(north) == [("Worker", "said")]
    set_rules(north, tell_duty=True, tell_manager=True)
    answer(north, "MIND-03", "no")
    assert told(north) == [("Duty", "said"), ("Manager", "said"), ("Worker", "said"), ("Worker", "said")]


def test_without_a_worker_duty_and_the_manager_are_told_whatever_is_set(north: Household) -> None:
    set_rules(north, tell_duty=False)
    with scope(north.council):
        end_allocation(north.young_person.allocations.get(), timezone.localdate())
    answer(north, "HOME-01", "no")
    assert told(north) == [("Duty", "said"), ("Manager", "said")]


def test_a_worker_who_cannot_sign_in_any_more_is_no_worker(north: Household) -> None:
    with scope(north.council):
        north.worker.user.is_active = False  # type: ignore[union-attr]
        north.worker.user.save()  # type: ignore[union-attr]
    answer(north, "HOME-01", "no")
    assert told(north) == [("Duty", "said"), ("Manager", "said")]


def test_nobody_is_told_twice_of_one_save(north: Household) -> None:
    set_rules(north, tell_manager=True)
    with scope(north.council):
        north.duty.role = Role.TEAM_MANAGER
        north.duty.save()
        set_manager(north.young_person.team, north.duty, by=None)
    answer(north, "HOME-01", "no")
    assert told(north) == WORKER_AND_DUTY


def test_the_same_answer_again_tells_nobody_again_and_a_new_one_does(north: Household) -> None:
    answer(north, "HOME-01", "no")
    answer(north, "HOME-01", "no")
    answer(north, "HOME-01", "no", comment="He took the key.")
    answer(north, "HOME-01", "no", who="worker", workerNote="I rang.")
    assert len(told(north)) == 2
    answer(north, "HOME-01", "yes")
    answer(north, "HOME-01", "no")
    assert len(told(north)) == 4


def test_without_the_young_person_tells_as_well(north: Household) -> None:
    with scope(north.council):
        given = GivenAnswer("HOME-01", choice="no")
        say(north.young_person, given, by=north.worker, channel=Channel.WITHOUT)
    assert told(north) == WORKER_AND_DUTY


def test_a_refused_save_tells_nobody(north: Household) -> None:
    with scope(north.council):
        response = opaque("Response", north.plan.review.response)
    answers = [{"question": "HOME-01", "choice": "no"}, {"question": "NOPE", "choice": "no"}]
    refused = do(north.owner, north.council, "saveAnswers", "", responseId=response, answers=answers)
    assert codes(refused) == [("NOT_FOUND", "answers.1.question")]
    assert told(north) == []


def test_the_email_says_nothing_private(
    north: Household, django_capture_on_commit_callbacks: Callable[..., Any]
) -> None:
    with scope(north.council):
        north.duty.language = "ar"
        north.duty.save()
    with django_capture_on_commit_callbacks(execute=True) as waiting:
        answer(north, "HOME-01", "no")
        assert mail.outbox == []  # never inside the transaction
    assert waiting
    to = {letter.to[0]: letter for letter in mail.outbox}
    assert set(to) == {north.worker.user.email, north.duty.user.email}  # type: ignore[union-attr]
    letter = to[north.worker.user.email]  # type: ignore[union-attr]
    assert letter.subject == "Something in Leaving Well needs you today"
    assert "https://northmoor.test/" in letter.body
    for private in ("Owner", "northmoor ", "safe", "sleep", "HOME"):
        assert private not in letter.subject + letter.body
