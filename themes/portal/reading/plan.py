"""A plan sorted for reading: own words first, goals with their steps, then who wrote what."""

from typing import Any

from leavingwell.themes.portal.reading.todo import nodes

WHAT_MATTERS = "what_matters"
FEW = 3
OFF_THE_LIST = {"DROPPED", "DRAFT"}


def plan_context(plan: dict[str, Any]) -> dict[str, Any]:
    own = nodes(plan["ownWords"])
    return {
        "what_matters": own[-1] if own else None,
        "said_before": own[:-1][::-1],
        "help_wanted": [one for one in plan.get("said", ()) if one["wantsHelp"]],
        "own_answers": own_answers(plan),
        "comments": said_last(plan),
        "goals": goals_in_order(plan),
        "let_go": [goal for goal in plan["goals"] if goal["state"] == "DROPPED"],
        "last_agreed": last_agreed(plan),
        "new_goals": new_since_agreed(plan),
    }


def own_answers(plan: dict[str, Any]) -> list[dict[str, Any]]:
    """What was said in words at the questions, area by area. Sign-off does without."""
    areas: dict[str, dict[str, Any]] = {}
    for one in plan.get("said", ()):
        if one["comment"] or one["workerNote"]:
            areas.setdefault(one["domain"]["code"], {**one["domain"], "said": []})["said"].append(one)
    return list(areas.values())


def said_last(plan: dict[str, Any]) -> list[dict[str, Any]]:
    """The last of what people say; the young person's own words stand above it. Sign-off does without."""
    comments = nodes(plan.get("comments", {"edges": []}))
    return [one for one in comments if one["part"] != WHAT_MATTERS or one["inAnswerTo"]][-FEW:]


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
    return {**goal, "actions": actions, "done": done, "steps": steps, "progress": (progress or {}).get(goal["id"])}


def last_agreed(plan: dict[str, Any]) -> dict[str, Any] | None:
    """The latest review that was authorised."""
    return next((review for review in plan["reviews"] if review["authorisedAt"]), None)


def new_since_agreed(plan: dict[str, Any]) -> list[dict[str, Any]]:
    agreed = last_agreed(plan)
    if agreed is None:
        return []
    return [goal for goal in plan["goals"] if goal["addedAt"] > agreed["authorisedAt"]]
