"""Small numbers cannot be read, nor worked out."""

import random
from collections.abc import Hashable
from itertools import product

import pytest

from leavingwell.platform.insight.suppression import ALL, SMALLEST_SHOWN, Cell, rows, suppressed, with_sums


def hidden(counts: dict[Cell, int]) -> set[Cell]:
    return suppressed(with_sums(counts))


def test_small_numbers_are_hidden_with_a_second_one() -> None:
    assert hidden({("yes",): 40, ("sometimes",): 20, ("no",): 3}) == {("no",), ("sometimes",)}


def test_zero_is_a_true_zero_and_large_numbers_are_shown() -> None:
    assert hidden({("yes",): 40, ("sometimes",): 20, ("no",): 0}) == set()


def test_when_nothing_else_can_hide_it_the_total_goes_too() -> None:
    assert hidden({("yes",): 3, ("no",): 0}) == {("yes",), ("no",), (ALL,)}


def test_a_zero_does_not_say_what_the_few_said() -> None:
    """Of five under 16 all said "sometimes"; nor can their zeros be taken from the other ages and the sums."""
    found = hidden(
        {("yes", "16"): 20, ("some", "16"): 30, ("no", "16"): 9, ("some", "15"): 5, ("yes", "17"): 7, ("no", "17"): 8}
    )
    assert {("yes", "15"), ("some", "15"), ("no", "15"), (ALL, "15")} <= found
    for answer in ("yes", "some", "no"):
        assert len([cell for cell in found if cell[0] == answer]) > 1, answer


def test_two_very_small_ones_leave_too_little_doubt() -> None:
    assert hidden({("a",): 1, ("b",): 1, ("c",): 30}) == {("a",), ("b",), ("c",)}


def test_asking_for_all_ages_and_then_for_each_tells_no_more() -> None:
    counts: dict[Cell, int] = {("yes", "16"): 10, ("yes", "17"): 12, ("yes", "18"): 2}
    found = hidden(counts)
    assert ("yes", "18") in found
    assert len([cell for cell in found if cell[0] == "yes" and cell[1] is not ALL]) >= 2


def could_be(total: Cell, members: list[Cell], sums: dict[Cell, int], gone: set[Cell], cell: Cell) -> bool:
    """Whether the sum of this row alone leaves more than one value for the cell."""
    unknown = [one for one in [total, *members] if one in gone]
    return len(unknown) != 1 or unknown[0] != cell


@pytest.mark.parametrize("seed", range(25))
def test_in_any_table_no_row_gives_a_hidden_number_away(seed: int) -> None:
    choose = random.Random(seed)
    ways: list[list[Hashable]] = [["yes", "some", "no"], ["16", "17", "18", "19"], ["red", "blue"]]
    counts: dict[Cell, int] = {tuple(cell): choose.choice([0, 0, 1, 2, 4, 7, 15, 60]) for cell in product(*ways)}
    sums = with_sums(counts)
    gone = suppressed(sums)
    assert all(cell in gone for cell, count in sums.items() if 0 < count < SMALLEST_SHOWN)
    for total, members in rows(sums):
        for cell in gone & {total, *members}:
            others = [one for one in [total, *members] if one != cell and sums[one] > 0]
            assert not others or could_be(total, members, sums, gone, cell)


def test_what_the_reader_knows_hides_nothing() -> None:
    """Whoever knows the blue ones takes them from the sum: another must hide the small number."""
    sums = with_sums({("yes", "blue"): 7, ("yes", "red"): 3, ("yes", "green"): 30})
    known = {cell for cell in sums if cell[1] == "blue"}
    gone = suppressed(sums, known)
    assert ("yes", "blue") in suppressed(sums)
    assert not gone & known
    assert {("yes", "red"), ("yes", "green")} <= gone


def test_a_small_number_that_the_reader_knows_is_shown() -> None:
    sums = with_sums({("yes", "blue"): 3, ("yes", "red"): 40})
    assert suppressed(sums, {cell for cell in sums if cell[1] == "blue"}) == set()
