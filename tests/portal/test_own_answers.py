"""What the young person said at the questions stands with the plan, as it does in its file."""

from typing import Any

import pytest

from leavingwell.platform.councils.scope import scope
from leavingwell.platform.people.models import Supporter
from leavingwell.platform.plans.models import Action
from leavingwell.platform.plans.services.answering import record_answers, sitting_of
from leavingwell.platform.plans.services.reviewing import request_review
from leavingwell.questionnaires.kinds import Channel
from leavingwell.questionnaires.services.answering import GivenAnswer
from tests.api import ask
from tests.factories import Household, agree_plan
from tests.portal.pages import SECRETS, Story, soup, words

COLD = SECRETS[3]
AROUND = "/plan/now-and-before/"
SAID = "query($id: ID!) { plan(id: $id) { said { question { code } comment wantsHelp isOnList workerNote } } }"


def answer(house: Household, who: str, question: str = "HOME-03", channel: Channel | None = None, **given: Any) -> None:
    with scope(house.council):
        sitting = sitting_of(house.young_person, house.people[who], channel=channel, language="en")
        record_answers(house.plan, house.plan.review.response, [GivenAnswer(question, **given)], sitting)


def section(story: Story, who: str, name: str) -> str:
    page = story.visit(who).get(AROUND if who == "owner" else f"/people/{story.person}{AROUND}")
    found = soup(page).find(attrs={"aria-labelledby": name})
    return " ".join(found.get_text(" ").split()) if found else ""


def said(story: Story, who: str) -> list[dict[str, Any]]:
    house = story.household
    found: list[dict[str, Any]] = ask(house.people[who], house.council, SAID, id=story.plan)["data"]["plan"]["said"]
    return found


def test_the_plan_tells_what_they_said_and_where_they_want_help(story: Story) -> None:
    assert COLD in section(story, "owner", "own-answers")
    assert "We will talk about it" in section(story, "owner", "help-wanted")
    for who in ("worker", "manager"):
        assert COLD in section(story, who, "own-answers"), who
        assert "Not on the list yet" in section(story, who, "help-wanted"), who


def test_from_where_they_want_help_it_leads_to_a_goal(story: Story) -> None:
    for who, start in (("owner", ""), ("worker", f"/people/{story.person}")):
        page = soup(story.visit(who).get(start + AROUND))
        assert page.select(f'[aria-labelledby="help-wanted"] a[href="{start}/plan/#goals"]'), who
        assert soup(story.visit(who).get(f"{start}/plan/")).select_one("#goals"), who


def test_it_stands_in_the_order_of_the_file(story: Story) -> None:
    page = words(story.visit("owner").get(AROUND))
    in_order = ("How things stand", "What I want help with", "In my own words", "What we say about it")
    assert sorted(in_order, key=page.rindex) == list(in_order)


def test_once_it_is_on_the_list_the_plan_says_so(story: Story) -> None:
    with scope(story.council):
        Action.objects.filter(question_code="HOME-03").update(status=Action.Status.OPEN)
    assert "It is on our to-do list." in section(story, "owner", "help-wanted")


def test_words_of_the_last_review_stand_until_there_are_new_ones(story: Story) -> None:
    house = story.household
    with scope(house.council):
        agree_plan(house.plan, worker=house.worker, manager=house.manager)
        request_review(house.plan, by=house.owner)
        house.plan.refresh_from_db()
    assert COLD in section(story, "owner", "own-answers")
    answer(house, "owner", comment="It is warm now.")
    told = section(story, "owner", "own-answers")
    assert "It is warm now." in told
    assert COLD not in told


def test_it_says_who_wrote_what(story: Story) -> None:
    house = story.household
    answer(house, "worker", worker_note="Ask the landlord")
    assert f"Note by {house.worker.name}: Ask the landlord" in section(story, "owner", "own-answers")
    answer(house, "worker", "HOME-01", Channel.TOGETHER, choice="yes", comment="Cold in the mornings")
    assert f"typed by {house.worker.name}" in section(story, "owner", "own-answers")


def test_a_supporter_is_told_no_more_than_before(story: Story) -> None:
    answer(story.household, "worker", worker_note="Ask the landlord")
    assert all(one["workerNote"] == "" for one in said(story, "supporter"))
    assert [one["workerNote"] for one in said(story, "worker")] == ["Ask the landlord"]
    house = story.household
    assert ask(house.other_worker, house.council, SAID, id=story.plan)["data"]["plan"] is None


@pytest.mark.parametrize(("more", "told"), [((Supporter.Part.ACTIONS,), True), ((), False)])
def test_a_supporter_is_told_of_actions_that_they_may_see(story: Story, more: tuple[Any, ...], told: bool) -> None:
    with scope(story.council):
        Action.objects.filter(question_code="HOME-03").update(status=Action.Status.OPEN)
        Supporter.objects.update(parts=[Supporter.Part.ANSWERS, *more], domain_codes=[])
    found = said(story, "supporter")
    assert found
    assert any(one["isOnList"] for one in found) is told
