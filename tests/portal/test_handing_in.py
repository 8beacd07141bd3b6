"""Handing a plan in and deciding on it: what is missing is said first, plainly, and stops nobody who means it."""

from typing import Any

import pytest
from django.utils.timezone import localdate

from leavingwell.platform.councils.models import Council
from leavingwell.platform.councils.scope import scope
from leavingwell.platform.plans.models import ReturnReason, Review
from leavingwell.platform.plans.services.returning import answer_return, return_plan
from leavingwell.platform.plans.services.signing_off import submit_plan
from leavingwell.platform.plans.services.taking_part import save_my_part, save_workers_part
from leavingwell.translations.days import written_day
from tests.portal.pages import Story, form_to, soup, words


def review_page(story: Story) -> Any:
    return story.visit("worker").get(f"/people/{story.person}/review/")


def dialog(story: Story) -> str:
    found = soup(review_page(story)).select_one("#sure-hand-in")
    return found.get_text(" ", strip=True) if found else ""


def hand_in(story: Story) -> Any:
    visitor, action = story.visit("worker"), f"/people/{story.person}/hand-in/"
    return visitor.post(action, form_to(review_page(story), action), follow=True)


def both_parts(story: Story) -> None:
    with scope(story.council):
        house = story.household
        save_workers_part(house.plan, words="We did it together", by=house.worker)
        save_my_part(house.plan, agrees=Review.Agrees.YES, words="", by=house.owner, language="en")


def sent_back(story: Story) -> None:
    with scope(story.council):
        house = story.household
        submit_plan(house.plan, by=house.worker)
        return_plan(house.plan, reason="By when?", by=house.manager)


def decision(story: Story, who: str = "manager") -> str:
    found = soup(story.visit(who).get(f"/sign-off/{story.plan}/")).select_one("#decide")
    return found.get_text(" ", strip=True) if found else ""


def test_both_parts_are_missing(story: Story) -> None:
    said = dialog(story)
    assert f"{story.household.owner.name} has not done their part yet. Your part is empty." in said
    assert "Yes, hand it in" in said
    assert "The plan is handed in." in words(hand_in(story))
    assert "The young person has not done their part. The worker's part is empty." in decision(story)


def test_what_was_asked_for_is_not_ticked(story: Story) -> None:
    sent_back(story)
    both_parts(story)
    said = dialog(story)
    assert "1 thing that you were asked to put right is not ticked." in said
    assert "part" not in said.replace("put right", "")
    hand_in(story)
    assert "1 thing that was asked for is not marked as put right." in decision(story)


def test_one_click_where_nothing_is_missing(story: Story) -> None:
    sent_back(story)
    both_parts(story)
    with scope(story.council):
        for reason in ReturnReason.objects.all():
            answer_return(reason, by=story.household.worker)
    assert dialog(story) == ""
    assert "The plan is handed in." in words(hand_in(story))
    said = decision(story)
    assert "Your decision" in said
    assert "not" not in said.split("Sign off this plan")[0]


def test_nobody_else_hands_in_or_decides(story: Story) -> None:
    for who in ("other_worker", "other_owner", "analyst"):
        assert story.visit(who).get(f"/people/{story.person}/review/").status_code == 404, who
        assert story.visit(who).post(f"/people/{story.person}/hand-in/").status_code in (403, 404), who
    hand_in(story)
    assert decision(story, "worker") == ""
    assert decision(story, "other_worker") == ""


@pytest.mark.parametrize(("first", "done"), [("sign", "signed this plan off on"), ("return", "sent this plan back on")])
@pytest.mark.parametrize("second", ["sign", "return"])
def test_who_decides_a_second_time_hears_who_was_quicker(story: Story, first: str, done: str, second: str) -> None:
    hand_in(story)
    visitor, place = story.visit("manager"), f"/sign-off/{story.plan}/"
    typed = form_to(visitor.get(place), place)
    visitor.post(place, {**typed, "decision": first, "reason": "By when?" if first == "return" else ""})
    visitor.get("/sign-off/")  # reads the notice of the first
    again = visitor.post(place, {**typed, "decision": second, "reason": "By when?" if second == "return" else ""})
    page = words(again if second == "return" else visitor.get(again["Location"]))
    assert f"{story.household.manager.name} {done}" in page
    assert "put right:" not in page
    outsider = story.visit("other_worker").post(place, {**typed, "decision": second})
    assert story.household.manager.name not in words(outsider)


@pytest.mark.parametrize("pressed", [{"decision": "return"}, {"decision": ""}, {"more": "1"}])
def test_what_was_typed_is_not_lost_to_who_was_quicker(story: Story, pressed: dict[str, str]) -> None:
    hand_in(story)
    visitor, place = story.visit("manager"), f"/sign-off/{story.plan}/"
    typed = form_to(visitor.get(place), place)
    visitor.post(place, {**typed, "decision": "sign"})
    visitor.get("/sign-off/")  # reads the notice of the first
    late = {"reason": "The goal needs <a day>", "section_0": "goals", "section_reason_0": "By when?"}
    page = visitor.post(place, {**typed, **late, **pressed})
    assert "What you wrote was not sent" in words(page)
    box = soup(page).find("textarea", readonly=True)
    assert box
    assert box.get_text().strip() == "The goal needs <a day>\n\nGoals: By when?"
    if pressed.get("decision"):
        assert f"{story.household.manager.name} signed this plan off on" in words(page)


def test_when_it_was_decided_is_written_as_the_reader_writes_days(story: Story) -> None:
    hand_in(story)
    Council.objects.filter(pk=story.council.pk).update(language_codes=["en", "fa"])
    visitor, place = story.visit("manager"), f"/sign-off/{story.plan}/"
    visitor.cookies["language"] = "fa"
    typed = {**form_to(visitor.get(place), place), "decision": "sign"}
    visitor.post(place, typed)
    visitor.get("/sign-off/")  # reads the notice of the first
    visitor.post(place, typed)
    assert written_day(localdate(), "fa") in words(visitor.get("/sign-off/"))


def test_sections_stand_in_groups(story: Story) -> None:
    hand_in(story)
    choice = soup(story.visit("manager").get(f"/sign-off/{story.plan}/")).find("select", {"name": "section_0"})
    groups = {one["label"]: [option.text for option in one.find_all("option")] for one in choice.find_all("optgroup")}
    assert list(groups) == ["Parts of the plan", "Areas of life", "The ten matters"]
    assert "Goals" in groups["Parts of the plan"]
    assert "Money" in groups["The ten matters"]
    assert all(len(set(titles)) == len(titles) for titles in groups.values())
