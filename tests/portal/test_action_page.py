"""One thing to do on its own page; and what went well."""

from typing import Any

from leavingwell.platform.councils.scope import scope
from leavingwell.platform.plans.models import Action
from tests.portal.pages import SECRETS, Story, form_to, soup, words


def row(story: Story) -> Action:
    with scope(story.council):
        found: Action = Action.objects.get(title=SECRETS[2])
        return found


def address(story: Story, who: str = "owner") -> str:
    place = f"/to-do/{story.action}/"
    return place if who == "owner" else f"/people/{story.person}{place}"


def state(story: Story, who: str, status: str, said: str = "", version: int = 0) -> Any:
    given = {"status": status, "words": said, "version": str(version)}
    return story.visit(who).post(f"{address(story, who)}state/", given, follow=True)


def test_stuck_with_a_reason_and_found_another_way(story: Story) -> None:
    refused = state(story, "owner", "STUCK")
    assert (refused.status_code, row(story).status) == (422, "open")
    assert "Say why" in words(refused)
    page = state(story, "owner", "STUCK", "Nobody picks up")
    assert "Nobody picks up" in words(page)
    assert "Nobody picks up" in words(story.visit("worker").get(f"/people/{story.person}/to-do/"))
    assert "back on the list" in words(state(story, "worker", "OPEN", version=1))
    assert row(story).status == "open"


def test_done_with_what_went_well(story: Story) -> None:
    assert "They were kind" in words(state(story, "owner", "DONE", "They were kind"))
    assert row(story).went_well == "They were kind"
    assert "They were kind" in words(story.visit("owner").get("/to-do/?show=done"))


def test_letting_go(story: Story) -> None:
    state(story, "worker", "DROPPED", "Sorted already")
    assert (row(story).status, row(story).reason) == ("dropped", "Sorted already")
    assert "Take it up again" in words(story.visit("owner").get(address(story)))


def test_changing_it_with_ideas_that_may_help(story: Story) -> None:
    visitor, place = story.visit("owner"), address(story)
    page = visitor.get(place)
    assert "Ideas that may help" in words(page)
    typed = {**form_to(page, f"{place}change/"), "measure": "He says yes", "due_on": "2027-01-02"}
    assert visitor.post(f"{place}change/", typed).status_code == 302
    assert (row(story).measure, str(row(story).due_on)) == ("He says yes", "2027-01-02")
    late = visitor.post(f"{place}change/", {**typed, "title": "Ring again"})
    assert late.status_code == 422
    assert "changed while you had it open" in words(late)
    assert visitor.post(f"{place}change/", form_to(late, f"{place}change/")).status_code == 302
    assert visitor.post(f"{place}change/", {**typed, "due_on": "99/99/2027"}).status_code == 422


def test_a_hint_after_adding_blocks_nothing(story: Story) -> None:
    visitor = story.visit("owner")
    typed = {**form_to(visitor.get("/to-do/"), "/to-do/"), "title": "Bank"}
    assert "Ideas that may help" in words(visitor.post("/to-do/", typed, follow=True))
    with scope(story.council):
        assert Action.objects.filter(title="Bank").exists()


def test_nobody_elses(story: Story) -> None:
    for who in ("other_owner", "other_worker", "analyst"):
        for place in (address(story), address(story, "worker")):
            assert story.visit(who).get(place).status_code == 404, who
            assert story.visit(who).post(f"{place}state/", {"status": "DONE"}).status_code == 404, who
    assert story.visit("supporter").get(address(story, "supporter")).status_code == 404
    assert story.visit(None).get(address(story)).status_code == 302
    assert state(story, "owner", "NONSENSE").status_code == 422
    assert row(story).status == "open"


def test_what_went_well_is_off_until_they_turn_it_on(story: Story) -> None:
    state(story, "owner", "DONE", "They were kind")
    visitor = story.visit("owner")
    assert not soup(visitor.get("/")).select_one("#went-well")
    visitor.post("/celebrating/", {"celebrates": "yes", "next": "/"})
    for page in (visitor.get("/"), visitor.get("/plan/now-and-before/")):
        section = soup(page).select_one("section[aria-labelledby=went-well]")
        assert section
        assert "They were kind" in section.get_text()
    assert "Say well done" in words(story.visit("worker").get(f"/people/{story.person}/"))
    visitor.post("/celebrating/", {"celebrates": "no", "next": "/"})
    assert not soup(visitor.get("/")).select_one("#went-well")
    assert story.visit("worker").post("/celebrating/", {"celebrates": "yes"}).status_code == 404
