"""Answers: saved whole or not at all, with who said them, who typed them and what stood there before."""

from typing import Any

import pytest

from leavingwell.platform.councils.scope import scope
from leavingwell.platform.plans.models import Action
from leavingwell.platform.plans.services.reviewing import request_review
from leavingwell.questionnaires.models import Answer, AnswerRevision, Response
from tests.api import codes, do, opaque
from tests.factories import Household

FIELDS = "... on Response { id version complete answers { question { code } kind comment wantsHelp channel } }"


def save(
    house: Household, who: str, *answers: dict[str, Any], of: Household | None = None, **given: Any
) -> dict[str, Any]:
    target = of or house
    with scope(target.council):
        response = opaque("Response", target.plan.review.response)
    return do(
        house.people[who], house.council, "saveAnswers", FIELDS, responseId=response, answers=list(answers), **given
    )


def stored(house: Household, question: str) -> Answer:
    with scope(house.council):
        return Answer.objects.select_related("answered_by", "typed_by").get(question_code=question)


def test_a_young_person_answers_alone(north: Household) -> None:
    result = save(north, "owner", {"question": "HOME-03", "choice": "sometimes", "comment": "Only at the top."})
    assert (result["__typename"], result["version"], result["complete"]) == ("Response", 1, False)
    answer = stored(north, "HOME-03")
    assert (answer.answered_by, answer.typed_by, answer.channel) == (north.owner, north.owner, "alone")
    assert (answer.shown_text, answer.comment) == ("Is your home warm enough?", "Only at the top.")


def test_a_worker_types_what_the_young_person_says(north: Household) -> None:
    save(north, "worker", {"question": "HOME-03", "choice": "sometimes"}, channel="PHONE", withInterpreter=True)
    answer = stored(north, "HOME-03")
    assert (answer.answered_by, answer.typed_by, answer.channel) == (north.owner, north.worker, "phone")
    assert answer.with_interpreter
    with scope(north.council):
        assert north.young_person.last_contact_on is not None


def test_without_the_young_person_the_worker_answers(north: Household) -> None:
    save(
        north,
        "worker",
        {"question": "HOME-03", "choice": "sometimes", "workerNote": "From the visit."},
        channel="WITHOUT",
    )
    answer = stored(north, "HOME-03")
    assert (answer.answered_by, answer.worker_note) == (north.worker, "From the visit.")


@pytest.mark.parametrize(("who", "channel"), [("owner", "PHONE"), ("owner", "WITHOUT"), ("worker", "ALONE")])
def test_who_sat_where_cannot_be_faked(north: Household, who: str, channel: str) -> None:
    assert codes(save(north, who, {"question": "HOME-03", "choice": "sometimes"}, channel=channel)) == [
        ("INVALID", "channel")
    ]


def test_the_question_is_kept_in_the_language_in_which_it_was_shown(north: Household) -> None:
    save(north, "owner", {"question": "HOME-03", "choice": "sometimes"}, language="ar")
    answer = stored(north, "HOME-03")
    assert (answer.language, answer.shown_text) == ("ar", "هل بيتك دافئ بما يكفي؟")


@pytest.mark.parametrize(
    ("answer", "problem"),
    [
        ({"question": "HOME-99", "choice": "yes"}, ("NOT_FOUND", "answers.0.question")),
        ({"question": "", "choice": "yes"}, ("NOT_FOUND", "answers.0.question")),
        ({"question": "HOME-03", "choice": "yes"}, ("INVALID", "answers.0.choice")),
        ({"question": "HOME-03", "kind": "ANSWERED"}, ("INVALID", "answers.0.choice")),
        ({"question": "HOME-03", "kind": "SKIPPED", "choice": "sometimes"}, ("INVALID", "answers.0.choice")),
        ({"question": "HOME-03", "comment": "x" * 4001}, ("TOO_LARGE", "answers.0.comment")),
        ({"question": "HOME-03", "workerNote": "mine"}, ("NOT_ALLOWED", "answers.0.workerNote")),
    ],
)
def test_a_faulty_answer_is_named_and_nothing_is_saved(
    north: Household, answer: dict[str, Any], problem: tuple[str, str]
) -> None:
    good = {"question": "HOME-01", "choice": "yes"}
    assert codes(save(north, "owner", answer, good)) == [problem]
    with scope(north.council):
        assert not Answer.objects.exists()


def test_no_answers_and_the_same_twice_are_faults(north: Household) -> None:
    assert codes(save(north, "owner")) == [("INVALID", "answers")]
    twice = {"question": "HOME-03", "choice": "sometimes"}
    assert codes(save(north, "owner", twice, twice)) == [("INVALID", "answers.1.question")]


def test_what_stood_there_before_is_kept(north: Household) -> None:
    save(north, "owner", {"question": "HOME-03", "choice": "sometimes", "comment": "Cold."})
    save(north, "owner", {"question": "HOME-03", "choice": "yes_mostly"})
    save(north, "owner", {"question": "HOME-03", "comment": "It got warm."})
    with scope(north.council):
        before = list(AnswerRevision.objects.values_list("choice", "comment"))
    assert before == [("sometimes", "Cold."), ("yes_mostly", "Cold.")]
    assert stored(north, "HOME-03").comment == "It got warm."


def test_saving_the_same_again_changes_nothing(north: Household) -> None:
    for _time in range(2):
        result = save(north, "owner", {"question": "HOME-03", "choice": "sometimes", "comment": "Cold."})
    assert result["version"] == 1
    with scope(north.council):
        assert not AnswerRevision.objects.exists()


