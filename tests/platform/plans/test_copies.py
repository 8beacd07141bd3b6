"""Copies of the plan that the young person was given."""

from typing import Any

import pytest
from django.utils import timezone

from leavingwell.platform.councils.scope import scope
from leavingwell.platform.plans.models import CopyGiven
from tests.api import ask, codes, do, opaque
from tests.factories import Household, agree_plan

GIVEN = "... on Review { number copies { on form language explainedOn interpreter note by { name } } }"
COPIES = "query($id: ID!) { plan(id: $id) { reviews { copies { form } } } }"


def agree(house: Household) -> None:
    with scope(house.council):
        agree_plan(house.plan, worker=house.worker, manager=house.manager)


def review_id(house: Household) -> str:
    with scope(house.council):
        return opaque("Review", house.plan.review)


def give(house: Household, who: str, of: Household | None = None, **given: Any) -> dict[str, Any]:
    person = house.people[who] if who else None
    return do(person, house.council, "giveCopy", GIVEN, reviewId=review_id(of or house), **given)


def test_a_copy_on_paper_explained_with_an_interpreter(north: Household) -> None:
    agree(north)
    today = timezone.localdate().isoformat()
    given = {"form": "PRINTED", "language": "ar", "explainedOn": today, "interpreter": True, "note": "At the café"}
    (copy,) = give(north, "worker", **given)["copies"]
    assert copy == {**given, "on": today, "by": {"name": north.worker.name}}


def test_the_young_person_has_read_it_and_says_so_once(north: Household) -> None:
    agree(north)
    give(north, "owner", form="PRINTED", note="made up", interpreter=True)
    (copy,) = give(north, "owner")["copies"]
    assert (copy["form"], copy["note"], copy["interpreter"]) == ("PORTAL", "", False)


def test_there_is_no_copy_of_what_is_not_agreed(north: Household) -> None:
    assert codes(give(north, "worker", form="PRINTED")) == [("WRONG_STATE", None)]
    assert codes(give(north, "owner")) == [("WRONG_STATE", None)]


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ({"on": "2999-01-01"}, ("INVALID", "on")),
        ({"on": "2001-01-01"}, ("INVALID", "on")),
        ({"explainedOn": "2999-01-01"}, ("INVALID", "explainedOn")),
        ({"explainedOn": "2001-01-01"}, ("INVALID", "explainedOn")),
        ({"language": "xx"}, ("INVALID", "language")),
        ({"note": "x" * 1001}, ("TOO_LARGE", "note")),
    ],
)
def test_a_copy_that_cannot_be(north: Household, given: dict[str, Any], problem: tuple[str, str]) -> None:
    agree(north)
    assert codes(give(north, "worker", form="PRINTED", **given)) == [problem]
    with scope(north.council):
        assert not CopyGiven.objects.exists()


@pytest.mark.parametrize(
    ("who", "problem"),
    [
        ("supporter", ("NOT_ALLOWED", None)),
        ("manager", ("NOT_ALLOWED", None)),
        ("other_worker", ("NOT_FOUND", "reviewId")),
        ("other_owner", ("NOT_FOUND", "reviewId")),
        ("", ("NOT_ALLOWED", None)),
    ],
)
def test_others_give_no_copies(north: Household, who: str, problem: tuple[str, str]) -> None:
    agree(north)
    assert codes(give(north, who, form="PRINTED")) == [problem]


def test_copies_have_outsiders(north: Household, east: Household) -> None:
    agree(north)
    agree(east)
    assert codes(give(north, "worker", of=east, form="PRINTED")) == [("NOT_FOUND", "reviewId")]
    give(north, "worker", form="PRINTED")
    with scope(north.council):
        plan = opaque("Plan", north.plan)

    def seen(who: str) -> Any:
        return ask(north.people[who], north.council, COPIES, id=plan)["data"]["plan"]

    assert seen("owner")["reviews"][0]["copies"] == [{"form": "PRINTED"}]
    assert seen("supporter")["reviews"][0]["copies"] == []
    assert seen("other_worker") is None


def test_copies_cost_as_many_queries_for_ten_as_for_two(
    in_north: Household, django_assert_max_num_queries: Any
) -> None:
    agree(in_north)
    plan, counted = opaque("Plan", in_north.plan), []
    for number in (2, 10):
        while CopyGiven.objects.count() < number:
            give(in_north, "worker", form="PRINTED")
        with django_assert_max_num_queries(100) as captured:
            found = ask(in_north.worker, in_north.council, COPIES, id=plan)["data"]["plan"]["reviews"]
        assert len(found[0]["copies"]) == number
        counted.append(len(captured))
    assert counted[0] == counted[1]
