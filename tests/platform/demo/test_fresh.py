"""Two fresh demonstrations of one day are the same, and one that fails leaves nothing half done."""

from collections import Counter
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest

from leavingwell.platform.councils.models import Council
from leavingwell.platform.councils.scope import national_scope, scope
from leavingwell.platform.people.models import YoungPerson
from leavingwell.questionnaires.models import Answer
from tests.cast import connected_to
from tests.platform.demo.conftest import SMALL, Demo, loaded


def told(council: Council) -> Counter[Any]:
    """Every answer by who gave it to what, without the ids and times that differ from load to load."""
    fields = ("response__young_person__person__user__email", "response__review__number", "question_code")
    with scope(council):
        return Counter(Answer.objects.values_list(*fields, "kind", "choice", "comment", "wants_help", "channel"))


def told_in(demo: Demo) -> list[Counter[Any]]:
    return [told(demo.north), told(demo.east)]


@pytest.fixture(scope="module")
def told_before(_small: tuple[str, Path], django_db_blocker: Any) -> list[Counter[Any]]:
    """By the demonstration that the other files look at."""
    name, folder = _small
    with django_db_blocker.unblock(), connected_to(name):
        return told_in(Demo(folder))


@pytest.mark.django_db
def test_two_fresh_loads_tell_the_same(told_before: list[Counter[Any]], tmp_path: Path) -> None:
    with loaded(tmp_path, SMALL) as demo:
        assert told_in(demo) == told_before
    assert sum(told_before[0].values()) > 500


@pytest.mark.django_db
def test_a_load_that_fails_leaves_no_half_council(tmp_path: Path) -> None:
    with (
        patch("leavingwell.platform.demo.opening.store_history", side_effect=RuntimeError("the disk is full")),
        pytest.raises(RuntimeError, match="disk"),
        loaded(tmp_path, 0.02),
    ):
        pass
    assert not Council.objects.exists()
    with national_scope("look"):
        assert not YoungPerson.objects.exists()
