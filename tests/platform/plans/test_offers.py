"""From 21: the door is open, the answer to it, and the slim plan."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from leavingwell.platform.audit.models import AuditEntry
from leavingwell.platform.councils.scope import scope
from leavingwell.platform.people.dates import years_before
from leavingwell.platform.plans.models import Notice, YearlyOffer
from leavingwell.platform.plans.services.offering import send_offer
from tests.api import ask, codes, do, opaque
from tests.factories import Household, make_young_person


@pytest.fixture
def grown(north: Household) -> Household:
    """The owner is 22."""
    with scope(north.council):
        young_person = north.young_person
        young_person.date_of_birth = years_before(timezone.localdate(), 22) - timedelta(days=30)
        young_person.save()
    return north


def sent(house: Household) -> str:
    with scope(house.council):
        return opaque("YearlyOffer", send_offer(house.young_person, timezone.localdate()))


def them(house: Household) -> str:
    with scope(house.council):
        return opaque("YoungPerson", house.young_person)


def answer(house: Household, offer: str, who: str = "owner", answer: str = "WANTS_SUPPORT") -> dict[str, Any]:
    fields = "... on YearlyOffer { answer answeredOn }"
    return do(house.people[who], house.council, "answerOffer", fields, offerId=offer, answer=answer)


def note(house: Household, who: str = "worker", **given: Any) -> dict[str, Any]:
    fields = "... on YearlyOffer { sentOn answer }"
    return do(house.people[who], house.council, "recordOffer", fields, youngPersonId=them(house), **given)


def slim(house: Household, who: str = "worker", of: Household | None = None) -> dict[str, Any]:
    fields = "... on Plan { id status review { number } }"
    return do(house.people[who], house.council, "openSlimPlan", fields, youngPersonId=them(of or house))


def test_who_wants_support_is_told_to_staff_the_same_day(grown: Household) -> None:
    offer = sent(grown)
    assert answer(grown, offer) == {
        "__typename": "YearlyOffer",
        "answer": "WANTS_SUPPORT",
        "answeredOn": timezone.localdate().isoformat(),
    }
    with scope(grown.council):
        told = set(Notice.objects.filter(kind="door_is_open").values_list("recipient__name", flat=True))
        assert AuditEntry.objects.filter(action="offer.answered").count() == 1
    assert told == {f"{who} of northmoor" for who in ("Owner", "Worker", "Duty", "Manager")}


def test_not_now_tells_nobody_and_can_be_changed(grown: Household) -> None:
    offer = sent(grown)
    assert answer(grown, offer, answer="NOT_NOW")["answer"] == "NOT_NOW"
    with scope(grown.council):
        assert Notice.objects.filter(kind="door_is_open").exclude(recipient=grown.owner).count() == 0
    assert answer(grown, offer)["answer"] == "WANTS_SUPPORT"


def test_a_letter_is_noted_by_hand(grown: Household) -> None:
    day = (timezone.localdate() - timedelta(days=2)).isoformat()
    assert note(grown, on=day) == {"__typename": "YearlyOffer", "sentOn": day, "answer": None}
    assert codes(note(grown, on=day)) == [("INVALID", "on")]
    assert codes(note(grown, on="2999-01-01")) == [("INVALID", "on")]


def test_before_21_there_is_neither(north: Household) -> None:
    assert codes(note(north)) == [("WRONG_STATE", None)]
    assert codes(slim(north)) == [("WRONG_STATE", None)]
    with scope(north.council):
        assert not YearlyOffer.objects.exists()


def test_the_slim_plan_goes_on_with_the_open_review(grown: Household) -> None:
    made = slim(grown)
    assert (made["status"], made["review"]) == ("DRAFT", {"number": 1})
    with scope(grown.council):
        assert grown.plan.kind == "slim"
    assert codes(slim(grown)) == [("WRONG_STATE", None)]


def test_it_opens_a_review_where_the_last_is_agreed(grown: Household) -> None:
    with scope(grown.council):
        review = grown.plan.review
        review.state = "current"
        review.save()
    made = slim(grown, "manager")
    assert (made["status"], made["review"]) == ("DRAFT", {"number": 2})


def test_somebody_without_a_plan_gets_one(north: Household) -> None:
    with scope(north.council):
        young_person = make_young_person(north.young_person.team, age=23, worker=north.worker)
        pk = opaque("YoungPerson", young_person)
    made = do(north.worker, north.council, "openSlimPlan", "... on Plan { review { number } }", youngPersonId=pk)
    assert made["review"] == {"number": 1}
    with scope(north.council):
        young_person.refresh_from_db()
        assert young_person.plan.kind == "slim"


@pytest.mark.parametrize("who", ["worker", "manager", "duty", "supervisor"])
def test_only_the_young_person_answers(grown: Household, who: str) -> None:
    assert codes(answer(grown, sent(grown), who)) == [("NOT_ALLOWED", None)]


def test_outsiders_find_nothing(grown: Household, east: Household) -> None:
    offer = sent(grown)
    query = "query($id: ID!) { youngPerson(id: $id) { yearlyOffers { sentOn } } }"
    for house, who in ((grown, "other_owner"), (grown, "other_worker"), (east, "owner"), (east, "manager")):
        assert codes(answer(house, offer, who)) == [("NOT_FOUND", "offerId")]
        assert codes(slim(house, who, of=grown)) == [("NOT_FOUND", "youngPersonId")]
        assert ask(house.people[who], house.council, query, id=them(grown))["data"]["youngPerson"] is None
    assert codes(answer(grown, offer, "supporter")) == [("NOT_FOUND", "offerId")]
    assert codes(slim(grown, "owner")) == [("NOT_ALLOWED", None)]
    found = ask(grown.supporter, grown.council, query, id=them(grown))["data"]["youngPerson"]
    assert found["yearlyOffers"] == []
    for given in ("", "nonsense", "x" * 3000):
        assert codes(answer(grown, given)) == [("NOT_FOUND", "offerId")]
