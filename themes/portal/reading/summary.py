"""A finished checklist, sorted for looking at: strengths first."""

from typing import Any

SHOWN = 5  # of what is suggested; the others are one tap away


def by_area(strengths: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The strengths of each area of life together, in the order of the questionnaire."""
    areas: dict[str, dict[str, Any]] = {}
    for one in strengths:
        area = areas.setdefault(one["domain"]["code"], {"domain": one["domain"], "questions": []})
        area["questions"].append(one["question"])
    return list(areas.values())


def summary_context(plan: dict[str, Any]) -> dict[str, Any]:
    summary = plan["summary"]
    focus = summary["focus"] if summary else []
    return {
        "summary": summary,
        "strengths": by_area(summary["strengths"]) if summary else [],
        "better": [one for one in plan["stateOfPlay"] if one["change"] == "UP"],
        "harder": [one for one in plan["stateOfPlay"] if one["change"] == "HARDER"],
        "focus": [{**one, "first": not place, "last": place == len(focus) - 1} for place, one in enumerate(focus)],
        "focus_left": len(focus) - SHOWN,
    }


def put(codes: list[str], code: str, where: str) -> list[str]:
    """The codes with one of them a step up or down; as they were for a code that is not there, or has no step to go."""
    if code not in codes:
        return codes
    place = codes.index(code)
    other = place - 1 if where == "up" else place + 1
    if not 0 <= other < len(codes):
        return codes
    moved = [*codes]
    moved[place], moved[other] = moved[other], moved[place]
    return moved
