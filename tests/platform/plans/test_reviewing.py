"""Reviews over the API: started, worked on in two parts, checked, sent back by section and put right."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.core import mail
from django.utils import timezone

from leavingwell.platform.access import grants
from leavingwell.platform.access.relations import Relation
from leavingwell.platform.access.services.allocating import allocate_worker
from leavingwell.platform.access.services.managing import set_practice_supervisor
from leavingwell.platform.audit.models import AuditEntry
from leavingwell.platform.councils.scope import scope
from leavingwell.platform.plans.models import Action, Notice, PlanRules, ReturnReason, Review
from tests.api import ask, codes, opaque
from tests.factories import Household
from tests.platform.plans.asking import act, read, signed_off, state

REVIEW = """
  number version state occasion writtenWithout youngPersonAgrees youngPersonWords youngPersonLanguage workerWords
  qualityWords returnReason returnReasons { id section reason answeredAt answeredBy { name } }
"""


def with_check(house: Household, on: bool = True) -> None:
    with scope(house.council):
        PlanRules.objects.update_or_create(effective_from=date(2001, 1, 1), defaults={"quality_check": on})


def review(house: Household, who: str) -> dict[str, Any]:
    found: dict[str, Any] = read(house, who, f"review {{ {REVIEW} }}")["review"]
    return found


def test_the_next_review_has_a_reason_and_keeps_the_list(north: Household) -> None:
    assert codes(act(north, "worker", "startReview", occasion="NEEDED")) == [("WRONG_STATE", None)]
    signed_off(north)
    assert codes(act(north, "worker", "startReview", occasion="FIRST")) == [("INVALID", "occasion")]
    assert act(north, "worker", "startReview", occasion="MOVE")["status"] == "DRAFT"
    found = review(north, "owner")
    assert (found["number"], found["occasion"]) == (2, "MOVE")
    with scope(north.council):
        assert north.plan.review.due_on == timezone.localdate() + timedelta(days=28)


def test_a_wish_that_nobody_took_up_comes_along(north: Household) -> None:
    with scope(north.council):
        response = opaque("Response", north.plan.review.response)
    save = """mutation($id: ID!) { saveAnswers(input: {responseId: $id, answers: [
      {question: "HOME-08", wantsHelp: true, kind: ANSWERED, choice: "no"}]}) { __typename } }"""
    assert ask(north.owner, north.council, save, id=response)["data"]["saveAnswers"]["__typename"] == "Response"
    signed_off(north)
    with scope(north.council):
        Action.objects.filter(question_code="HOME-08").update(question_code="")  # as before drafts were made of wishes
    act(north, "owner", "requestReview")
    assert review(north, "owner")["occasion"] == "ASKED_FOR"
    with scope(north.council):
        assert Action.objects.get(question_code="HOME-08").status == Action.Status.DRAFT
        told = Notice.objects.filter(kind=Notice.Kind.REVIEW_ASKED_FOR)
        assert {one.recipient for one in told} == {north.worker, north.manager}


def test_each_writes_their_own_part(north: Household) -> None:
    assert codes(act(north, "owner", "savePart", words="Not yet")) == [("INVALID", "agrees")]
    act(north, "owner", "savePart", agrees="PARTLY", words="غرفتي باردة", language="ar")
    assert codes(act(north, "worker", "savePart", agrees="YES", words="x")) == [("INVALID", "agrees")]
    act(north, "worker", "savePart", words="We looked at the heating.")
    for who in ("manager", "supervisor", "supporter"):
        assert codes(act(north, who, "savePart", words="Mine")) == [("NOT_ALLOWED", None)]
    for who in ("owner", "worker", "manager"):
        found = review(north, who)
        assert found["youngPersonWords"] == "غرفتي باردة"
        assert (found["youngPersonAgrees"], found["youngPersonLanguage"]) == ("PARTLY", "ar")
        assert found["workerWords"] == "We looked at the heating."
    hidden = review(north, "supporter")
    assert (hidden["youngPersonWords"], hidden["youngPersonAgrees"], hidden["workerWords"]) == (None, None, None)


@pytest.mark.parametrize("who", ["owner", "worker"])
def test_a_part_that_is_too_long_or_empty(north: Household, who: str) -> None:
    agrees = {"agrees": "YES"} if who == "owner" else {}
    assert codes(act(north, who, "savePart", words="x" * 4001, **agrees)) == [("TOO_LARGE", "words")]
    if who == "worker":
        assert codes(act(north, who, "savePart", words="  ")) == [("INVALID", "words")]


def test_earlier_words_stay_in_the_record_and_a_conflict_shows_both(north: Household) -> None:
    before = review(north, "owner")["version"]
    act(north, "owner", "savePart", agrees="NO", words="First words", expectedVersion=before)
    stale = act(north, "owner", "savePart", agrees="NO", words="Other words", expectedVersion=before)
    assert codes(stale) == [("STALE_VERSION", "expectedVersion"), ("STALE_VERSION", "words")]
    assert stale["problems"][1]["theirs"] == "First words"
    act(north, "owner", "savePart", agrees="YES", words="Second words")
    with scope(north.council):
        entries = AuditEntry.objects.filter(action="review.my_part").order_by("at")
        assert entries.last().changes["young_person_words"] == ["First words", "Second words"]


def test_the_young_person_may_speak_until_it_is_signed(north: Household) -> None:
    act(north, "worker", "submitPlan")
    version = review(north, "manager")["version"]
    act(north, "owner", "savePart", agrees="NO", words="Wait")
    assert codes(act(north, "manager", "authorisePlan", expectedVersion=version)) == [
        ("STALE_VERSION", "expectedVersion")
    ]
    assert act(north, "manager", "authorisePlan", expectedVersion=version + 1)["status"] == "CURRENT"
    assert codes(act(north, "owner", "savePart", agrees="YES", words="Late")) == [("WRONG_STATE", None)]


def test_sent_back_by_section_and_put_right(north: Household) -> None:
    act(north, "worker", "submitPlan")
    sections = [{"section": "goals", "reason": "Say by when."}, {"section": "matter-4", "reason": "Who goes round?"}]
    assert act(north, "manager", "returnPlan", sections=sections)["status"] == "RETURNED"
    found = review(north, "worker")
    assert [(one["section"], one["reason"]) for one in found["returnReasons"]] == [
        ("goals", "Say by when."),
        ("matter-4", "Who goes round?"),
    ]
    assert found["returnReason"] == "Say by when.\n\nWho goes round?"
    assert review(north, "owner")["returnReasons"] == review(north, "supporter")["returnReasons"] == []
    first = found["returnReasons"][0]["id"]
    assert codes(answer(north, "manager", first)) == [("NOT_ALLOWED", None)]
    assert codes(answer(north, "owner", first)) == [("NOT_FOUND", "returnReasonId")]
    assert answer(north, "worker", first)["__typename"] == "Review"
    assert codes(answer(north, "worker", first)) == [("WRONG_STATE", None)]
    put_right = review(north, "worker")["returnReasons"][0]
    assert put_right["answeredBy"] == {"name": north.worker.name}
    act(north, "worker", "submitPlan")
    assert codes(answer(north, "worker", found["returnReasons"][1]["id"])) == [("WRONG_STATE", None)]


def answer(house: Household, who: str, reason: str) -> dict[str, Any]:
    query = """mutation($id: ID!) { answerReturn(input: {returnReasonId: $id}) {
      __typename ... on Problems { problems { code field } } } }"""
    found: dict[str, Any] = ask(house.people[who], house.council, query, id=reason)["data"]["answerReturn"]
    return found


def test_another_councils_reason_is_not_found(north: Household, east: Household) -> None:
    act(north, "worker", "submitPlan")
    act(north, "manager", "returnPlan", reason="More")
    with scope(north.council):
        reason = opaque("ReturnReason", ReturnReason.objects.get())
    assert codes(answer(east, "worker", reason)) == [("NOT_FOUND", "returnReasonId")]
    assert codes(answer(north, "other_worker", reason)) == [("NOT_FOUND", "returnReasonId")]
    assert codes(answer(north, "worker", "rubbish")) == [("NOT_FOUND", "returnReasonId")]


@pytest.mark.parametrize(
    ("sections", "problem"),
    [
        ([{"section": "goals", "reason": " "}], ("INVALID", "sections.0.reason")),
        ([{"section": "goals", "reason": "x" * 2001}], ("INVALID", "sections.0.reason")),
        (
            [{"section": "actions", "reason": "a"}, {"section": "nowhere", "reason": "b"}],
            ("NOT_FOUND", "sections.1.section"),
        ),
        ([{"section": "goals", "reason": "a"}] * 41, ("INVALID", "sections")),
        ([], ("INVALID", "reason")),
    ],
)
def test_a_faulty_section_sends_nothing_back(north: Household, sections: Any, problem: tuple[str, str]) -> None:
    act(north, "worker", "submitPlan")
    assert codes(act(north, "manager", "returnPlan", sections=sections)) == [problem]
    assert state(north) == "submitted"
    with scope(north.council):
        assert not ReturnReason.objects.exists()


def test_the_supervisor_looks_first_where_the_council_wants_it(north: Household) -> None:
    with_check(north)
    assert act(north, "worker", "submitPlan")["status"] == "QUALITY_CHECK"
    assert codes(act(north, "manager", "authorisePlan")) == [("WRONG_STATE", None)]
    assert codes(act(north, "manager", "checkQuality", passOn=True)) == [("NOT_ALLOWED", None)]
    assert codes(act(north, "worker", "checkQuality", passOn=True)) == [("NOT_ALLOWED", None)]
    assert codes(act(north, "supervisor", "checkQuality", passOn=False)) == [("INVALID", "reason")]
    assert act(north, "supervisor", "checkQuality", passOn=True, words="A warm plan.")["status"] == "SUBMITTED"
    assert codes(act(north, "supervisor", "checkQuality", passOn=True)) == [("WRONG_STATE", None)]
    assert review(north, "manager")["qualityWords"] == "A warm plan."
    assert review(north, "owner")["qualityWords"] is None
    assert act(north, "manager", "authorisePlan")["status"] == "CURRENT"


def test_the_supervisor_sends_back(north: Household) -> None:
    with_check(north)
    act(north, "worker", "submitPlan")
    sections = [{"section": "HOME", "reason": "What about the damp?"}]
    assert act(north, "supervisor", "checkQuality", passOn=False, sections=sections)["status"] == "RETURNED"
    assert review(north, "worker")["returnReason"] == "What about the damp?"
    assert act(north, "worker", "submitPlan")["status"] == "QUALITY_CHECK"


def test_no_plan_is_stuck_where_nobody_can_check(north: Household) -> None:
    with_check(north)
    act(north, "worker", "submitPlan")
    with scope(north.council):
        set_practice_supervisor(north.young_person.team, None, by=None)
    assert act(north, "manager", "checkQuality", passOn=True)["status"] == "SUBMITTED"
    act(north, "manager", "returnPlan", reason="More")
    assert act(north, "worker", "submitPlan")["status"] == "SUBMITTED"  # straight to the manager


def test_nobody_checks_what_they_handed_in(north: Household) -> None:
    with_check(north)
    with scope(north.council):
        grants.grant(Relation.DUTY, north.supervisor, north.young_person)
    assert act(north, "supervisor", "submitPlan")["status"] == "SUBMITTED"


def test_a_manager_who_is_the_worker_does_not_sign(north: Household) -> None:
    act(north, "worker", "submitPlan")
    with scope(north.council):
        Review.objects.filter(plan=north.plan).update(worker_part_by=north.manager)
    assert codes(act(north, "manager", "authorisePlan")) == [("NOT_ALLOWED", None)]
    with scope(north.council):
        Review.objects.filter(plan=north.plan).update(worker_part_by=None)
        north.young_person.allocations.filter(ends_on=None).update(worker=north.manager)
    assert codes(act(north, "manager", "authorisePlan")) == [("NOT_ALLOWED", None)]
    assert state(north) == "submitted"


def test_each_is_told_and_the_letters_hold_nothing_private(
    north: Household, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        act(north, "worker", "submitPlan")
        act(north, "manager", "returnPlan", reason="A secret reason")
        act(north, "worker", "submitPlan")
        act(north, "manager", "authorisePlan")
    with scope(north.council):
        told = set(Notice.objects.values_list("recipient__name", "kind"))
    assert told >= {
        (north.manager.name, "plan_to_sign"),
        (north.worker.name, "plan_sent_back"),
        (north.owner.name, "plan_agreed"),
    }
    assert mail.outbox
    assert not any("secret" in letter.body or north.owner.name in letter.body for letter in mail.outbox)


def test_a_worker_who_leaves_in_between_has_no_part_in_it(north: Household) -> None:
    act(north, "worker", "submitPlan")
    with scope(north.council):
        allocate_worker(north.young_person, north.other_worker, by=north.manager)
    act(north, "manager", "returnPlan", reason="More")
    assert codes(act(north, "worker", "savePart", words="Still me")) == [("NOT_FOUND", "planId")]
    assert act(north, "other_worker", "savePart", words="Now me")["status"] == "RETURNED"
    with scope(north.council):
        assert Notice.objects.filter(kind="plan_sent_back").get().recipient == north.other_worker


@pytest.mark.parametrize(
    ("mutation", "given"),
    [
        ("startReview", {"occasion": "MOVE"}),
        ("savePart", {"words": "x"}),
        ("checkQuality", {"passOn": True}),
        ("writeWithout", {"reason": "x"}),
    ],
)
def test_the_outsiders_doors(north: Household, east: Household, mutation: str, given: Any) -> None:
    for house, who in ((east, "worker"), (east, "manager"), (north, "other_owner"), (north, "analyst")):
        assert codes(act(house, who, mutation, of=north, **given)) == [("NOT_FOUND", "planId")], (house.council, who)
    assert codes(act(north, "supporter", mutation, **given)) == [("NOT_ALLOWED", None)]
    assert state(north) == "draft"
