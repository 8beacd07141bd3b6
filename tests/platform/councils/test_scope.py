"""Where the scope goes: nested, into hooks, streams, jobs and commands, and what is left without one."""

from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from django.http import StreamingHttpResponse

from leavingwell.platform.councils.jobs import council_job
from leavingwell.platform.councils.middleware import scoped_stream
from leavingwell.platform.councils.scope import NoScope, ScopeViolation, current, national_scope, scope
from leavingwell.platform.people.models import Team
from leavingwell.platform.plans.models import Comment
from leavingwell.questionnaires.models import Wording
from tests.factories import Household


@council_job
def count_teams() -> int:
    return Team.objects.count()


def test_nested_scopes_come_back(north: Household, east: Household) -> None:
    with scope(north.council):
        assert set(Team.objects.values_list("council", flat=True)) == {north.council.pk}
        with scope(east.council):
            assert set(Team.objects.values_list("council", flat=True)) == {east.council.pk}
        assert set(Team.objects.values_list("council", flat=True)) == {north.council.pk}
    assert Team.objects.count() == 0


def test_a_query_made_in_one_scope_and_run_in_another_finds_nothing(north: Household, east: Household) -> None:
    with scope(north.council):
        teams = Team.objects.all()
    with scope(east.council):
        assert list(teams) == []


def test_an_error_rolled_back_to_a_savepoint_leaves_the_scope_right(north: Household, east: Household) -> None:
    with scope(north.council):
        with scope(east.council), pytest.raises(Exception, match="division by zero"), transaction.atomic():
            connection.cursor().execute("SELECT 1/0")
        assert set(Team.objects.values_list("council", flat=True)) == {north.council.pk}


@pytest.mark.parametrize("value", [0, -1, True, None, "1"])
def test_nonsense_is_no_scope(value: Any) -> None:
    with pytest.raises((ValueError, AttributeError)), scope(value):
        pass


def test_the_national_scope_wants_a_reason() -> None:
    with pytest.raises(ValueError, match="say why"):
        national_scope("")


def test_hooks_run_in_the_scope_that_they_were_made_in(
    north: Household, django_capture_on_commit_callbacks: Any
) -> None:
    seen: list[int | None] = []
    with django_capture_on_commit_callbacks(execute=True), scope(north.council):
        transaction.on_commit(lambda: seen.append(current()))
    assert seen == [north.council.pk]


def test_a_stream_is_made_in_the_scope_of_its_request(north: Household) -> None:
    def body() -> Any:
        for team in Team.objects.order_by("name"):
            yield team.name.encode()

    with scope(north.council):
        response = StreamingHttpResponse(scoped_stream(body()))
    assert len(list(response.streaming_content)) == 2


def test_a_job_sees_the_council_it_was_given(north: Household, east: Household) -> None:
    assert count_teams(north.council.pk) == 2
    assert current() is None


def test_a_command_runs_within_a_scope(north: Household, capsys: Any) -> None:
    call_command("within", "northmoor", "a test", "dumpdata", "people.team")
    assert "Team of northmoor" in capsys.readouterr().out


def test_the_same_command_without_a_scope_sees_nothing(north: Household, capsys: Any) -> None:
    call_command("dumpdata", "people.team")
    assert capsys.readouterr().out.strip() == "[]"


def test_an_unknown_council_is_named(db: Any) -> None:
    with pytest.raises(CommandError, match="no council 'nowhere'"):
        call_command("within", "nowhere", "a test", "dumpdata")


def test_the_orm_says_so_when_a_council_edits_the_nations_words(in_north: Household) -> None:
    wording = Wording.objects.filter(council=None).first()
    assert wording
    wording.text_en = "Ours now"
    with pytest.raises(ScopeViolation):
        wording.save()


def test_a_row_without_a_scope_is_refused_early(db: Any) -> None:
    with pytest.raises(NoScope):
        Comment(body="x").save()


def test_the_nation_may_write_the_nations_words(framework: None) -> None:
    with national_scope("a test"):
        assert Wording.objects.filter(council=None, variant="standard").update(help_en="x") == 66
