"""What was said and done around a plan, sorted for reading."""

from typing import Any

from leavingwell.themes.portal.reading.plan import last_agreed
from leavingwell.themes.portal.reading.todo import nodes

WHAT_MATTERS = "what_matters"
FEW = 3


def now_and_before(plan: dict[str, Any]) -> dict[str, Any]:
    return {
        "help_wanted": [one for one in plan["said"] if one["wantsHelp"]],
        "own_answers": own_answers(plan),
        "comments": said_last(plan),
        "last_agreed": last_agreed(plan),
        "new_goals": new_since_agreed(plan),
    }


def own_answers(plan: dict[str, Any]) -> list[dict[str, Any]]:
    """What was said in words at the questions, area by area."""
    areas: dict[str, dict[str, Any]] = {}
    for one in plan["said"]:
        if one["comment"] or one["workerNote"]:
            areas.setdefault(one["domain"]["code"], {**one["domain"], "said": []})["said"].append(one)
    return list(areas.values())


def said_last(plan: dict[str, Any]) -> list[dict[str, Any]]:
    """The last of what people say; the young person's own words stand above it."""
    comments = nodes(plan["comments"])
    return [one for one in comments if one["part"] != WHAT_MATTERS or one["inAnswerTo"]][-FEW:]


def new_since_agreed(plan: dict[str, Any]) -> list[dict[str, Any]]:
    agreed = last_agreed(plan)
    if agreed is None:
        return []
    return [goal for goal in plan["goals"] if goal["addedAt"] > agreed["authorisedAt"]]
