"""The ten matters, the home and the copies in the portal."""

from typing import Any

import pytest

from leavingwell.platform.councils.scope import scope
from leavingwell.platform.plans.models import CopyGiven, Home, HomeViews, PlanMatter, Suitability
from leavingwell.platform.plans.services.homes import Move, record_move
from leavingwell.platform.plans.services.matters import MatterWords, save_matter
from leavingwell.platform.plans.services.signing_off import submit_plan
from tests.factories import agree_plan
from tests.portal.pages import Story, form_to, soup, words

FACTORS = ("FACILITIES", "REPAIR", "SAFETY", "LOCATION", "SUPPORT", "TENANCY", "COST")
FINE = {f"verdict_{factor}": "FINE" for factor in FACTORS}


def address(story: Story, page: str) -> str:
    return f"/people/{story.person}/{page}/"


def send(story: Story, who: str, page: str, follow: bool = True, **typed: str) -> Any:
    visitor = story.visit(who)
    return visitor.post(page, {**form_to(visitor.get(page), page), **typed}, follow=follow)


def at_home(story: Story, kind: Home.Kind = Home.Kind.INDEPENDENT) -> None:
    with scope(story.council):
        house = story.household
        record_move(house.young_person, Move(kind, "Own flat by the park"), by=house.worker)


def agree(story: Story) -> None:
    with scope(story.council):
        house = story.household
        agree_plan(house.plan, worker=house.worker, manager=house.manager)


def test_the_worker_writes_a_matter_down(story: Story) -> None:
    page = address(story, "matters")
    assert "10 of 10 are covered" in words(story.visit("worker").get(page))
    answer = send(story, "worker", f"{page}money/", how="A grant for the deposit", by_whom="Sam", by_when="2027-03-01")
    assert "Saved." in words(answer)
    assert "A grant for the deposit" in words(answer)
    with scope(story.council):
        assert story.household.plan.matters.get(matter=PlanMatter.Matter.MONEY).version == 2


def test_what_cannot_stand_is_shown_again(story: Story) -> None:
    page = address(story, "matters") + "money/"
    answer = send(story, "worker", page, how="A grant", not_needed_reason="Has a job")
    assert answer.status_code == 422
    assert "Not both" in words(answer)
    again = form_to(answer, page)
    assert (again["how"], again["not_needed_reason"]) == ("A grant", "Has a job")
    assert send(story, "worker", page, by_when="one day").status_code == 422


def test_two_texts_are_both_shown(story: Story) -> None:
    page = address(story, "matters") + "money/"
    visitor = story.visit("worker")
    typed = {**form_to(visitor.get(page), page), "how": "My words"}
    with scope(story.council):
        house = story.household
        save_matter(house.plan, PlanMatter.Matter.MONEY, MatterWords(how="Other words"), by=house.duty, language="en")
    answer = visitor.post(page, typed)
    assert answer.status_code == 422
    assert "Other words" in words(answer)
    assert form_to(answer, page)["how"] == "My words"
    done = visitor.post(page, form_to(answer, page))
    assert done.status_code == 302
    with scope(story.council):
        assert story.household.plan.matters.get(matter=8).how == "My words"


def test_the_plan_says_it_in_plain_sentences(story: Story) -> None:
    with scope(story.council):
        house = story.household
        given = MatterWords(how="Sam rings you each week", by_whom="Sam")
        save_matter(house.plan, PlanMatter.Matter.SUPPORT, given, by=house.worker, language="en")
        nothing = MatterWords(not_needed_reason="You have a job you like")
        save_matter(house.plan, PlanMatter.Matter.WORK, nothing, by=house.worker, language="en")
    page = words(story.visit("owner").get("/plan/"))
    assert "Contact and personal support Sam rings you each week" in page
    assert "Work and other things to do Nothing is needed. You have a job you like" in page
    seen = words(story.visit("worker").get(f"/people/{story.person}/plan/"))
    assert "Sam rings you each week" in seen
    assert "The ten matters" in words(story.visit("manager").get(f"/people/{story.person}/"))


