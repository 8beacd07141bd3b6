"""Who works with whom: the young person reads it, the manager changes it."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from leavingwell.platform.access.services.managing import set_manager
from leavingwell.platform.councils.scope import scope
from leavingwell.platform.people.models import Allocation, DutyCover, Person, Team, YoungPerson
from leavingwell.platform.people.roles import Role
from tests.api import opaque
from tests.factories import make_person, make_young_person
from tests.portal.pages import Story, form_to, soup, words

TEAM = "/team/"


def who(story: Story) -> str:
    return f"/people/{story.person}/who/"


def send(visitor: Any, page: str, action: str, **typed: str) -> Any:
    return visitor.post(action, {**form_to(visitor.get(page), action), **typed}, follow=True)


def worker_now(story: Story) -> Person:
    with scope(story.council):
        found: Person = Allocation.objects.get(young_person=story.household.young_person, ends_on=None).worker
        return found


def test_the_young_person_reads_who_works_with_them_and_who_did(story: Story) -> None:
    new = story.household.other_worker
    manager = story.visit("manager")
    page = send(manager, who(story), f"{who(story)}worker/", worker_id=opaque("Person", new))
    assert "Changed. All three of them are told." in words(page)
    mine = words(story.visit("owner").get("/my-workers/"))
    assert new.name in mine
    assert story.household.worker.name in mine
    assert "Team of northmoor" in mine
    assert "/my-workers/" in story.visit("owner").get("/").content.decode()
    assert worker_now(story) == new
    assert story.visit("worker").get(who(story)).status_code == 404


@pytest.mark.parametrize(("visitor", "status"), [("owner", 200), ("worker", 404), ("manager", 404), ("supporter", 404)])
def test_whose_page_my_workers_is(story: Story, visitor: str, status: int) -> None:
    assert story.visit(visitor).get("/my-workers/").status_code == status


def test_only_the_manager_has_the_forms(story: Story) -> None:
    page = story.visit("worker").get(who(story))
    assert page.status_code == 200
    assert not soup(page).select(f'form[action^="{who(story)}"]')
    for action in ("worker/", "team/"):
        for visitor in ("worker", "supervisor", "other_worker", "supporter", "owner"):
            answer = story.visit(visitor).post(who(story) + action, {"worker_id": "x", "team_id": "x"})
            assert answer.status_code in (403, 404), (visitor, action)
    for visitor in ("supporter", "other_worker", "other_owner"):
        assert story.visit(visitor).get(who(story)).status_code == 404


def test_two_managers_at_once_see_who_it_is_now(story: Story) -> None:
    visitor, action = story.visit("manager"), f"{who(story)}worker/"
    seen = form_to(visitor.get(who(story)), action)
    with scope(story.council):
        third = make_person(Role.PERSONAL_ADVISER)
    send(visitor, who(story), action, worker_id=opaque("Person", story.household.other_worker))
    answer = visitor.post(action, {**seen, "worker_id": opaque("Person", third)})
    assert answer.status_code == 422
    assert "Somebody has changed this in the meantime" in words(answer)
    assert visitor.post(action, {**form_to(answer, action), "worker_id": opaque("Person", third)}).status_code == 302
    assert worker_now(story) == third


@pytest.mark.parametrize("typed", ["", "nonsense", "the same"])
def test_a_worker_who_cannot_be(story: Story, typed: str) -> None:
    given = opaque("Person", story.household.worker) if typed == "the same" else typed
    answer = send(story.visit("manager"), who(story), f"{who(story)}worker/", worker_id=given)
    assert answer.status_code == 422
    assert soup(answer).select(".field.wrong")
    assert worker_now(story) == story.household.worker


def test_moving_to_a_team_of_another_manager(story: Story) -> None:
    with scope(story.council):
        other = Team.objects.get(name="Other team of northmoor")
        set_manager(other, make_person(Role.TEAM_MANAGER), by=None)
    visitor, action = story.visit("manager"), f"{who(story)}team/"
    assert send(visitor, who(story), action).status_code == 422
    page = send(visitor, who(story), action, team_id=opaque("Team", other))
    assert "Moved. The other team has them now." in words(page)
    assert visitor.get(who(story)).status_code == 404
    with scope(story.council):
        assert YoungPerson.objects.get(pk=story.household.young_person.pk).team == other


def test_who_waits_is_first_and_covers_start_and_end(story: Story) -> None:
    with scope(story.council):
        alone = make_young_person(story.household.young_person.team, "Alone")
        Person.objects.filter(pk=story.household.worker.pk).update(team=story.household.young_person.team)
    visitor = story.visit("manager")
    page = visitor.get(TEAM)
    assert page.content.decode().index("Alone") < page.content.decode().index(story.household.worker.name)
    assert f"/people/{opaque('YoungPerson', alone)}/who/" in page.content.decode()
    cover = soup(page).select_one('form[action$="/end/"]')
    assert cover
    ended = visitor.post(str(cover["action"]), form_to(page, str(cover["action"])), follow=True)
    assert "The cover has ended." in words(ended)
    day = (timezone.localdate() + timedelta(days=1)).isoformat()
    typed = {"person_id": opaque("Person", story.household.duty), "until_day": day, "until_time": "09:00"}
    with scope(story.council):
        team = opaque("Team", story.household.young_person.team)
    assert "Started" in words(send(visitor, TEAM, "/team/cover/", team_id=team, **typed))
    with scope(story.council):
        assert DutyCover.objects.filter(ends_at__gt=timezone.now(), person=story.household.duty).exists()
    late = send(visitor, TEAM, "/team/cover/", team_id=team, **{**typed, "until_day": "2020-01-01"})
    assert late.status_code == 422
    assert "Cover must end in the future" in words(late)
    empty = send(visitor, TEAM, "/team/cover/", until_day="rubbish", until_time="rubbish")
    assert empty.status_code == 422


def test_a_caseload_goes_over(story: Story) -> None:
    given = {"from_id": opaque("Person", story.household.worker)}
    new = opaque("Person", story.household.other_worker)
    visitor = story.visit("manager")
    offered = soup(visitor.get(TEAM)).select("select[name=from_id] option[value]")
    assert [one["value"] for one in offered] == ["", given["from_id"]]
    assert send(visitor, TEAM, "/team/hand-over/", **given, worker_id=given["from_id"]).status_code == 422
    assert send(visitor, TEAM, "/team/hand-over/").status_code == 422
    assert send(visitor, TEAM, "/team/hand-over/", **given).status_code == 422  # to nobody only when that is said
    assert "Handed over" in words(send(visitor, TEAM, "/team/hand-over/", **given, worker_id=new))
    assert worker_now(story) == story.household.other_worker
    given["from_id"] = new
    assert "Handed over" in words(send(visitor, TEAM, "/team/hand-over/", **given, worker_id="nobody"))
    with scope(story.council):
        assert not Allocation.objects.filter(young_person=story.household.young_person, ends_on=None).exists()


def test_advisers_stand_under_their_teams_and_the_own_team_first(story: Story) -> None:
    with scope(story.council):
        own, other = story.household.young_person.team, Team.objects.create(name="A team")
        Person.objects.filter(pk=story.household.worker.pk).update(team=own)
        Person.objects.filter(pk=story.household.other_worker.pk).update(team=other)
    places = (who(story), "worker_id"), (TEAM, "worker_id"), (TEAM, "person_id"), ("/invite/", "worker")
    for place, field in places:
        groups = soup(story.visit("manager").get(place)).select(f"select[name={field}] optgroup")
        names = [group["label"] for group in groups]
        assert names[:2] == [own.name, "A team"], place
        assert story.household.worker.name in groups[0].get_text()
        assert story.household.other_worker.name in groups[1].get_text()


@pytest.mark.parametrize("visitor", ["worker", "supervisor", "owner", "supporter", "analyst"])
def test_the_team_is_the_managers(story: Story, visitor: str) -> None:
    somebody = story.visit(visitor)
    assert somebody.get(TEAM).status_code == 403
    for action in ("hand-over/", "cover/"):
        assert somebody.post(TEAM + action, {}).status_code == 403
    assert "My team" not in words(somebody.get("/offers/"))


def test_a_visitor_is_asked_to_sign_in(story: Story) -> None:
    from tests.portal.pages import client

    for page in (TEAM, "/my-workers/", who(story)):
        answer = client(None, story.council).get(page)
        assert answer.status_code == 302
        assert "/accounts/" in answer["Location"]


def test_the_page_costs_the_same_for_two_and_for_ten(story: Story) -> None:
    counts = []
    visitor = story.visit("manager")
    for number in (2, 8):
        with scope(story.council):
            for _ in range(number):
                worker = make_person(Role.PERSONAL_ADVISER)
                Person.objects.filter(pk=worker.pk).update(team=story.household.young_person.team)
                make_young_person(story.household.young_person.team, worker=worker)
                make_young_person(story.household.young_person.team)
        visitor.get(TEAM)
        with CaptureQueriesContext(connection) as queries:
            assert visitor.get(TEAM).status_code == 200
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_the_teams_own_numbers_lead_to_those_whom_they_count(story: Story) -> None:
    with scope(story.council):
        team = story.household.young_person.team
        crisis = make_young_person(team)
        YoungPerson.objects.filter(pk=crisis.pk).update(state="in_crisis")
    manager = story.visit("manager")
    [link] = [one for one in soup(manager.get(TEAM)).select(".stats a") if "in crisis" in one.get_text()]
    assert link.get_text(" ", strip=True) == "1 in crisis"
    listed = words(manager.get(link["href"]))
    assert f"Only of the team: {team.name}" in listed
    assert "1 young person" in listed
    assert crisis.person.name in listed
