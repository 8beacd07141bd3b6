"""Answers after which somebody is told the same day: who is told, of what, how often, and who sees it."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from leavingwell.platform.access.services.allocating import allocate_worker, end_allocation, set_manager
from leavingwell.platform.audit.models import AuditEntry
from leavingwell.platform.councils.scope import scope
from leavingwell.platform.people.models import YoungPerson
from leavingwell.platform.plans.models import SafetyNotice
from leavingwell.platform.plans.services.answering import record_answers, sitting_of
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
from tests.api import ask, codes, do, opaque
from tests.factories import Household, make_young_person

Told = list[tuple[str, str]]
MINE = "{ viewer { safetyNotices { id reason toldAs questionCode youngPerson { preferredName } } } }"


def answer(house: Household, question: str, choice: str, who: str = "owner", **given: Any) -> dict[str, Any]:
    """By way of the API, in the present checklist."""
    with scope(house.council):
        response = opaque("Response", house.plan.review.response)
    answers = [{"question": question, "choice": choice, **given}]
    return do(house.people[who], house.council, "saveAnswers", "", responseId=response, answers=answers)


def say(young_person: YoungPerson, *given: GivenAnswer, by: Any = None, channel: Channel | None = None) -> None:
    """By way of the service, inside the scope."""
    plan = young_person.plan
    plan.refresh_from_db()
    sitting = sitting_of(young_person, by or young_person.person, channel=channel, language="en")
    record_answers(plan, plan.review.response, given, sitting)


def told(house: Household) -> Told:
    with scope(house.council):
        rows = SafetyNotice.objects.select_related("recipient")
        return sorted((row.recipient.name.split(" of ")[0], row.reason) for row in rows)


def seen_by(house: Household, who: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = ask(house.people[who], house.council, MINE)["data"]["viewer"]["safetyNotices"]
    return found


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


def test_seen_once_and_audited(north: Household) -> None:
    answer(north, "HOME-01", "no")
    (notice,) = seen_by(north, "worker")
    done = do(
        north.worker,
        north.council,
        "seeSafetyNotice",
        "... on SafetyNotice { seenAt seenBy { name } }",
        safetyNoticeId=notice["id"],
    )
    assert done["seenAt"]
    assert done["seenBy"] == {"name": "Worker of northmoor"}
    assert seen_by(north, "worker") == []
    assert len(seen_by(north, "duty")) == 1  # theirs is their own
    again = do(north.worker, north.council, "seeSafetyNotice", "", safetyNoticeId=notice["id"])
    assert codes(again) == [("WRONG_STATE", None)]
    with scope(north.council):
        actions = AuditEntry.objects.filter(action__startswith="safety_notice").order_by("at")
        assert [(one.action, one.actor_name) for one in actions] == [
            ("safety_notice.sent", "Owner of northmoor"),
            ("safety_notice.seen", "Worker of northmoor"),
        ]


@pytest.mark.parametrize("who", ["owner", "supporter", "other_owner", "other_worker", "supervisor", "manager", "duty"])
def test_nobody_else_says_that_they_have_seen_it(north: Household, who: str) -> None:
    answer(north, "HOME-01", "no")
    (notice,) = seen_by(north, "worker")
    refused = do(north.people[who], north.council, "seeSafetyNotice", "", safetyNoticeId=notice["id"])
    assert codes(refused) == [("NOT_FOUND", "safetyNoticeId")]


def test_another_council_and_a_visitor_get_nothing(north: Household, east: Household) -> None:
    answer(north, "HOME-01", "no")
    (notice,) = seen_by(north, "worker")
    for person in (east.worker, east.manager):
        refused = do(person, east.council, "seeSafetyNotice", "", safetyNoticeId=notice["id"])
        assert codes(refused) == [("NOT_FOUND", "safetyNoticeId")]
        assert ask(person, east.council, MINE)["data"]["viewer"]["safetyNotices"] == []
    refused = do(None, north.council, "seeSafetyNotice", "", safetyNoticeId=notice["id"])
    assert codes(refused) == [("NOT_ALLOWED", None)]


@pytest.mark.parametrize("given", ["", "nonsense", "U2FmZXR5Tm90aWNlOjE="])
def test_an_id_that_is_none_is_not_found(north: Household, given: str) -> None:
    refused = do(north.worker, north.council, "seeSafetyNotice", "", safetyNoticeId=given)
    assert codes(refused) == [("NOT_FOUND", "safetyNoticeId")]


def test_a_handover_takes_what_nobody_has_seen_along(north: Household) -> None:
    answer(north, "HOME-01", "no")
    with scope(north.council):
        allocate_worker(north.young_person, north.other_worker, by=None)
    assert seen_by(north, "worker") == []
    (notice,) = seen_by(north, "other_worker")
    done = do(
        north.other_worker,
        north.council,
        "seeSafetyNotice",
        "... on SafetyNotice { recipient { name } }",
        safetyNoticeId=notice["id"],
    )
    assert done["recipient"] == {"name": "Worker of northmoor"}
    assert seen_by(north, "other_worker") == []


TOLD = """query($id: ID!) { youngPerson(id: $id) { safetyNotices { recipient { name } }
  plan { response { answers { safetyNotices { recipient { name } seenAt } } } } } }"""


@pytest.mark.parametrize(("who", "number"), [("owner", 2), ("worker", 2), ("supervisor", 2), ("supporter", 0)])
def test_the_young_person_and_the_case_team_see_who_was_told(north: Household, who: str, number: int) -> None:
    answer(north, "HOME-01", "no")
    with scope(north.council):
        young_person = opaque("YoungPerson", north.young_person)
        north.young_person.supporters.update(parts=["answers"])
    found = ask(north.people[who], north.council, TOLD, id=young_person)["data"]["youngPerson"]
    assert len(found["safetyNotices"]) == number
    (kept,) = found["plan"]["response"]["answers"]
    assert len(kept["safetyNotices"]) == number


def queries_for(house: Household) -> int:
    ask(house.worker, house.council, MINE)
    with CaptureQueriesContext(connection) as queries:
        ask(house.worker, house.council, MINE)
    return len(queries)


def test_the_list_costs_the_same_for_two_and_for_ten(north: Household) -> None:
    def add(number: int) -> None:
        with scope(north.council):
            for _one in range(number):
                young_person = make_young_person(north.young_person.team, worker=north.worker)
                open_plan(young_person, by=None)
                say(young_person, GivenAnswer("HOME-01", choice="no"))

    add(2)
    few = queries_for(north)
    add(8)
    assert queries_for(north) == few
    assert len(seen_by(north, "worker")) == 10


def test_a_notice_does_not_go_with_the_manager_or_the_duty_worker_who_was_told(north: Household) -> None:
    with scope(north.council):
        end_allocation(north.young_person.allocations.get(ends_on=None), timezone.localdate())
    answer(north, "HOME-01", "no")
    assert {name for name, _reason in told(north)} == {"Duty", "Manager"}
    with scope(north.council):
        set_manager(north.young_person.team, north.people["other_worker"], by=None)
    assert not seen_by(north, "manager")
    assert seen_by(north, "other_worker")
    with scope(north.council):
        allocate_worker(north.young_person, north.worker, by=None)
    assert seen_by(north, "worker")


def test_the_worker_sees_one_notice_where_duty_was_told_too(north: Household) -> None:
    answer(north, "HOME-01", "no")
    assert len(told(north)) > 1
    assert len(seen_by(north, "worker")) == 1
