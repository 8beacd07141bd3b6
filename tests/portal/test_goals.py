"""A goal's own page: its words, its steps, and how it ends."""

from typing import Any

from leavingwell.platform.councils.scope import scope
from leavingwell.platform.plans.models import Goal
from leavingwell.platform.plans.services.goals import GoalChanges, update_goal
from tests.api import opaque
from tests.portal.pages import SECRETS, Story, form_to, soup, words


def row(story: Story) -> Goal:
    with scope(story.council):
        found: Goal = Goal.objects.select_related("domain").get()
        return found


def address(story: Story, who: str = "owner") -> str:
    place = f"/plan/goals/{opaque('Goal', row(story))}/"
    return place if who == "owner" else f"/people/{story.person}{place}"


def send(story: Story, who: str, what: str, **typed: str) -> Any:
    visitor, place = story.visit(who), address(story, who)
    return visitor.post(f"{place}{what}/", {**form_to(visitor.get(place), f"{place}{what}/"), **typed}, follow=True)


def test_the_plan_leads_to_it_and_tells_whose_turn_it_is(story: Story) -> None:
    page = story.visit("owner").get("/plan/")
    assert soup(page).find("a", href=address(story))
    assert "Your turn" in words(page)
    assert "Owner of northmoor's turn" in words(story.visit("worker").get(f"/people/{story.person}/plan/"))


def test_changing_it(story: Story) -> None:
    given = {"words": "A home of my own", "contingency": "Ask Nan", "wanted_by": "2027-02-01"}
    page = send(story, "owner", "change", term="LONG", **given)
    goal = row(story)
    assert (goal.words, goal.contingency, str(goal.wanted_by)) == tuple(given.values())
    assert goal.term == "long"
    assert "A home of my own" in words(page)
    assert "For later" in words(page)


def test_a_worker_does_not_get_the_words_to_change(story: Story) -> None:
    place = address(story, "worker")
    page = story.visit("worker").get(place)
    assert "words" not in form_to(page, f"{place}change/")
    assert "Only they can change the words" in words(page)
    send(story, "worker", "change", contingency="A heater", words="Tidied")
    assert (row(story).words, row(story).contingency) == (SECRETS[1], "A heater")


def test_two_at_once_see_both_texts_and_nothing_is_lost(story: Story) -> None:
    visitor, place = story.visit("owner"), address(story)
    typed = form_to(visitor.get(place), f"{place}change/")
    with scope(story.council):
        update_goal(row(story), GoalChanges(contingency="Theirs"), by=story.household.worker)
    page = visitor.post(f"{place}change/", {**typed, "contingency": "Mine"})
    assert page.status_code == 422
    assert {"Theirs", "Mine"} <= {paragraph.get_text(strip=True) for paragraph in soup(page).select(".both p")}
    again = visitor.post(f"{place}change/", form_to(page, f"{place}change/"))
    assert again.status_code == 302
    assert row(story).contingency == "Mine"


def test_reaching_letting_go_and_taking_up_again(story: Story) -> None:
    assert "Nan helped" in words(send(story, "owner", "reached", because="Nan helped"))
    assert row(story).state == "reached"
    assert "open again" in words(send(story, "worker", "again"))
    refused = send(story, "owner", "let-go")
    assert (refused.status_code, row(story).state) == (422, "open")
    assert "why you let it go" in words(refused)
    send(story, "owner", "let-go", because="I want a flat")
    assert (row(story).state, row(story).finished_because) == ("dropped", "I want a flat")
    assert "I want a flat" in words(story.visit("owner").get("/plan/"))


def test_adding_one_for_later(story: Story) -> None:
    visitor = story.visit("owner")
    typed = {**form_to(visitor.get("/plan/"), "/plan/goals/"), "words": "A garden", "term": "LONG"}
    visitor.post("/plan/goals/", typed)
    with scope(story.council):
        assert Goal.objects.get(words="A garden").term == "long"


def test_nobody_elses(story: Story) -> None:
    with scope(story.council):
        goal = opaque("Goal", Goal.objects.get())
    for who in ("other_owner", "other_worker", "analyst"):
        for place in (f"/plan/goals/{goal}/", f"/people/{story.person}/plan/goals/{goal}/"):
            assert story.visit(who).get(place).status_code == 404, who
            assert story.visit(who).post(f"{place}reached/").status_code in (403, 404), who
    assert story.visit(None).get(f"/plan/goals/{goal}/").status_code == 302
    assert story.visit("owner").get("/plan/goals/nonsense/").status_code == 404
    assert row(story).state == "open"


def test_a_supporter_reads_it_and_changes_nothing(story: Story) -> None:
    place = address(story, "supporter")
    page = story.visit("supporter").get(place)
    assert SECRETS[1] in words(page)
    assert not soup(page).select("main form")
    assert story.visit("supporter").post(f"{place}reached/", {"because": ""}).status_code == 403
