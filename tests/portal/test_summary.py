"""How it looks now: strengths first, and an order of one's own by buttons."""

from typing import Any

import pytest

from leavingwell.platform.councils.scope import scope
from leavingwell.platform.plans.models import FocusOrder
from leavingwell.platform.plans.services.answering import record_answers, sitting_of
from leavingwell.questionnaires.services.answering import GivenAnswer
from tests.portal.pages import Story, soup, words

ADDRESS = "/questions/summary/"


@pytest.fixture
def answered(story: Story) -> Story:
    with scope(story.council):
        plan, young_person = story.household.plan, story.household.young_person
        given = [GivenAnswer("HOME-01", choice="yes"), GivenAnswer("HOME-02", choice="sometimes")]
        given.append(GivenAnswer("WORK-02", choice="no"))
        sitting = sitting_of(young_person, young_person.person, channel=None, language="en")
        record_answers(plan, plan.review.response, given, sitting)
    return story


def order_on(page: Any) -> list[str]:
    return [field["value"] for field in soup(page).select('.reorder input[name="question"]')]


def test_strengths_stand_before_what_to_look_at(answered: Story) -> None:
    page = words(answered.visit("owner").get(ADDRESS))
    assert page.index("Do you have a safe place to sleep") < page.index("What to look at first")
    assert page.index("What to look at first") < page.index("Do you feel safe where you live?")
    assert "%" not in page


def test_a_step_up_is_kept_and_changes_nothing_else(answered: Story) -> None:
    visitor = answered.visit("owner")
    before = order_on(visitor.get(ADDRESS))
    moved = visitor.post(ADDRESS, {"question": before[-1], "to": "up"})
    assert moved["Location"] == f"{ADDRESS}#up-{before[-1]}"
    assert order_on(visitor.get(ADDRESS)) == [*before[:-2], before[-1], before[-2]]
    back = visitor.post(ADDRESS, {"question": before[-1], "to": "down"})
    assert back["Location"] == f"{ADDRESS}#up-{before[-1]}"  # the last has no button to go further down
    page = visitor.get(ADDRESS)
    assert soup(page).select_one(f"button#up-{before[-1]}")
    assert order_on(page) == before


@pytest.mark.parametrize(
    "typed",
    [{}, {"question": "NOPE", "to": "up"}, {"question": "HOME-03", "to": "up"}, {"question": "\x00", "to": "x"}],
)
def test_what_makes_no_sense_leaves_the_order(answered: Story, typed: dict[str, str]) -> None:
    visitor = answered.visit("owner")
    before = order_on(visitor.get(ADDRESS))
    assert visitor.post(ADDRESS, typed).status_code == 302
    assert order_on(visitor.get(ADDRESS)) == before


def test_the_worker_reads_it_and_orders_nothing(answered: Story) -> None:
    worker, address = answered.visit("worker"), f"/people/{answered.person}/summary/"
    page = worker.get(address)
    assert "Do you feel safe where you live?" in words(page)
    assert order_on(page) == []
    assert worker.post(address, {"question": "HOME-02", "to": "up"}).status_code == 403
    with scope(answered.council):
        assert not FocusOrder.objects.exists()


def test_goals_and_the_list_are_one_step_away(answered: Story) -> None:
    page = soup(answered.visit("owner").get(ADDRESS))
    assert {"/plan/into-goal/question/HOME-02/", "/to-do/#add"} <= {link["href"] for link in page.select("a")}


def test_it_is_nobody_elses(answered: Story) -> None:
    address = f"/people/{answered.person}/summary/"
    for who in ("other_owner", "other_worker", "admin", "editor"):
        assert answered.visit(who).get(address).status_code in (403, 404), who
    assert answered.visit(None).get(ADDRESS).status_code == 302
    supporter = words(answered.visit("supporter").get(address))  # goals and how things stand, no answers
    assert "Do you feel safe" not in supporter
    assert "Do you have a safe place" not in supporter


def test_before_the_first_answer_there_is_something_to_read(story: Story) -> None:
    page = story.visit("other_owner").get(ADDRESS)
    assert page.status_code == 200
    assert "Nothing to show yet" in words(page)
