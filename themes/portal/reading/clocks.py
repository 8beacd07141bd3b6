"""Clocks as people read them: what it is, how it stands, and the mark beside it."""

from typing import Any

from leavingwell.themes.portal.case_words import CLOCK_STATES, CLOCKS

LOOK = {"OVERDUE": "look", "DUE": "look", "SOON": "two", "DONE": "good"}
ORDER = ("OVERDUE", "DUE", "SOON", "OK", "DONE")


def clock_row(clock: dict[str, Any]) -> dict[str, Any]:
    state = clock["state"]
    return {**clock, "word": CLOCKS[clock["kind"]], "state_word": CLOCK_STATES[state], "look": LOOK.get(state, "")}


def clock_rows(clocks: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The most urgent first."""
    rows = [clock_row(clock) for clock in clocks]
    return sorted(rows, key=lambda row: (ORDER.index(row["state"]), row["dueOn"]))


def counts(totals: list[dict[str, Any]]) -> dict[str, int]:
    """How many clocks are in each state, over all kinds."""
    return {state: sum(one["count"] for one in totals if one["state"] == state) for state in ORDER}


def by_kind(totals: list[dict[str, Any]], states: tuple[str, ...]) -> list[dict[str, Any]]:
    """A row for each kind that has any in these states."""
    rows = []
    for kind, word in CLOCKS.items():
        found = {one["state"]: one["count"] for one in totals if one["kind"] == kind}
        if any(found.get(state) for state in states):
            rows.append({"kind": kind, "word": word, "counts": [found.get(state, 0) for state in states]})
    return rows
