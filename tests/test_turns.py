"""Nothing that is tried in turn is left out for good."""

import pytest

from tests import turns
from tests.turns import in_turn, some_in_turn

ALIKE = ("first", "second", "third")


def test_a_run_tries_them_all_where_there_are_as_many_places() -> None:
    assert {in_turn(ALIKE, place) for place in range(3)} == set(ALIKE)


def test_one_place_has_tried_them_all_after_as_many_days(monkeypatch: pytest.MonkeyPatch) -> None:
    tried = []
    for day in range(738_000, 738_003):
        monkeypatch.setattr(turns, "TURN", day)
        tried.append(in_turn(ALIKE, 1))
    assert set(tried) == set(ALIKE)


def test_of_many_as_many_as_asked_for_and_other_ones_the_next_day(monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[int] = []
    for day in range(738_000, 738_004):
        monkeypatch.setattr(turns, "TURN", day)
        found = some_in_turn(range(7), 2, 5)
        assert len(found) == 2
        tried += found
    assert set(tried) == set(range(7))


def test_of_fewer_than_asked_for_all() -> None:
    assert sorted(some_in_turn(ALIKE, 5, 1)) == sorted(ALIKE)
    assert some_in_turn([], 5, 1) == []
