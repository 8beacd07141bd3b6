"""A page asks the database the same number of questions, however long its lists are."""

from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext

from leavingwell.platform.councils.scope import scope
from leavingwell.platform.plans.services.actions import add_action
from leavingwell.platform.plans.services.comments import add_comment
from leavingwell.platform.plans.services.goals import add_goal
from leavingwell.platform.plans.services.reviewing import open_plan
from leavingwell.questionnaires.services.check_ins import GivenCheckIn, send_check_in
from tests.factories import make_offer, make_young_person
from tests.portal.pages import Story


def fill(story: Story) -> None:
    with scope(story.council):
        young_person, plan = story.household.young_person, story.household.plan
        own = young_person.person
        goal = add_goal(plan, words="A goal", domain="HOME", by=own, language="en")
        add_action(
            plan, title="A step", by=own, language="en", goal=goal, owner_ids=[own.pk, story.household.worker.pk]
        )
        add_action(plan, title="A thing", by=own, language="en", owner_ids=[own.pk])
        add_comment(plan, body="A word", by=own, language="en")
        send_check_in(young_person, GivenCheckIn(face=3), by=own, language="en")
        make_offer(story.council)
        another = make_young_person(young_person.team, worker=story.household.worker)
        open_plan(another, by=None)


def counted(visitor: Any, address: str) -> int:
    visitor.get(address)  # what a process keeps for itself is there now
    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert visitor.get(address).status_code == 200, address
    return len(queries)


def test_lists_of_any_length_cost_the_same(story: Story) -> None:
    pages = {
        "owner": [
            "/",
            "/plan/",
            "/plan/now-and-before/",
            "/to-do/",
            "/check-in/",
            "/questions/",
            "/questions/HOME-03/",
            "/offers/",
        ],
        "worker": [
            "/caseload/",
            *(f"/people/{story.person}/{part}" for part in ("", "plan/", "plan/now-and-before/", "to-do/")),
        ],
        "manager": ["/sign-off/", f"/sign-off/{story.plan}/", "/insight/"],
        "supporter": [f"/supporting/{story.person}/"],
    }
    fill(story)
    few = {(who, address): counted(story.visit(who), address) for who, list_ in pages.items() for address in list_}
    for _more in range(8):
        fill(story)
    many = {(who, address): counted(story.visit(who), address) for who, list_ in pages.items() for address in list_}
    assert many == few
    assert max(few.values()) <= 38
