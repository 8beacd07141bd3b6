"""Telling a person: said before and after to the young person, and on the lists of those who are told."""

from typing import Any

import pytest

from leavingwell.platform.councils.scope import scope
from leavingwell.platform.plans.models import ReturnedCall, SafetyNotice
from leavingwell.platform.plans.services.calling import check_in
from leavingwell.questionnaires.models import CheckIn
from leavingwell.questionnaires.services.check_ins import GivenCheckIn
from tests.api import opaque
from tests.portal.pages import Story, form_to, soup, words

QUESTION = "/questions/HOME-01/"
HEADING = "Needs you today"


def tell(story: Story, **typed: str) -> Any:
    visitor = story.visit("owner")
    return visitor.post(QUESTION, {**form_to(visitor.get(QUESTION), QUESTION), "choice": "no", **typed}, follow=True)


def notice_to(story: Story, who: str) -> str:
    with scope(story.council):
        return opaque("SafetyNotice", SafetyNotice.objects.get(recipient=story.household.people[who]))


def wish(story: Story) -> str:
    with scope(story.council):
        young_person = story.household.young_person
        given = GivenCheckIn(face=2, call=CheckIn.Call.TODAY)
        return opaque("CheckIn", check_in(young_person, given, by=young_person.person, language="en"))


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("HOME-01", "If you say “No”, we tell your worker today"),
        ("HOME-02", "If you say “Not right now”, we tell your worker today"),
        ("HEALTH-03", "If you say “Not right now”, we tell your worker today"),
        ("PEOPLE-03", "If you say “Not right now”, we tell your worker today"),
        ("MIND-03", "If you say “No”, we tell your worker today"),
        ("MIND-01", "If you say “Not right now” and you said the same last time, we tell your worker today"),
    ],
)
def test_it_is_said_before_each_telling_choice(story: Story, question: str, said: str) -> None:
    page = words(story.visit("owner").get(f"/questions/{question}/"))
    assert said in page
    assert "This is not an emergency service" in page


def test_afterwards_the_names_of_those_who_know_and_the_help_lines(story: Story) -> None:
    page = tell(story)
    assert "These people know:" in words(page)
    for name in ("Worker of northmoor", "Duty of northmoor"):
        assert name in words(page)
    assert "This is not an emergency service" in words(page)
    assert soup(page).select_one('.told a[href="tel:999"]')


def test_the_first_page_says_it_once_and_who_has_seen_it(story: Story) -> None:
    page = tell(story, stop="1")
    assert page.redirect_chain[-1][0] == "/"
    assert words(page).count("These people know:") == 1
    assert "Has seen it." not in words(page)
    story.visit("worker").post(f"/today/safety/{notice_to(story, 'worker')}/seen/")
    later = story.visit("owner").get("/")
    assert words(later).count("Has seen it.") == 1
    assert soup(later).select_one('.helpline a[href="tel:999"]')


def test_with_nobody_to_tell_it_says_so(story: Story) -> None:
    with scope(story.council):
        for who in ("worker", "duty", "manager"):
            account: Any = story.household.people[who].user
            account.is_active = False
            account.save()
    assert "We could not reach anybody in the team just now" in words(tell(story))


def test_nothing_of_it_on_anybody_elses_first_page(story: Story) -> None:
    tell(story)
    assert "These people know:" not in words(story.visit("other_owner").get("/"))
    assert "These people know:" not in words(story.visit("supporter").get(f"/supporting/{story.person}/"))


@pytest.mark.parametrize(("who", "place"), [("worker", "/caseload/"), ("duty", "/caseload/")])
def test_those_who_are_told_see_it_first_until_they_have_seen_it(story: Story, who: str, place: str) -> None:
    visitor = story.visit(who)
    assert HEADING not in words(visitor.get(place))
    tell(story)
    page = visitor.get(place)
    assert HEADING in words(page)
    address = f"/today/safety/{notice_to(story, who)}/seen/"
    done = visitor.post(address, form_to(page, address), follow=True)
    assert done.redirect_chain[-1][0] == place
    assert "Noted that you have seen it" in words(done)
    assert HEADING not in words(done)
    again = visitor.post(address, follow=True)
    assert "Somebody has seen this already" in words(again)


@pytest.mark.parametrize("who", ["owner", "supporter", "other_worker", "supervisor", "manager", "editor"])
def test_nobody_else_can_note_it(story: Story, who: str) -> None:
    tell(story)
    address = f"/today/safety/{notice_to(story, 'worker')}/seen/"
    assert story.visit(who).post(address).status_code in (403, 404)
    with scope(story.council):
        assert not SafetyNotice.objects.exclude(seen_at=None).exists()


def test_a_call_is_wanted_made_and_told(story: Story) -> None:
    address = f"/today/calls/{wish(story)}/made/"
    worker = story.visit("worker")
    page = worker.get("/caseload/")
    assert "Wants a call today" in words(page)
    person = worker.get(f"/people/{story.person}/")
    assert soup(person).find("form", action=address)
    done = worker.post(address, form_to(page, address), follow=True)
    assert "Wants a call today" not in words(done)
    assert "Worker of northmoor called you" in words(story.visit("owner").get("/check-in/"))


@pytest.mark.parametrize("who", ["owner", "supporter", "other_worker", "supervisor", "editor"])
def test_nobody_else_notes_a_call(story: Story, who: str) -> None:
    assert story.visit(who).post(f"/today/calls/{wish(story)}/made/").status_code in (403, 404)
    with scope(story.council):
        assert not ReturnedCall.objects.exists()


@pytest.mark.parametrize("address", ["/today/safety/none/seen/", "/today/calls/none/made/"])
def test_an_id_that_is_none_is_not_found(story: Story, address: str) -> None:
    assert story.visit("worker").post(address).status_code == 404
    assert story.visit("worker").get(address).status_code == 405
