"""What plans have of what a good one has: of one, and of a few side by side."""

from typing import Any

from leavingwell.themes.portal.figure_words import OUTCOMES, QUALITY


def points_of(answers: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """What is missing stands first."""
    rows = [{"word": QUALITY[one["point"]], "met": one["met"]} for one in answers]
    return sorted(rows, key=lambda row: row["met"])


def side_by_side(plans: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """A row for each point: which of the plans have it, and how many."""
    told = [{one["point"]: one["met"] for one in plan["points"]} for plan in plans]
    rows = []
    for point, word in QUALITY.items():
        cells = [one.get(point, False) for one in told]
        rows.append({"word": word, "cells": cells, "number": sum(cells)})
    return rows


def findings(plans: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """What was found last by whoever read each of them; those that nobody has read stand first."""
    told = [{"plan": plan, **told_of(plan["judgement"])} for plan in plans]
    return sorted(told, key=lambda row: row["judgement"] is not None)


def told_of(judgement: dict[str, Any] | None) -> dict[str, Any]:
    if judgement is None:
        return {"judgement": None}
    notes = [{"word": QUALITY[one["point"]], "note": one["note"]} for one in judgement["notes"]]
    return {"judgement": judgement, "word": OUTCOMES[judgement["outcome"]], "notes": notes}


def weakest(rows: list[dict[str, Any]], number: int) -> list[dict[str, Any]]:
    """What fewest of them have, worth talking about; nothing that all have."""
    return sorted((row for row in rows if row["number"] < number), key=lambda row: row["number"])[:2]
