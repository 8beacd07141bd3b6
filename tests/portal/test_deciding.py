"""Pages on which something is decided or shared out: nothing is signed unread, and what was typed stays."""

from datetime import timedelta

import pytest
from django.utils import timezone

from leavingwell.platform.councils.scope import scope
from leavingwell.platform.plans.models import Action
from leavingwell.platform.plans.services.actions import add_action
from leavingwell.platform.plans.services.goals import add_goal
from leavingwell.platform.plans.services.signing_off import submit_plan
from tests.portal.pages import SECRETS, Story, form_to, soup, words


def waiting(story: Story, writer: str = "worker") -> str:
    with scope(story.council):
        house = story.household
        add_goal(house.plan, words="A garden", by=house.people[writer], language="en")
        submit_plan(house.plan, by=house.worker)
    return f"/sign-off/{story.plan}/"


def test_what_changed_since_the_page_was_opened_is_said_in_words(story: Story) -> None:
    place, visitor = waiting(story), story.visit("manager")
    typed = {**form_to(visitor.get(place), place), "decision": "sign"}
    with scope(story.council):
        add_goal(story.household.plan, words="A flat by the sea", by=story.household.worker, language="en")
    late = visitor.post(place, typed)
    assert late.status_code == 422
    assert f"{story.household.worker.name}: changed the goals" in words(late)
    assert "A flat by the sea" in words(late)
    again = form_to(late, place)
    assert again["decision"] == "sign"
    assert visitor.post(place, again).status_code == 302
    with scope(story.council):
        assert story.household.plan.status == "current"


def test_what_was_written_to_put_it_right_is_not_dropped_by_a_signature(story: Story) -> None:
    place, visitor = waiting(story), story.visit("manager")
    typed = {**form_to(visitor.get(place), place), "decision": "sign", "reason": "The goal needs a day"}
    page = visitor.post(place, typed)
    assert page.status_code == 422
    assert form_to(page, place)["reason"] == "The goal needs a day"


@pytest.mark.parametrize(
    "faulty", [{"section_0": "bogus"}, {"section_reason_0": "a\0b"}, {"section_reason_0": "A day"}]
)
def test_a_faulty_or_forgotten_section_is_said(story: Story, faulty: dict[str, str]) -> None:
    place, visitor = waiting(story), story.visit("manager")
    typed = {**form_to(visitor.get(place), place), "decision": "sign"}
    assert visitor.post(place, {**typed, **faulty}).status_code in (400, 422)


def test_one_more_section_does_not_move_the_version_along(story: Story) -> None:
    place, visitor = waiting(story), story.visit("manager")
    typed = form_to(visitor.get(place), place)
    with scope(story.council):
        add_goal(story.household.plan, words="A flat by the sea", by=story.household.worker, language="en")
    more = visitor.post(place, {**typed, "more": "1"})
    assert form_to(more, place)["version"] == typed["version"]
    assert visitor.post(place, {**form_to(more, place), "decision": "sign"}).status_code == 422


def test_what_is_still_to_do_stands_before_what_was_done(story: Story) -> None:
    place = waiting(story)
    with scope(story.council):
        plan, worker = story.household.plan, story.household.worker
        for title, days in (("Done long ago", 400), ("Open", 0), ("Done lately", 2)):
            action = add_action(plan, title=title, by=worker, language="en")
            if days:
                done = timezone.now() - timedelta(days=days)
                Action.objects.filter(pk=action.pk).update(status="done", done_at=done, done_by=worker)
    table = soup(story.visit("manager").get(place)).find(attrs={"aria-label": "More to do"})
    assert table
    rows = [row.get_text() for row in table.select("tbody td:first-child")]
    names = [name for row in rows for name in ("Done long ago", "Done lately", "Open") if name in row]
    assert names == ["Open", "Done lately", "Done long ago"]


def test_who_wrote_a_part_of_it_is_told_who_can_sign(story: Story) -> None:
    place, visitor = waiting(story, "manager"), story.visit("manager")
    page = visitor.get(place)
    assert "another manager signs it off" in words(page)
    assert soup(page).find("input", {"name": "decision", "value": "sign"}) is None
    assert soup(page).find("input", {"name": "decision", "value": "return"})


def test_who_does_it_can_be_changed(story: Story) -> None:
    visitor, place = story.visit("owner"), f"/to-do/{story.action}/"
    page = visitor.get(place)
    with scope(story.council):
        worker = str(story.household.worker.pk)
    boxes = soup(page).find_all("input", {"name": "owner_ids"})
    named = {box.find_parent("label").get_text(strip=True): box["value"] for box in boxes}
    both = [named[story.household.owner.name], named[story.household.worker.name]]
    typed = {**form_to(page, f"{place}change/"), "owner_ids": both}
    saved = visitor.post(f"{place}change/", typed, follow=True)
    assert saved.status_code == 200
    with scope(story.council):
        action = Action.objects.get(title=SECRETS[2])
        assert {str(owner.pk) for owner in action.owners.all()} >= {worker}
        assert action.owners.count() == 2


def test_ideas_while_somebody_types(story: Story) -> None:
    found = story.visit("owner").post("/ideas/", {"title": "thing", "who": "me"})
    assert found.status_code == 200
    assert found.json()["hints"]
    assert story.visit("owner").post("/ideas/", {"title": "x" * 9000, "due_on": "31/31/31"}).status_code == 200
    assert story.visit(None).post("/ideas/", {"title": "thing"}).status_code in (302, 403)
    assert story.visit("owner").get("/ideas/").status_code == 405


def test_ideas_stand_beside_what_was_just_saved(story: Story) -> None:
    visitor = story.visit("owner")
    page = visitor.get("/to-do/")
    saved = visitor.post("/to-do/", {**form_to(page, "/to-do/"), "title": "thing"}, follow=True)
    assert "Ideas that may help" in words(saved)
    assert soup(saved).select_one("details#change").has_attr("open")
