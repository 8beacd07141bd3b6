"""How it looks now: words and never marks, strengths first, and the young person's own order of what to look at."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from leavingwell.platform.audit.models import AuditEntry
from leavingwell.platform.councils.scope import scope
from leavingwell.platform.plans.models import FocusOrder
from leavingwell.platform.plans.services.answering import record_answers, sitting_of
from leavingwell.platform.plans.services.reviewing import start_review
from leavingwell.questionnaires.kinds import AnswerKind
from leavingwell.questionnaires.models import QuestionnaireRules
from leavingwell.questionnaires.services.answering import GivenAnswer
from tests.api import ask, codes, do, opaque
from tests.factories import Household

SUMMARY = """query($id: ID!) { plan(id: $id) { summary { overall coreOnly change
  strengths { domain { code } question { code text { value } } }
  focus { level reason domain { code } question { code text { value } } } } } }"""


def questions(house: Household) -> dict[str, Any]:
    content = house.plan.review.response.questionnaire_version.content
    return {one["code"]: one for domain in content["domains"] for one in domain["questions"]}


def answer_all(house: Household, place: int, but: dict[str, int] | None = None, **more: Any) -> None:
    """Every question with the choice at `place` (0 is the best), but for some; inside the scope."""
    plan, chosen = house.plan, but or {}
    given = [
        GivenAnswer(code, choice=one["choices"][chosen.get(code, place)]["code"], **more)
        for code, one in questions(house).items()
    ]
    sitting = sitting_of(house.young_person, house.owner, channel=None, language="en")
    record_answers(plan, plan.review.response, given, sitting)


def say(house: Household, *given: GivenAnswer) -> None:
    plan = house.plan
    sitting = sitting_of(house.young_person, house.owner, channel=None, language="en")
    record_answers(plan, plan.review.response, given, sitting)


def summary(house: Household, who: str = "owner", at: Household | None = None) -> Any:
    with scope(house.council):
        plan = opaque("Plan", house.plan)
    asker = at or house
    found = ask(asker.people[who], asker.council, SUMMARY, id=plan)["data"]["plan"]
    return found and found["summary"]


def focus(house: Household, who: str = "owner") -> list[str]:
    return [one["question"]["code"] for one in summary(house, who)["focus"]]


def order(house: Household, *codes_: str, who: str = "owner") -> dict[str, Any]:
    with scope(house.council):
        plan = opaque("Plan", house.plan)
    return do(house.people[who], house.council, "orderFocus", "", planId=plan, questions=list(codes_))


def test_all_of_the_best_is_all_strength(north: Household) -> None:
    with scope(north.council):
        answer_all(north, 0)
        everything = len(questions(north))
    found = summary(north)
    assert (found["overall"], found["coreOnly"], found["change"]) == ("GOING_WELL", "GOING_WELL", None)
    assert len(found["strengths"]) == everything
    assert found["focus"] == []


def test_too_few_answers_say_so_and_give_no_mark(north: Household) -> None:
    with scope(north.council):
        say(north, GivenAnswer("HOME-01", choice="yes"))
    found = summary(north)
    assert found["overall"] == found["coreOnly"] == "NOT_ENOUGH_ANSWERS"
    assert [one["question"]["code"] for one in found["strengths"]] == ["HOME-01"]


def test_core_alone_can_stand_otherwise_than_all(north: Household) -> None:
    with scope(north.council):
        optional = {code: 2 for code, one in questions(north).items() if not one["is_core"]}
        answer_all(north, 0, but=optional)
    found = summary(north)
    assert (found["overall"], found["coreOnly"]) == ("GROWING", "GOING_WELL")


def test_the_councils_own_bands_count(north: Household) -> None:
    with scope(north.council):
        answer_all(north, 1)  # the middle choice of each
        QuestionnaireRules.objects.create(going_well=40, growing=20)
    assert summary(north)["overall"] == "GOING_WELL"


@pytest.mark.parametrize(("before", "now", "changed"), [(2, 0, "UP"), (0, 2, "HARDER"), (0, 0, "SAME")])
def test_what_changed_since_the_last_review(north: Household, before: int, now: int, changed: str) -> None:
    with scope(north.council):
        answer_all(north, before)
        start_review(north.plan, number=2, by=None, due_on=timezone.localdate())
        answer_all(north, now)
    assert summary(north)["change"] == changed


def test_the_focus_is_by_level_then_wish_for_help_then_answer(north: Household) -> None:
    with scope(north.council):
        say(
            north,
            GivenAnswer("WORK-02", choice="no"),  # level 5
            GivenAnswer("HOME-05", choice="not_right_now"),  # level 2
            GivenAnswer("HOME-06", choice="sometimes"),
            GivenAnswer("MONEY-02", choice="yes", wants_help=True),
            GivenAnswer("HOME-03", choice="sometimes"),  # level 1
            GivenAnswer("HOME-04", kind=AnswerKind.DOES_NOT_APPLY),
        )
    found = summary(north)["focus"]
    assert [(one["question"]["code"], one["level"], one["reason"]) for one in found] == [
        ("HOME-03", 1, "PARTLY"),
        ("MONEY-02", 2, "WANTS_HELP"),
        ("HOME-05", 2, "NOT_NOW"),
        ("HOME-06", 2, "PARTLY"),
        ("WORK-02", 5, "NOT_NOW"),
    ]
    assert found[0]["question"]["text"]["value"] == "Is your home warm enough?"


def some_focus(house: Household) -> list[str]:
    with scope(house.council):
        given = [GivenAnswer(f"HOME-0{number}", choice="sometimes") for number in (2, 3, 4, 5, 6)]
        say(house, *given)
    return focus(house)


def test_the_own_order_is_kept_and_what_is_new_comes_after(north: Household) -> None:
    first = some_focus(north)
    assert order(north, first[2], first[0])["__typename"] == "Plan"
    assert focus(north) == [first[2], first[0], first[1], *first[3:]]
    assert focus(north, "worker") == focus(north)
    with scope(north.council):
        say(north, GivenAnswer("HEALTH-01", choice="no"), GivenAnswer(first[0], choice="yes_mostly"))
    assert focus(north)[0] == first[2]
    assert "HEALTH-01" in focus(north)
    assert first[0] not in focus(north)
    assert order(north)["__typename"] == "Plan"  # none: as suggested again
    with scope(north.council):
        assert FocusOrder.objects.count() == 1
        assert AuditEntry.objects.filter(action="focus.ordered").count() == 2


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        (["NOPE"], ("NOT_FOUND", "questions.0")),
        (["HOME-03", "HOME-03"], ("INVALID", "questions.1")),
        (["HOME-03", "MIND-01"], ("NOT_FOUND", "questions.1")),
        (["x" * 2000], ("NOT_FOUND", "questions.0")),
        (["HOME-03"] * 300, ("INVALID", "questions.1")),
    ],
)
def test_a_faulty_order_is_named_and_nothing_is_kept(
    north: Household, given: list[str], problem: tuple[str, str]
) -> None:
    some_focus(north)
    assert codes(order(north, *given)) == [problem]
    with scope(north.council):
        assert not FocusOrder.objects.exists()


@pytest.mark.parametrize(
    ("who", "code"),
    [
        *((who, "NOT_ALLOWED") for who in ("worker", "manager", "duty", "supervisor", "supporter")),
        *((who, "NOT_FOUND") for who in ("other_owner", "other_worker", "analyst", "admin")),
    ],
)
def test_only_the_young_person_orders(north: Household, who: str, code: str) -> None:
    first = some_focus(north)
    assert codes(order(north, first[0], who=who))[0][0] == code


def test_an_outsider_sees_none_of_it(north: Household, east: Household) -> None:
    some_focus(north)
    for who in ("other_owner", "other_worker", "admin"):
        assert summary(north, who) is None
    assert summary(north, "worker", at=east) is None


def let_in(house: Household, parts: list[str], domains: list[str]) -> None:
    with scope(house.council):
        house.young_person.supporters.update(parts=parts, domain_codes=domains)


def test_a_supporter_sees_the_chosen_parts_alone(north: Household) -> None:
    with scope(north.council):
        answer_all(north, 0, but={"HOME-03": 1, "MIND-01": 1})
    let_in(north, ["goals"], [])
    nothing = {"overall": None, "coreOnly": None, "change": None, "strengths": [], "focus": []}
    assert summary(north, "supporter") == nothing
    let_in(north, ["state_of_play"], [])
    assert summary(north, "supporter") == {**nothing, "overall": "GOING_WELL", "coreOnly": "GOING_WELL"}
    let_in(north, ["state_of_play", "answers"], ["HOME"])
    found = summary(north, "supporter")
    assert found["overall"] is None
    assert [one["question"]["code"] for one in found["focus"]] == ["HOME-03"]
    assert {one["domain"]["code"] for one in found["strengths"]} == {"HOME"}


def cost(house: Household) -> int:
    summary(house)
    with CaptureQueriesContext(connection) as queries:
        summary(house)
    return len(queries)


def test_it_costs_the_same_for_two_answers_and_for_ten(north: Household) -> None:
    with scope(north.council):
        say(north, *(GivenAnswer(f"HOME-0{number}", choice="sometimes") for number in (2, 3)))
    few = cost(north)
    with scope(north.council):
        codes_ = [f"HEALTH-0{number}" for number in (3, 4, 5, 6, 7)] + ["HOME-04", "HOME-05", "HOME-06"]
        say(north, *(GivenAnswer(code, choice="sometimes", wants_help=True) for code in codes_))
    assert cost(north) == few
