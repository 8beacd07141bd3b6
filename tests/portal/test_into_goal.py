"""A worry becomes a goal in one step, with the young person's own sentence in the form already."""

from typing import Any

import pytest

from leavingwell.platform.councils.scope import scope
from leavingwell.platform.people.models import Supporter
from leavingwell.platform.plans.models import Action, Goal
from leavingwell.questionnaires.models import CheckIn
from leavingwell.questionnaires.services.check_ins import GivenCheckIn, send_check_in
from tests.api import opaque
from tests.portal.pages import SECRETS, Story, form_to, soup, words


def wish(story: Story) -> Action:
    with scope(story.council):
        found: Action = Action.objects.get(status=Action.Status.DRAFT)
        return found


def sent(story: Story) -> CheckIn:
    with scope(story.council):
        found: CheckIn = CheckIn.objects.get(note=SECRETS[4])
        return found


def address(story: Story, kind: str, source: str, *, own: bool = False) -> str:
    return f"/plan/into-goal/{kind}/{source}/" if own else f"/people/{story.person}/into-goal/{kind}/{source}/"


def send(visitor: Any, place: str, **typed: str) -> Any:
    return visitor.post(place, {**form_to(visitor.get(place), place), **typed}, follow=True)


def test_the_persons_page_leads_there(story: Story) -> None:
    page = soup(story.visit("worker").get(f"/people/{story.person}/"))
    for place in (
        address(story, "wish", opaque("Action", wish(story))),
        address(story, "check-in", opaque("CheckIn", sent(story))),
    ):
        assert page.find("a", href=place), place


def test_a_wish_becomes_a_goal_and_its_first_step(story: Story) -> None:
    place = address(story, "wish", opaque("Action", wish(story)))
    visitor = story.visit("worker")
    typed = form_to(visitor.get(place), place)
    assert (typed["words"], typed["domain"]) == (SECRETS[3], "HOME")
    page = send(visitor, place, title="Ring about the boiler", who="both")
    assert "The goal is on the plan." in words(page)
    assert SECRETS[3] in words(page)
    with scope(story.council):
        goal = Goal.objects.get(words=SECRETS[3])
        step = goal.actions.get()
        assert (step.status, step.title, step.owners.count()) == ("open", "Ring about the boiler", 2)
        assert (step.pk, step.question_code, goal.language) == (wish_pk(story), "HOME-03", "en")
    again = visitor.get(place, follow=True)
    assert "Somebody was quicker" in words(again)


def wish_pk(story: Story) -> Any:
    return Action.objects.get(question_code="HOME-03").pk


def test_nothing_of_it_is_done_without_the_first_step_and_what_was_typed_stays(story: Story) -> None:
    place = address(story, "wish", opaque("Action", wish(story)))
    page = send(story.visit("worker"), place, words="Warm by winter", contingency="Ask the council")
    assert page.status_code == 422
    assert "Say the first step" in words(page)
    typed = form_to(page, place)
    assert (typed["words"], typed["contingency"]) == ("Warm by winter", "Ask the council")
    assert wish(story).goal_id is None
    with scope(story.council):
        assert not Goal.objects.filter(words="Warm by winter").exists()


def test_a_double_tap_makes_one_goal(story: Story) -> None:
    place = address(story, "check-in", opaque("CheckIn", sent(story)))
    visitor = story.visit("worker")
    typed = form_to(visitor.get(place), place)
    assert typed["words"] == SECRETS[4]
    first, second = (visitor.post(place, typed) for _tap in range(2))
    assert first["Location"] == second["Location"]
    later = send(visitor, place)
    assert (later.status_code, "on the plan already" in words(later)) == (422, True)
    with scope(story.council):
        assert Goal.objects.filter(words=SECRETS[4]).count() == 1