def test_a_repeated_request_changes_nothing(north: Household) -> None:
    request = "7f0c3a52-1111-4222-8333-444455556666"
    save(north, "owner", {"question": "HOME-03", "choice": "sometimes"}, requestId=request)
    save(north, "owner", {"question": "HOME-03", "choice": "yes_mostly"}, requestId=request)
    assert stored(north, "HOME-03").choice == "sometimes"


def test_staff_never_change_words_that_the_young_person_typed(north: Household) -> None:
    save(north, "owner", {"question": "HOME-03", "choice": "sometimes", "comment": "My words."})
    save(north, "worker", {"question": "HOME-03", "choice": "yes_mostly"}, channel="TOGETHER")
    result = save(north, "worker", {"question": "HOME-03", "comment": "Tidied up."}, channel="TOGETHER")
    assert codes(result) == [("NOT_ALLOWED", "answers.0.comment")]
    assert stored(north, "HOME-03").comment == "My words."


def test_a_stale_save_does_not_overwrite_and_another_question_is_no_conflict(north: Household) -> None:
    save(north, "owner", {"question": "HOME-03", "choice": "sometimes"})
    stale = save(north, "worker", {"question": "HOME-03", "choice": "yes_mostly"}, expectedVersion=0)
    assert codes(stale) == [("STALE_VERSION", "answers.0.question")]
    fine = save(north, "worker", {"question": "HOME-04", "choice": "yes_mostly"}, expectedVersion=0)
    assert fine["version"] == 2


def test_a_finished_checklist_stays_as_it_is(north: Household) -> None:
    save(north, "owner", {"question": "HOME-03", "choice": "sometimes"})
    with scope(north.council):
        response = opaque("Response", north.plan.review.response)
    done = do(north.owner, north.council, "submitResponse", "... on Response { complete }", responseId=response)
    assert done["complete"]
    assert codes(save(north, "owner", {"question": "HOME-03", "choice": "yes_mostly"})) == [("WRONG_STATE", None)]


def test_an_empty_checklist_cannot_be_finished(north: Household) -> None:
    with scope(north.council):
        response = opaque("Response", north.plan.review.response)
    result = do(north.owner, north.council, "submitResponse", "", responseId=response)
    assert codes(result) == [("INVALID", None)]


def test_wanted_help_becomes_a_draft_and_goes_when_it_is_taken_back(north: Household) -> None:
    save(north, "owner", {"question": "HOME-03", "choice": "sometimes", "wantsHelp": True})
    save(north, "owner", {"question": "HOME-03", "wantsHelp": True})
    with scope(north.council):
        draft = Action.objects.get()
        assert (draft.status, draft.domain.code, draft.question_code) == ("draft", "HOME", "HOME-03")
        assert [owner.name for owner in draft.owners.all()] == [north.worker.name]
    save(north, "owner", {"question": "HOME-03", "wantsHelp": False})
    with scope(north.council):
        assert Action.objects.get().status == "dropped"


def test_an_unsafe_answer_is_marked(north: Household) -> None:
    save(north, "owner", {"question": "HOME-01", "choice": "no"}, {"question": "HOME-03", "choice": "not_right_now"})
    assert stored(north, "HOME-01").tells_a_person
    assert not stored(north, "HOME-03").tells_a_person


def test_a_low_answer_twice_in_a_row_is_marked(north: Household) -> None:
    low = {"question": "MIND-01", "choice": "not_right_now"}
    save(north, "owner", low)
    assert not stored(north, "MIND-01").tells_a_person
    with scope(north.council):
        plan = north.plan
        plan.review.state = "current"
        plan.review.save()
        request_review(plan, by=north.owner)
    save(north, "owner", low)
    with scope(north.council):
        told = Answer.objects.filter(response__is_latest=True).values_list("tells_a_person", flat=True)
        assert list(told) == [True]
        assert Response.objects.filter(is_latest=True).count() == 2  # one of each young person


@pytest.mark.parametrize("who", ["manager", "supervisor", "supporter"])
def test_those_who_may_see_but_not_answer_are_told_so(north: Household, who: str) -> None:
    assert codes(save(north, who, {"question": "HOME-03", "choice": "sometimes"})) == [("NOT_ALLOWED", None)]


@pytest.mark.parametrize("who", ["other_owner", "other_worker", "analyst", "editor", "admin"])
def test_outsiders_of_the_own_council_find_nothing(north: Household, who: str) -> None:
    assert codes(save(north, who, {"question": "HOME-03", "choice": "sometimes"})) == [("NOT_FOUND", "responseId")]


@pytest.mark.parametrize("who", ["owner", "worker", "manager"])
def test_another_councils_people_find_nothing(north: Household, east: Household, who: str) -> None:
    result = save(east, who, {"question": "HOME-03", "choice": "sometimes"}, of=north)
    assert codes(result) == [("NOT_FOUND", "responseId")]


def test_a_visitor_is_asked_to_sign_in(north: Household) -> None:
    with scope(north.council):
        response = opaque("Response", north.plan.review.response)
    answers = [{"question": "HOME-03", "choice": "sometimes"}]
    result = do(None, north.council, "saveAnswers", "", responseId=response, answers=answers)
    assert codes(result) == [("NOT_ALLOWED", None)]
