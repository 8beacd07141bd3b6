"""The shared to-do list."""

from typing import Any

from leavingwell.platform.councils.scope import scope
from leavingwell.platform.plans.models import Action
from tests.portal.pages import SECRETS, Story, form_to, soup, words

ADDRESS = "/to-do/"


def add(visitor: Any, address: str = ADDRESS, **typed: str) -> Any:
    return visitor.post(address, {**form_to(visitor.get(address), address), **typed})


def action(story: Story, title: str) -> Action:
    with scope(story.council):
        found: Action = Action.objects.prefetch_related("owners").select_related("domain").get(title=title)
        return found


def test_adding_for_me_for_them_and_for_both(story: Story) -> None:
    visitor = story.visit("owner")
    for who, owners in (("me", ["Owner"]), ("them", ["Worker"]), ("both", ["Owner", "Worker"])):
        answer = add(visitor, title=f"Call the bank {who}", who=who, due_on="2027-01-15", domain="MONEY")
        assert answer["Location"].startswith(ADDRESS)  # the list, or what was added with ideas for it
        made = action(story, f"Call the bank {who}")
        assert sorted(owner.name.split()[0] for owner in made.owners.all()) == owners
        assert (made.due_on.isoformat() if made.due_on else "", made.domain and made.domain.code) == (
            "2027-01-15",
            "MONEY",
        )


def test_a_day_as_people_write_it(story: Story) -> None:
    add(story.visit("owner"), title="Go there", due_on="5/2/2027")
    assert str(action(story, "Go there").due_on) == "2027-02-05"


def test_what_is_wrong_is_said_and_what_was_typed_stays(story: Story) -> None:
    visitor = story.visit("owner")
    for typed, wrong in (
        ({"title": "  ", "due_on": "2027-01-15"}, "Tell us what needs doing"),
        ({"title": "Call", "due_on": "31/31/2027"}, "Give the day like this"),
        ({"title": "x" * 301, "due_on": "2027-01-15"}, "300"),
        ({"title": "Call", "domain": "NOWHERE", "due_on": "2027-01-15"}, "Choose one of these"),
        ({"title": "Call\x00", "due_on": "2027-01-15"}, "It has a sign in it that we cannot store"),
    ):
        page = add(visitor, **typed)
        assert page.status_code == 422, typed
        assert wrong in words(page), typed
        assert form_to(page, ADDRESS)["due_on"] == typed["due_on"]
        assert soup(page).select_one(".summary-errors a")
    with scope(story.council):
        assert Action.objects.exclude(status="draft").count() == 1


def test_the_tabs(story: Story) -> None:
    visitor = story.visit("owner")
    add(visitor, title="Ask about the laptop", who="them")
    visitor.get(ADDRESS)  # reads the message that it was added
    texts = {
        show: words(visitor.get(f"{ADDRESS}?show={show}")) for show in ("all", "mine", "others", "done", "rubbish")
    }
    assert SECRETS[2] in texts["mine"]
    assert "Ask about the laptop" not in texts["mine"]
    assert "Ask about the laptop" in texts["others"]
    assert SECRETS[2] not in texts["others"]
    assert "Nothing ticked off yet" in texts["done"]
    assert texts["rubbish"] == texts["all"]
    assert "Is your home warm enough?" in texts["all"]  # asked for, and not on the list yet


def test_ticking_off_and_taking_it_back(story: Story) -> None:
    visitor = story.visit("owner")
    visitor.post(f"/to-do/{story.action}/done/", {"next": "/to-do/?show=done"})
    assert action(story, SECRETS[2]).status == "done"
    twice = visitor.post(f"/to-do/{story.action}/done/", {"next": ADDRESS}, follow=True)
    assert "This is done already" in words(twice)
    visitor.post(f"/to-do/{story.action}/again/", {"next": ADDRESS})
    assert action(story, SECRETS[2]).status == "open"


def test_going_back_never_leads_to_another_site(story: Story) -> None:
    for place in ("https://evil.example/", "//evil.example", "javascript:alert(1)", ""):
        answer = story.visit("owner").post(f"/to-do/{story.action}/done/", {"next": place})
        assert answer["Location"] == "/", place


def test_nobody_else_ticks_it_off(story: Story) -> None:
    for who in ("other_owner", "other_worker", "analyst", "supporter"):
        assert story.visit(who).post(f"/to-do/{story.action}/done/").status_code in (403, 404), who
    assert story.visit(None).post(f"/to-do/{story.action}/done/").status_code == 403
    assert action(story, SECRETS[2]).status == "open"


def test_a_worker_adds_to_the_list_too(story: Story) -> None:
    address = f"/people/{story.person}/to-do/"
    add(story.visit("worker"), address, title="Bring the heater", who="both")
    assert action(story, "Bring the heater").owners.count() == 2
    assert "Bring the heater" in words(story.visit("owner").get(ADDRESS))
