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
from tests.platform.demo.conftest import loaded

SCALE = 0.02


def told(council: Council) -> Counter[Any]:
    """Every answer by who gave it to what, without the ids and times that differ from load to load."""
    fields = ("response__young_person__person__user__email", "response__review__number", "question_code")
    with scope(council):
        return Counter(Answer.objects.values_list(*fields, "kind", "choice", "comment", "wants_help", "channel"))


@pytest.mark.django_db
def test_two_fresh_loads_tell_the_same(tmp_path: Path) -> None:
    found = []
    for folder in (tmp_path / "one", tmp_path / "two"):
        with loaded(folder, SCALE) as demo:
            found.append((told(demo.north), told(demo.east)))
    assert found[0] == found[1]
    assert sum(found[0][0].values()) > 500


@pytest.mark.django_db
def test_a_load_that_fails_leaves_no_half_council(tmp_path: Path) -> None:
    with (
        patch("leavingwell.platform.demo.opening.store_history", side_effect=RuntimeError("the disk is full")),
        pytest.raises(RuntimeError, match="disk"),
        loaded(tmp_path, SCALE),
    ):
        pass
    assert not Council.objects.exists()
    with national_scope("look"):
        assert not YoungPerson.objects.exists()