@pytest.mark.parametrize(("kind", "source", "prefilled"), [("question", "HOME-03", SECRETS[3]), ("area", "HOME", "")])
def test_the_young_person_makes_one_of_their_own(story: Story, kind: str, source: str, prefilled: str) -> None:
    place = address(story, kind, source, own=True)
    visitor = story.visit("owner")
    typed = form_to(visitor.get(place), place)
    assert (typed["words"], typed["domain"]) == (prefilled, "HOME")
    page = send(visitor, place, words="Warm by winter")
    assert "The goal is on the plan." in words(page)
    with scope(story.council):
        assert Goal.objects.get(words="Warm by winter").added_by == story.household.people["owner"]
        assert wish(story).goal_id is None  # no step: the wish still waits for their worker


def test_what_came_of_a_check_in_stands_beside_it(story: Story) -> None:
    place = address(story, "check-in", opaque("CheckIn", sent(story)))
    send(story.visit("worker"), place, words="A heater that works")
    with scope(story.council):
        goal = opaque("Goal", Goal.objects.get(words="A heater that works"))
    page = soup(story.visit("worker").get(f"/people/{story.person}/"))
    assert not page.find("a", href=place)
    assert page.find("a", href=f"/people/{story.person}/plan/goals/{goal}/")
    assert soup(story.visit("owner").get("/check-in/")).find("a", href=f"/plan/goals/{goal}/")


def test_it_says_who_could_not_read_a_check_in_before(story: Story) -> None:
    place = address(story, "check-in", opaque("CheckIn", sent(story)))
    with scope(story.council):
        Supporter.objects.update(parts=["goals"])
        name = story.household.people["supporter"].name
    assert f"did not share this check-in with {name}" in words(story.visit("worker").get(place))


def test_a_check_in_for_oneself_is_ones_own_to_make_a_goal_of(story: Story) -> None:
    with scope(story.council):
        given = GivenCheckIn(face=1, note="Mine", shared_with=CheckIn.SharedWith.ONLY_ME)
        own = send_check_in(story.household.young_person, given, by=story.household.people["owner"], language="en")
    source = opaque("CheckIn", own)
    assert story.visit("worker").get(address(story, "check-in", source)).status_code == 404
    assert "kept this check-in for yourself" in words(
        story.visit("owner").get(address(story, "check-in", source, own=True))
    )


def test_outsiders_and_what_is_not_there(story: Story) -> None:
    source = opaque("Action", wish(story))
    for who in ("other_worker", "other_owner", "supporter", "analyst", "manager"):
        answer = story.visit(who).get(address(story, "wish", source))
        assert answer.status_code in (403, 404), who
        assert SECRETS[3] not in words(answer)
    assert story.visit(None).get(address(story, "wish", source)).status_code == 302
    worker = story.visit("worker")
    for kind, given in (
        ("wish", "nonsense"),
        ("check-in", source),
        ("question", "NO-99"),
        ("area", "NO"),
        ("else", "A"),
    ):
        answer = worker.get(address(story, kind, given))
        assert answer.status_code in (302, 404), kind


@pytest.mark.parametrize("kind", ["wish", "question"])
def test_it_says_who_could_not_read_an_answer_before(story: Story, kind: str) -> None:
    place = address(story, kind, opaque("Action", wish(story)) if kind == "wish" else "HOME-03")
    visitor = story.visit("worker")

    def warned(page: Any) -> bool:
        return "Supporter of northmoor can read a goal, and could not read this before." in words(page)

    def let_see(*parts: str, areas: tuple[str, ...] = ()) -> None:
        with scope(story.council):
            Supporter.objects.update(parts=list(parts), domain_codes=list(areas))

    let_see("goals")
    assert warned(visitor.get(place))
    for parts in (("goals", "answers"), ("answers",)):
        let_see(*parts)
        assert not warned(visitor.get(place)), parts
    let_see("goals", "answers", areas=("MONEY",))
    assert not warned(visitor.get(place))
    typed = form_to(visitor.get(place), place)
    assert warned(visitor.post(place, {**typed, "words": "", "domain": "MONEY"}))  # what it will be about
