"""A plan as it was agreed at one review, sorted for reading as the plan of today is."""

from typing import Any

from leavingwell.themes.portal.reading.plan import OFF_THE_LIST

HIGHEST = 2**31 - 1  # what an `Int` of the API holds: a greater number is no review's


def version_context(then: dict[str, Any], reviews: list[dict[str, Any]]) -> dict[str, Any]:
    actions = [one for one in then["actions"] if one["status"] not in OFF_THE_LIST]
    kept = {goal["id"] for goal in then["goals"] if goal["state"] != "DROPPED"}
    agreed = sorted(one["number"] for one in reviews if one["authorisedAt"])
    number = then["review"]["number"]
    return {
        "then": then,
        "goals": goals_of(then, actions),
        "let_go": [goal for goal in then["goals"] if goal["state"] == "DROPPED"],
        "others": [one for one in actions if one["goalId"] not in kept],
        "earlier": next((one for one in reversed(agreed) if one < number), None),
        "later": next((one for one in agreed if one > number), None),
    }


def goals_of(then: dict[str, Any], actions: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Each goal with its steps; what was reached comes last."""
    goals = [
        {**goal, "actions": [one for one in actions if one["goalId"] == goal["id"]]}
        for goal in then["goals"]
        if goal["state"] != "DROPPED"
    ]
    return sorted(goals, key=lambda goal: (goal["state"] == "REACHED", goal["term"] == "LONG"))
