"""A plan sorted for reading: own words first, then goals with their steps."""

from typing import Any

from leavingwell.themes.portal.reading.todo import nodes

OFF_THE_LIST = {"DROPPED", "DRAFT"}


def plan_context(plan: dict[str, Any]) -> dict[str, Any]:
    own = nodes(plan["ownWords"])
    return {
        "what_matters": own[-1] if own else None,
        "said_before": own[:-1][::-1],
        "goals": goals_in_order(plan),
        "let_go": [goal for goal in plan["goals"] if goal["state"] == "DROPPED"],
        "last_agreed": last_agreed(plan),
    }


def goals_in_order(plan: dict[str, Any]) -> list[dict[str, Any]]:
    """What is for soon, what is for later, what is reached; each with its steps and whose turn it is."""
    progress = {one["goalId"]: one for one in plan.get("goalProgress", ())}  # the page of sign-off does without
    goals = [with_steps(goal, progress) for goal in plan["goals"] if goal["state"] != "DROPPED"]
    return sorted(goals, key=lambda goal: (goal["state"] == "REACHED", goal["term"] == "LONG"))


def with_steps(goal: dict[str, Any], progress: dict[str, Any] | None = None) -> dict[str, Any]:
    """A goal with its actions: what is done first, and a mark for each; `progress` maps its id to the API's."""
    actions = sorted(
        (action for action in goal["actions"] if action["status"] not in OFF_THE_LIST),
        key=lambda action: (action["status"] != "DONE", action["dueOn"] or "9999"),
    )
    done = sum(action["status"] == "DONE" for action in actions)
    steps = [place < done for place in range(len(actions))]
    told = (progress or {}).get(goal["id"])
    return {**goal, "actions": actions, "done": done, "steps": steps, "progress": told and with_next(told, actions)}


def with_next(progress: dict[str, Any], actions: list[dict[str, Any]]) -> dict[str, Any]:
    """Progress tells the next step by its id; what else there is to it stands among the goal's actions."""
    coming = progress["next"]
    if coming is None:
        return progress
    found = (action for action in actions if action["id"] == coming["action"]["id"])
    action = next(found, None)  # somebody may have finished it just now
    return {**progress, "next": action and {**coming, "action": action}}


def last_agreed(plan: dict[str, Any]) -> dict[str, Any] | None:
    """The latest review that was authorised."""
    return next((review for review in plan["reviews"] if review["authorisedAt"]), None)
