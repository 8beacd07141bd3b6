"""The caseload page: one thing to do for each, the quiet ones folded, filters by reason."""

import pytest

from leavingwell.platform.councils.scope import scope
from leavingwell.platform.people.models import YoungPerson
from leavingwell.questionnaires.models import CheckIn
from leavingwell.questionnaires.services.check_ins import GivenCheckIn, send_check_in
from leavingwell.themes.portal.reading.caseload import act_for
from tests.api import opaque
from tests.factories import make_young_person
from tests.portal.pages import Story, form_to, soup, words


def act(story: Story, who: str = "worker") -> str:
    link = soup(story.visit(who).get("/caseload/")).select_one(".case .act a")
    return str(link["href"]) if link else ""


def test_the_first_reason_says_what_to_do(story: Story) -> None:
    assert act(story) == f"/people/{story.person}/messages/#write"  # a low check-in
    with scope(story.council):
        own = story.household.young_person
        send_check_in(own, GivenCheckIn(face=2, call=CheckIn.Call.TODAY), by=own.person, language="en")
    assert act(story) == f"/people/{story.person}/messages/#write"  # nobody has their number
    with scope(story.council):
        YoungPerson.objects.filter(pk=own.pk).update(phone="07700 900 123")
    assert act(story) == "tel:07700900123"


def test_who_has_nothing_in_particular_is_folded(story: Story) -> None:
    with scope(story.council):
        team, qualifying = story.household.young_person.team, YoungPerson.Category.QUALIFYING  # no plan by law
        quiet = make_young_person(team, worker=story.household.worker, category=qualifying)
    page = soup(story.visit("worker").get("/caseload/"))
    folded = page.select_one("details.quiet")
    assert folded
    assert not folded.has_attr("open")
    assert quiet.person.name in folded.get_text()
    assert "And 1 with nothing in particular" in folded.get_text()
    assert story.household.owner.name not in folded.get_text()
    assert page.select_one("nav.toolbar a[href='/due/']")


@pytest.mark.parametrize(("reason", "there"), [("LOW_CHECK_IN", True), ("SIGN_OFF", False), ("RUBBISH", True)])
def test_a_filter_by_reason(story: Story, reason: str, there: bool) -> None:
    visitor = story.visit("worker")
    if reason != "RUBBISH":
        typed = {**form_to(visitor.get("/caseload/"), "/caseload/"), "reason": reason}
        assert visitor.post("/caseload/", typed)["Location"] == f"/caseload/?reason={reason}"
    page = words(visitor.get(f"/caseload/?reason={reason}"))
    assert (story.household.owner.name in page, "Nobody here" in page) == (there, not there)


def test_who_wants_help_at_a_question_is_said_with_its_words(story: Story) -> None:
    page = soup(story.visit("worker").get("/caseload/?help=HOME-03"))
    assert "Wants help with:" in page.get_text()
    assert page.select_one("input[name=help]")["value"] == "HOME-03"  # type: ignore[index]
    assert "Nobody here" in words(story.visit("worker").get("/caseload/?help=NO-99"))


def test_a_caseload_of_one_worker_says_whose_it_is(story: Story) -> None:
    worker, other = story.household.worker, story.household.other_worker
    manager = story.visit("manager")
    assert f"Only who works with: {worker.name}" in words(manager.get(f"/caseload/?worker={opaque('Person', worker)}"))
    assert other.name not in words(manager.get(f"/caseload/?worker={opaque('Person', other)}"))
    assert manager.get("/caseload/?worker=nonsense").status_code == 200


def test_a_caseload_of_one_team_says_which(story: Story) -> None:
    with scope(story.household.council):
        team = story.household.young_person.team
    page = soup(story.visit("manager").get(f"/caseload/?team={opaque('Team', team)}"))
    assert f"Only of the team: {team.name}" in " ".join(page.get_text(" ").split())
    assert page.select_one("input[name=team]")["value"] == opaque("Team", team)  # type: ignore[index]
    assert "Nobody here" in words(story.visit("manager").get("/caseload/?team=nonsense"))


def test_a_search_with_what_no_name_holds_locks_nobody_out(story: Story) -> None:
    visitor = story.visit("worker")
    visitor.post("/caseload/", {**form_to(visitor.get("/caseload/"), "/caseload/"), "search": "\0\x1b"})
    assert visitor.get("/caseload/").status_code == 200


def test_whose_record_is_open_in_an_emergency_is_led_nowhere_that_is_closed(story: Story) -> None:
    closed = act_for({"id": story.person, "permissions": ["VIEW_PLAN"]}, {"code": "REVIEW_DUE", "level": "TODAY"})
    assert closed.address == f"/people/{story.person}/plan/"
