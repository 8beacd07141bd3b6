"""The scope on real connections: in threads, and where no transaction is open."""

import threading
from contextvars import copy_context
from typing import Any

import pytest
from django.db import connection

from leavingwell.platform.councils.scope import NoScope, scope
from leavingwell.platform.people.models import Team
from tests.factories import Household, fresh_households

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def north(transactional_db: Any) -> Household:
    return fresh_households()[0]


def test_a_thread_without_context_sees_nothing_and_one_with_it_its_council(north: Household) -> None:
    seen: dict[str, int] = {}

    def look(name: str) -> None:
        seen[name] = Team.objects.count()
        connection.close()

    with scope(north.council):
        context = copy_context()
        bare = threading.Thread(target=look, args=("bare",))
        told = threading.Thread(target=context.run, args=(look, "told"))
        for thread in (bare, told):
            thread.start()
            thread.join()
    assert seen == {"bare": 0, "told": 2}


def test_executemany_outside_a_transaction_is_refused(north: Household) -> None:
    with scope(north.council), pytest.raises(NoScope), connection.cursor() as cursor:
        cursor.executemany("UPDATE people_team SET name = %s", [("a",), ("b",)])
