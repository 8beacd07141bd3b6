"""What a council has set is remembered in a process: it is never another's, never stale, never what was taken back."""

from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from leavingwell.content.help_lines import help_lines
from leavingwell.content.models import HelpLine, Notice
from leavingwell.content.models.notice import current_notices
from leavingwell.platform.councils.models import Council
from leavingwell.platform.councils.scope import scope
from leavingwell.themes.models import Theme
from leavingwell.themes.shapes import Scene
from leavingwell.themes.tokens import own_theme


def phones(council: Council) -> list[str]:
    with scope(council):
        return [line.phone for line in help_lines()]


def test_what_is_read_again_costs_nothing(councils: tuple[Council, Council]) -> None:
    with scope(councils[0]):
        help_lines(), own_theme(), current_notices()
        with CaptureQueriesContext(connection) as queries:
            help_lines(), own_theme(), current_notices()
    assert not queries.captured_queries


def test_a_change_is_read_at_once_and_in_its_council_alone(councils: tuple[Council, Council]) -> None:
    north, east = councils
    before = phones(north), phones(east)
    with scope(north):
        line = HelpLine.objects.create(title="Night line", phone="0000 111")
        Theme.objects.create(scene=Scene.HILLS)
        assert getattr(own_theme(), "scene", None) == Scene.HILLS
    assert set(phones(north)) == {*before[0], "0000 111"}
    assert phones(east) == before[1]
    with scope(north):
        line.delete()
    assert phones(north) == before[0]


def test_what_was_taken_back_is_not_remembered(councils: tuple[Council, Council]) -> None:
    before = phones(councils[0])
    with transaction.atomic(), scope(councils[0]):
        HelpLine.objects.create(title="Night line", phone="0000 111")
        assert "0000 111" in phones(councils[0])
        transaction.set_rollback(True)
    assert phones(councils[0]) == before


def test_what_was_taken_back_is_not_remembered_though_as_much_waits_as_before(
    councils: tuple[Council, Council],
) -> None:
    before = phones(councils[0])
    with transaction.atomic(), scope(councils[0]):
        with transaction.atomic():
            HelpLine.objects.create(title="Night line", phone="0000 111")
            assert "0000 111" in phones(councils[0])
            waiting = len(connection.run_on_commit)
            transaction.set_rollback(True)
        while len(connection.run_on_commit) < waiting:
            transaction.on_commit(lambda: None)
        assert phones(councils[0]) == before


def test_a_notice_comes_and_goes_by_the_clock(
    councils: tuple[Council, Council], monkeypatch: pytest.MonkeyPatch
) -> None:
    now = timezone.now()
    with scope(councils[0]):
        Notice.objects.create(title="Soon", starts_at=now + timedelta(hours=1), ends_at=now + timedelta(hours=3))
        assert not current_notices()
        monkeypatch.setattr(timezone, "now", lambda: now + timedelta(hours=2))
        assert [one.title for one in current_notices()] == ["Soon"]
        monkeypatch.setattr(timezone, "now", lambda: now + timedelta(hours=4))
        assert not current_notices()
