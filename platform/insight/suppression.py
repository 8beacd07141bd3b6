"""Hiding small numbers: in one place, for screen, API and export alike (domain.md 2B).

A count of 1 to 5 is hidden. So that nobody can work it out from a total, another count of the same row is hidden with
it; rows run along every way a table can be cut, so that asking first for all ages and then for each of them tells no
more. Zero is a true zero, but where only a few answered: there nothing is told, since one hidden number among zeros
would say what each of them said. A rate is never made from hidden parts.
"""

from collections import Counter
from collections.abc import Container, Hashable, Iterable, Iterator, Mapping
from itertools import product

SMALLEST_SHOWN = 6
ALL = None  # stands for the sum along a way
Cell = tuple[Hashable | None, ...]


def with_sums(counts: Mapping[Cell, int]) -> dict[Cell, int]:
    """The counts and every sum of them: each part of a cell can be `ALL`."""
    sums: Counter[Cell] = Counter()
    for cell, count in counts.items():
        for place in product(*((part, ALL) for part in cell)):
            sums[place] += count
    return dict(sums)


def rows(cells: Iterable[Cell]) -> Iterator[tuple[Cell, list[Cell]]]:
    """Each sum with the cells that it is the sum of, along each way."""
    parts: dict[tuple[int, Cell], list[Cell]] = {}
    for cell in cells:
        for way, part in enumerate(cell):
            if part is not ALL:
                total = (*cell[:way], ALL, *cell[way + 1 :])
                parts.setdefault((way, total), []).append(cell)
    for (_way, total), members in parts.items():
        yield total, members


def can_be_worked_out(
    total: Cell, members: list[Cell], counts: Mapping[Cell, int], hidden: set[Cell], known: Container[Cell]
) -> bool:
    """One hidden number among shown ones is the difference; several small ones leave too little doubt."""
    inside = [cell for cell in members if cell in hidden]
    if total in hidden:
        return not inside and any(counts[cell] for cell in members if cell not in known)
    return bool(inside) and (len(inside) == 1 or sum(counts[cell] for cell in inside) < SMALLEST_SHOWN)


def hide_one_more(
    total: Cell, members: list[Cell], counts: Mapping[Cell, int], hidden: set[Cell], known: Container[Cell]
) -> None:
    shown = [cell for cell in members if cell not in hidden and cell not in known and counts[cell] > 0]
    hidden.add(min(shown, key=lambda cell: (counts[cell], repr(cell))) if shown else total)


def of_few(counts: Mapping[Cell, int]) -> set[Cell]:
    """All cells, zeros too, at places whose sum over the first part is small."""
    few = [cell[1:] for cell, count in counts.items() if cell[0] is ALL and 0 < count < SMALLEST_SHOWN]
    return {(what, *place) for what in {cell[0] for cell in counts} for place in few}


def suppressed(
    counts: Mapping[Cell, int], known: Container[Cell] = frozenset(), withheld: Container[Cell] = frozenset()
) -> set[Cell]:
    """The cells to hide of a table with all its sums (`with_sums`).

    `known` are those that the reader sees anyway, as the case team: hiding them would protect nobody. `withheld` are
    places of the table, without their first part, at which nothing is told (`apart`).
    """
    few = of_few(counts)
    counts = {**dict.fromkeys(few, 0), **counts}
    small = few | {cell for cell, count in counts.items() if 0 < count < SMALLEST_SHOWN}
    hidden = {cell for cell in counts if (cell in small or cell[1:] in withheld) and cell not in known}
    every = list(rows(counts))
    changed = True
    while changed:
        changed = False
        for total, members in every:
            if can_be_worked_out(total, members, counts, hidden, known):
                hide_one_more(total, members, counts, hidden, known)
                changed = True
    return hidden


def apart(now: Mapping[Cell, int], then: Mapping[Cell, int], both: Mapping[Cell, int]) -> set[Cell]:
    """The places at which two tables of the same question count all but a few of the same answers.

    Told side by side, the few are their difference. So each table must hold enough answers that the other does not;
    two that hold the very same ones tell nothing more.
    """
    found = set()
    for place, shared in both.items():
        alone = (now[place] - shared, then[place] - shared)
        if any(alone) and min(alone) < SMALLEST_SHOWN:
            found.add(place)
    return found
