"""Ticking off without leaving the page: by a script, and by the form when it cannot."""

from typing import Any

import pytest
from bs4 import BeautifulSoup

from leavingwell.platform.councils.scope import scope
from leavingwell.platform.plans.models import Action
from tests.portal.pages import SECRETS, Story, form_to, words

JSON = {"HTTP_ACCEPT": "application/json"}


def tick(story: Story, what: str = "done", who: str = "owner", **given: str) -> Any:
    return story.visit(who).post(f"/to-do/{story.action}/{what}/", given, **JSON)


def status(story: Story) -> str:
    with scope(story.council):
        return str(Action.objects.get(title=SECRETS[2]).status)


def test_the_row_comes_back_as_it_is_now_and_can_be_taken_back(story: Story) -> None:
    answer = tick(story, area="1").json()
    row = BeautifulSoup(answer["html"], "html.parser")
    assert answer["words"] == "Done."
    assert row.select_one(".todo.is-done a")
    assert "Done by you, today" in row.get_text()
    assert row.select_one(f'form[data-tick][action="/to-do/{story.action}/again/"]')
    assert status(story) == "done"
    back = tick(story, "again").json()
    assert BeautifulSoup(back["html"], "html.parser").select_one(f'form[action="/to-do/{story.action}/done/"]')
    assert status(story) == "open"
    page = story.visit("owner").get("/to-do/")
    assert "You find it under" not in words(page)  # said at once, and not again on the next page


def test_a_second_tick_is_left_to_the_form(story: Story) -> None:
    tick(story)
    again = tick(story)
    assert again.status_code == 409
    assert again.json() == {"words": "This is done already."}


@pytest.mark.parametrize("who", ["other_owner", "other_worker", "analyst", "supporter"])
def test_nobody_else_ticks_by_script(story: Story, who: str) -> None:
    assert tick(story, who=who).status_code in (403, 404)
    assert status(story) == "open"


def test_a_spoiled_person_makes_no_fault(story: Story) -> None:
    with scope(story.council):
        action = Action.objects.get(title=SECRETS[2])
        action.action_owners.create(person=story.household.worker)
    for given in ("../../evil", "%00", "\u202e", story.person):
        assert tick(story, who="worker", person=given).status_code == 200, given
        tick(story, "again", who="worker")


def test_one_press_agrees_and_saying_more_stays_open_to_all(story: Story) -> None:
    visitor = story.visit("owner")
    page = visitor.get("/plan/")
    answer = visitor.post("/plan/my-part/yes/", form_to(page, "/plan/my-part/yes/"), follow=True)
    assert "You agree with it. Thank you." in words(answer)
    assert "Yes, I agree with it" in words(answer)
    assert "Say it in a new way" in words(answer)
    assert story.visit("worker").post("/plan/my-part/yes/").status_code == 404


def test_the_plan_says_who_looked_last_and_folds_what_is_reached(story: Story) -> None:
    with scope(story.council):
        story.household.plan.goals.update(state="reached")
    story.visit("worker").get(f"/people/{story.person}/plan/")
    assert "your worker, looked at your" in words(story.visit("owner").get("/plan/now-and-before/"))
    assert "One goal reached" in words(story.visit("owner").get("/plan/"))
    around = words(story.visit("worker").get(f"/people/{story.person}/plan/now-and-before/"))
    assert "How the plan has changed" in around
    assert "Who has looked" not in around
