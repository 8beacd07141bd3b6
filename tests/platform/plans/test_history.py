"""What was changed of a thing, in words: for those who see the thing."""

from datetime import date
from typing import Any

import pytest

from leavingwell.platform.audit.services import record
from leavingwell.platform.councils.scope import scope
from leavingwell.platform.plans.models import Action
from leavingwell.platform.plans.services.actions import ActionChanges, update_action
from leavingwell.platform.problems import ProblemCode, stale
from tests.api import ask, opaque
from tests.factories import Household
from tests.portal.pages import Story, tell

HISTORY = "query($id: ID!) { history(id: $id) { at by role deed changes { field label before after } } }"


@pytest.fixture
def story(north: Household) -> Story:
    return tell(north)


def history(house: Household, who: str | None, identity: str) -> list[dict[str, Any]]:
    answer = ask(house.people[who] if who else None, house.council, HISTORY, id=identity)
    found: list[dict[str, Any]] = answer["data"]["history"]
    return found


def edited(story: Story) -> None:
    house = story.household
    with scope(house.council):
        action = Action.objects.get(title="Ring the landlord")
        changes = ActionChanges(title="Write to the landlord", due_on=date(2031, 3, 4), owner_ids=(house.worker.pk,))
        update_action(action, changes, by=house.worker, expected_version=action.version)


def test_an_action_tells_each_field_before_and_after_in_words(north: Household, story: Story) -> None:
    edited(story)
    last, *_earlier = history(north, "owner", story.action)
    assert (last["by"], last["role"]) == (north.worker.name, "personal_adviser")
    changes = {one["field"]: (one["before"], one["after"]) for one in last["changes"]}
    assert changes["title"] == ("Ring the landlord", "Write to the landlord")
    assert changes["due_on"] == ("", "4 March 2031")
    assert changes["owners"] == (north.owner.name, north.worker.name)
    assert {one["label"] for one in last["changes"]} >= {"what", "by", "who does it"}


def test_choices_are_told_by_their_names(north: Household, story: Story) -> None:
    with scope(north.council):
        action = Action.objects.get(title="Ring the landlord")
        update_action(action, ActionChanges(status=Action.Status.DONE), by=north.owner)
    change = next(one for one in history(north, "worker", story.action)[0]["changes"] if one["field"] == "status")
    assert (change["before"], change["after"]) == ("To do", "Done")


def test_an_area_of_life_is_told_by_its_title(north: Household, story: Story) -> None:
    with scope(north.council):
        update_action(Action.objects.get(title="Ring the landlord"), ActionChanges(domain="WORK"), by=north.owner)
    change = next(one for one in history(north, "worker", story.action)[0]["changes"] if one["field"] == "domain")
    assert (change["label"], change["after"]) == ("area of life", "Learning and work")


@pytest.mark.parametrize("who", ["other_owner", "other_worker", "analyst", "admin", "supporter", None])
def test_who_does_not_see_the_thing_reads_none_of_it(north: Household, story: Story, who: str | None) -> None:
    edited(story)
    assert history(north, who, story.action) == []


def test_nor_does_another_council_nor_nonsense(north: Household, east: Household, story: Story) -> None:
    edited(story)
    with scope(north.council):
        other_types = [opaque(name, north.young_person) for name in ("Team", "Comment")]
    for identity in (story.action, "nonsense", *other_types):
        assert ask(east.worker, east.council, HISTORY, id=identity)["data"]["history"] == []
    assert [history(north, "owner", identity) for identity in other_types] == [[], []]


def test_details_and_reviews_leave_out_what_the_young_persons_pages_leave_out(north: Household) -> None:
    with scope(north.council):
        young_person, review = north.young_person, north.plan.review
        changes = {"state": ["stable", "fragile"], "pronouns": ["", "she/her"]}
        record("young_person.changed", young_person, by=north.worker, young_person_id=young_person.pk, changes=changes)
        changes = {"return_reason": ["", "Thin"], "due_on": ["2030-01-01", "2030-02-01"]}
        record("review.changed", review, by=north.manager, young_person_id=young_person.pk, changes=changes)
        ids = [opaque("YoungPerson", young_person), opaque("Review", review)]
    team = [{one["field"] for entry in history(north, "worker", each) for one in entry["changes"]} for each in ids]
    own = [{one["field"] for entry in history(north, "owner", each) for one in entry["changes"]} for each in ids]
    assert "state" in team[0]
    assert "return_reason" in team[1]
    assert "state" not in own[0]
    assert "pronouns" in own[0]
    assert "return_reason" not in own[1]
    assert "due_on" in own[1]
    assert history(north, "supporter", ids[0]) == history(north, "supporter", ids[1]) == []


@pytest.mark.parametrize("value", ["2030-13-45", "x" * 5000, None, True, [], ["a", "b"], {"a": 1}, 7])
def test_any_value_of_the_audit_can_be_read(north: Household, story: Story, value: Any) -> None:
    with scope(north.council):
        action = Action.objects.get(title="Ring the landlord")
        record("action.changed", action, by=None, changes={"title": [None, value], "unknown": [value], "status": []})
    assert len(history(north, "owner", story.action)[0]["changes"]) == 3


def test_a_conflict_carries_the_other_text_of_each_field() -> None:
    found = stale({"title": "Theirs", "dueOn": None}).problems
    assert [(one.code, one.field, one.theirs) for one in found] == [
        (ProblemCode.STALE_VERSION, "expectedVersion", None),
        (ProblemCode.STALE_VERSION, "title", "Theirs"),
        (ProblemCode.STALE_VERSION, "dueOn", ""),
    ]
    assert [one.field for one in stale().problems] == ["expectedVersion"]
