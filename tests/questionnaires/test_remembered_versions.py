"""The published version behind somebody's answers is fetched once in a process."""

from django.db import connection
from django.test.utils import CaptureQueriesContext

from leavingwell.platform.councils.scope import scope
from leavingwell.questionnaires.models import Response
from tests.factories import Household


def test_it_is_fetched_once_and_each_row_has_its_own(north: Household) -> None:
    with scope(north.council):
        row, again = (Response.objects.get(young_person=north.young_person) for _time in range(2))
        first = row.questionnaire_version
        with CaptureQueriesContext(connection) as queries:
            second = again.questionnaire_version
    assert not queries.captured_queries
    assert first == second
    assert first is not second
    assert first.content is second.content
    assert first.reading is second.reading
