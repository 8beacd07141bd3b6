"""What is remembered while something is read changes neither what is seen nor the viewer's relations."""

from typing import Any

import pytest
from django.db import connection
from django.db.models import QuerySet
from django.test.utils import CaptureQueriesContext

from leavingwell.platform.access import grants
from leavingwell.platform.access.grants import grant, revoke
from leavingwell.platform.access.operations import Operation
from leavingwell.platform.access.permissions import RELATIONS, Viewer, relations_with, visible
from leavingwell.platform.access.relations import Relation
from leavingwell.platform.access.remembered import remembering
from leavingwell.platform.people.models import YoungPerson
from leavingwell.platform.plans.models import Comment, Plan
from leavingwell.platform.plans.services.comments import add_comment
from leavingwell.platform.plans.visibility import visible_comments
from leavingwell.questionnaires.models import CheckIn
from tests.factories import Household

VIEWERS = ("owner", "worker", "manager", "duty", "supervisor", "supporter", "other_owner", "other_worker", "analyst")


def told(rows: QuerySet[Any]) -> set[tuple[Any, frozenset[str]]]:
    return {(row.pk, frozenset(getattr(row, RELATIONS))) for row in rows}


def seen_by(viewer: Viewer) -> list[set[tuple[Any, frozenset[str]]]]:
    lists = [
        visible(YoungPerson.objects.all(), viewer, Operation.VIEW_YOUNG_PERSON),
        visible(Plan.objects.all(), viewer, Operation.VIEW_PLAN, "young_person"),
        visible(CheckIn.objects.all(), viewer, Operation.VIEW_CHECK_INS, "young_person"),
        visible_comments(Comment.objects.all(), viewer),
    ]
    return [told(rows) for rows in lists]


@pytest.mark.parametrize("who", VIEWERS)
def test_the_same_rows_are_seen_with_the_same_relations(in_north: Household, who: str) -> None:
    plan, viewer = in_north.plan, in_north.people[who]
    for audience in Comment.Audience:
        add_comment(plan, body="A word", by=in_north.worker, language="en", audience=audience)
    grant(Relation.EMERGENCY, viewer, in_north.other_young_person)  # so that one viewer stands in several relations
    as_ever = seen_by(viewer)
    with remembering({}):
        assert seen_by(viewer) == as_ever
        assert relations_with(viewer, in_north.other_young_person) >= {Relation.EMERGENCY}


def test_more_than_are_listed_are_asked_for_in_the_statement(
    in_north: Household, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(grants, "MOST", 0)
    as_ever = seen_by(in_north.worker)
    with remembering({}):
        assert seen_by(in_north.worker) == as_ever


def test_they_are_asked_for_once(in_north: Household) -> None:
    with remembering({}), CaptureQueriesContext(connection) as queries:
        for _time in range(3):
            assert relations_with(in_north.worker, in_north.plan.young_person)
    assert sum("access_youngpersongrant" in one["sql"] for one in queries.captured_queries) == 1


def test_whoever_changes_a_right_sees_it_at_once(in_north: Household) -> None:
    worker, young_person = in_north.other_worker, in_north.young_person
    memory: dict[int, Any] = {}
    with remembering(memory):
        assert not relations_with(worker, young_person)
        with remembering(None):
            grant(Relation.DUTY, worker, young_person)
            assert relations_with(worker, young_person) == {Relation.DUTY}
            revoke(Relation.DUTY, worker, young_person)
            assert not relations_with(worker, young_person)
