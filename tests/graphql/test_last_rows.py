"""The end of a long list: the newest words of a plan, without counting those before them."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from leavingwell.platform.councils.scope import scope
from leavingwell.platform.plans.services.comments import add_comment
from tests.api import ask, opaque

WORDS = "query($id: ID!) { youngPerson(id: $id) { plan { comments(last: %d) { edges { node { body } } %s} } } }"
MANY = 27


@pytest.fixture
def told(north):
    with scope(north.council):
        key = opaque("YoungPerson", north.young_person)
        plan = north.young_person.plan
        for number in range(MANY):
            add_comment(plan, body=f"Words {number}", by=north.owner, language="en")

    def told(count, more=""):
        found = ask(north.owner, north.council, WORDS % (count, more), id=key)["data"]["youngPerson"]["plan"][
            "comments"
        ]
        return [edge["node"]["body"] for edge in found["edges"]], found

    return told


def newest(count):
    return [f"Words {number}" for number in range(MANY)][MANY - count :]


@pytest.mark.parametrize("count", [0, 1, 20, MANY - 1])
def test_the_newest_come_in_the_order_of_the_list(told, count):
    assert told(count)[0] == newest(count)
    assert told(count, "totalCount ")[0] == newest(count)


def test_a_list_that_is_shorter_comes_whole(told):
    assert told(100)[0] == newest(MANY)


def test_they_are_one_query(told):
    told(20)
    with CaptureQueriesContext(connection) as queries:
        told(20)
    assert len([one for one in queries if 'FROM "plans_comment"' in one["sql"]]) == 1


def test_where_places_are_asked_for_they_are_those_of_the_whole_list(told):
    rows, found = told(20, "totalCount pageInfo { hasPreviousPage hasNextPage } ")
    assert rows == newest(20)
    assert found["totalCount"] == MANY
    assert found["pageInfo"] == {"hasPreviousPage": True, "hasNextPage": False}
