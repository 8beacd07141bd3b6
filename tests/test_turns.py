"""Nothing that is tried in turn is left out for good."""

import pytest

from tests import turns
from tests.turns import in_turn

ALIKE = ("first", "second", "third")


def test_a_run_tries_them_all_where_there_are_as_many_places() -> None:
    assert {in_turn(ALIKE, place) for place in range(3)} == set(ALIKE)


def test_one_place_has_tried_them_all_after_as_many_days(monkeypatch: pytest.MonkeyPatch) -> None:
    tried = []
    for day in range(738_000, 738_003):
        monkeypatch.setattr(turns, "TURN", day)
        tried.append(in_turn(ALIKE, 1))
    assert set(tried) == set(ALIKE)
