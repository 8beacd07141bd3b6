"""Workers, managers and analysts."""

from typing import Any

from leavingwell.platform.councils.scope import scope
from leavingwell.platform.plans.models import Action, Attempt, Review
from tests.portal.pages import SECRETS, Story, form_to, soup, words


def asked_for(story: Story) -> Action:
    with scope(story.council):
        found: Action = Action.objects.prefetch_related("owners").get(question_code="HOME-03")
        return found


def turn(story: Story, visitor: Any, **typed: str) -> Any:
    page = visitor.get(f"/people/{story.person}/")
    form = soup(page).select_one('form[action*="/requests/"]')
    assert form
    action = str(form["action"])
    return visitor.post(action, {**form_to(page, action), **typed})


def hand_in(story: Story) -> Any:
    visitor = story.visit("worker")
    action = f"/people/{story.person}/hand-in/"
    return visitor.post(action, form_to(visitor.get(f"/people/{story.person}/review/"), action), follow=True)


def test_the_caseload_puts_reasons_first(story: Story) -> None:
    page = words(story.visit("worker").get("/caseload/"))
    assert "Today: A check-in says that things are not good." in page
    assert "This week: Wants help with something." in page
    assert "Owner of northmoor" in page
    assert "Other owner" not in page


def test_a_low_check_in_leads_to_what_was_sent(story: Story) -> None:
    visitor, place = story.visit("worker"), f"/people/{story.person}/"
    assert soup(visitor.get("/caseload/")).select(f'.case a[href="{place}#check-ins"]')
    page = soup(visitor.get(place))
    assert "See the check-in" in page.select_one('#att ~ .needs a[href="#check-ins"]').get_text()
    assert SECRETS[4] in page.select_one("#check-ins").find_parent("section").get_text()


def test_the_caseload_is_filtered(story: Story) -> None:
    visitor = story.visit("worker")
    assert "Owner of northmoor" in words(visitor.get("/caseload/?state=STABLE"))
    assert "Owner of northmoor" in words(visitor.get("/caseload/?state=RUBBISH"))
    assert visitor.get("/caseload/?after=rubbish").status_code == 400


def test_help_that_was_asked_for_becomes_an_action(story: Story) -> None:
    page = words(story.visit("worker").get(f"/people/{story.person}/"))
    assert SECRETS[3] in page
    answer = turn(story, story.visit("worker"), title="Ask for a heater", who="both", due_on="2027-01-15")
    assert answer["Location"] == f"/people/{story.person}/"
    made = asked_for(story)
    assert (made.title, made.status, str(made.due_on), made.owners.count()) == (
        "Ask for a heater",
        "open",
        "2027-01-15",
        2,
    )
    assert "Ask for a heater" in words(story.visit("owner").get("/to-do/"))


def test_a_faulty_or_stale_turn_keeps_what_was_typed(story: Story) -> None:
    visitor = story.visit("worker")
    faulty = turn(story, visitor, title=" ", due_on="2027-01-15")
    assert faulty.status_code == 422
    assert "Tell us what needs doing" in words(faulty)
    assert 'value="2027-01-15"' in faulty.content.decode()
    with scope(story.council):
        Action.objects.filter(pk=asked_for(story).pk).update(version=5)
    stale = turn(story, visitor, title="Ask for a heater", version="0")
    assert stale.status_code == 422
    assert "Somebody else has changed this" in words(stale)
    assert asked_for(story).status == "draft"


def test_whoever_was_slower_loses_no_words(story: Story) -> None:
    """The form of one worker is still open when another has turned the request into an action."""
    visitor = story.visit("worker")
    page = visitor.get(f"/people/{story.person}/")
    form = soup(page).select_one('form[action*="/requests/"]')
    assert form
    address, fields = str(form["action"]), form_to(page, str(form["action"]))
    assert turn(story, visitor, title="Ask for a heater").status_code == 302
    late = visitor.post(address, {**fields, "title": "Ring about the boiler", "version": "0"})
    assert late.status_code == 422
    assert "Somebody was quicker" in words(late)
    assert "Ring about the boiler" in words(late)
    assert asked_for(story).title == "Ask for a heater"


def test_tries_are_noted(story: Story) -> None:
    visitor, address = story.visit("worker"), f"/people/{story.person}/attempts/"
    page = visitor.get(f"/people/{story.person}/")
    empty = visitor.post(address, {**form_to(page, address), "channel": "CALL", "outcome": ""})
    assert empty.status_code == 422
    assert "Say what happened" in words(empty)
    visitor.post(address, {**form_to(page, address), "channel": "CALL", "on": "1/2/2026", "outcome": "No answer"})
    with scope(story.council):
        assert str(Attempt.objects.get().on) == "2026-02-01"
    assert "No answer" in words(visitor.get(f"/people/{story.person}/"))
    assert story.visit("manager").post(address, {"channel": "CALL", "outcome": "x"}).status_code == 403


def test_the_worker_hands_in_and_the_manager_signs_off(story: Story) -> None:
    assert "The plan is with the manager now" in words(hand_in(story))
    manager = story.visit("manager")
    page = manager.get("/sign-off/")
    assert SECRETS[0] in words(page)
    assert SECRETS[1] in words(page)
    assert "1 goal has no back-up plan" in words(page)
    address = f"/sign-off/{story.plan}/"
    undecided = manager.post(address, form_to(page, address))
    assert undecided.status_code == 422
    assert "Choose one of the two" in words(undecided)
    done = manager.post(address, {**form_to(page, address), "decision": "sign"}, follow=True)
    assert "Signed off" in words(done)
    assert "All plans are dealt with" in words(done)
    with scope(story.council):
        assert story.household.plan.status == Review.State.CURRENT
    assert "Agreed" in words(story.visit("owner").get("/plan/"))


def test_sending_back_needs_a_reason_which_the_worker_sees(story: Story) -> None:
    hand_in(story)
    manager, address = story.visit("manager"), f"/sign-off/{story.plan}/"
    empty = manager.post(address, {"decision": "return", "reason": " "})
    assert empty.status_code == 422
    assert "Say what would make it right" in words(empty)
    manager.post(address, {"decision": "return", "reason": "Add a line about money"})
    assert "Add a line about money" in words(story.visit("worker").get(f"/people/{story.person}/"))
    assert "Add a line about money" not in words(story.visit("owner").get("/plan/"))


def test_nobody_else_decides(story: Story) -> None:
    hand_in(story)
    for who in ("worker", "owner", "other_worker", "analyst", "supervisor"):
        answer = story.visit(who).post(f"/sign-off/{story.plan}/", {"decision": "sign"})
        assert answer.status_code in (403, 404), who
    with scope(story.council):
        assert story.household.plan.status == Review.State.SUBMITTED


def test_insight_hides_small_numbers_and_says_so(story: Story) -> None:
    page = story.visit("analyst").get("/insight/?domain=HOME")
    assert "c – hidden" in words(page)
    assert "It is hidden so that nobody can be picked out." in words(page)
    for secret in SECRETS:
        assert secret not in words(page)
    for query in ("age=RUBBISH", "team=&age=AGE_18"):
        assert story.visit("analyst").get(f"/insight/?{query}").status_code == 200, query
    for query in ("team=rubbish", "domain=NOWHERE"):
        assert story.visit("analyst").get(f"/insight/?{query}").status_code == 404, query