def test_a_move_and_a_look_at_the_home(story: Story) -> None:
    living = address(story, "living")
    assert send(story, "worker", living, kind="").status_code == 422
    moved = send(story, "worker", living, kind="INDEPENDENT", description="Own flat by the park")
    assert "Own flat by the park" in words(moved)
    look = f"{living}look/"
    short = send(story, "worker", look, **{**FINE, "verdict_COST": "CONCERN"}, suitable="yes", reasons="Warm")
    assert short.status_code == 422
    assert "Say what the concern is." in words(short)
    assert form_to(short, look)["reasons"] == "Warm"
    assert send(story, "worker", look).status_code == 422
    done = send(story, "worker", look, **FINE, suitable="yes", reasons="Warm and safe", knows_rights="on")
    assert "Warm and safe" in words(done)
    with scope(story.council):
        seen = Suitability.objects.get()
        assert (seen.suitable, seen.knows_rights, seen.provider_checked, seen.factors.count()) == (True, True, False, 7)
    assert "Warm and safe" in words(story.visit("owner").get("/plan/home/"))


def test_having_no_home_can_only_be_unsuitable(story: Story) -> None:
    at_home(story, Home.Kind.HOMELESS)
    look = address(story, "living") + "look/"
    choices = soup(story.visit("worker").get(look)).select('input[name="suitable"]')
    assert [choice["value"] for choice in choices] == ["no"]
    assert send(story, "worker", look, **FINE, suitable="yes", reasons="Fine").status_code == 422
    assert send(story, "worker", look, **FINE, suitable="no", reasons="No bed").status_code == 200


def test_the_young_person_says_what_they_think_of_home(story: Story) -> None:
    assert "has not written down where you live" in words(story.visit("owner").get("/plan/home/"))
    at_home(story)
    assert send(story, "owner", "/plan/home/", words=" ").status_code == 422
    answer = send(story, "owner", "/plan/home/", words="I hear the trains\nbut I like it")
    assert "I hear the trains" in words(answer)
    with scope(story.council):
        assert HomeViews.objects.get().words == "I hear the trains\nbut I like it"
    assert "I hear the trains" in words(story.visit("worker").get(address(story, "living")))


def test_copies_are_noted_and_read(story: Story) -> None:
    copies = address(story, "copies")
    assert "No plan is agreed yet" in words(story.visit("worker").get(copies))
    agree(story)
    assert send(story, "worker", copies, form="PRINTED", language="ar", on="2001-01-01").status_code == 422
    answer = send(story, "worker", copies, form="EASY_READ", language="ar", interpreter="on")
    assert "In easy words and pictures" in words(answer)
    mine = story.visit("owner")
    read = mine.post("/plan/read/", form_to(mine.get("/plan/"), "/plan/read/"), follow=True)
    assert "Thank you." in words(read)
    assert not soup(read).find("form", action="/plan/read/")
    with scope(story.council):
        assert sorted(copy.form for copy in CopyGiven.objects.all()) == ["easy_read", "portal"]


def test_the_manager_reads_why_matters_are_missing(story: Story) -> None:
    with scope(story.council):
        house = story.household
        bare = MatterWords(how="To be talked about")
        save_matter(house.plan, PlanMatter.Matter.IDENTITY, bare, by=house.worker, language="en")
        submit_plan(house.plan, by=house.worker, override_reason="They need more time for this.")
    page = words(story.visit("manager").get(f"/sign-off/{story.plan}/"))
    assert "9 of 10 are covered" in page
    assert "They need more time for this." in page
    assert "Not covered: Identity" in page


@pytest.mark.parametrize("page", ["matters", "matters/money", "living", "living/look", "copies"])
def test_workers_pages_have_outsiders(story: Story, page: str) -> None:
    at_home(story)
    there = address(story, page)
    assert story.visit("worker").get(there).status_code == 200
    for who in ("other_worker", "other_owner", "owner", "supporter", "analyst"):
        assert story.visit(who).get(there).status_code == 404, who
    assert story.visit(None).get(there).status_code == 302
    assert story.visit("worker").get(there.replace(story.person, "nonsense")).status_code == 404


def test_who_may_only_read_cannot_write(story: Story) -> None:
    at_home(story)
    for page in ("matters/money", "living/look"):
        assert story.visit("manager").get(address(story, page)).status_code == 403
    assert story.visit("worker").get(address(story, "matters/weather")).status_code == 404
    for who in ("worker", "supporter"):
        assert story.visit(who).get("/plan/home/").status_code == 404
        assert story.visit(who).post("/plan/read/").status_code == 404
    assert "What is agreed for each part of life" not in words(
        story.visit("supporter").get(f"/supporting/{story.person}/")
    )
