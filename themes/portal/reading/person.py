"""A young person sorted for the case team's one screen."""

from typing import Any

from leavingwell.themes.portal.case_words import CAUSES
from leavingwell.themes.portal.reading.caseload import act_for
from leavingwell.themes.portal.reading.clocks import clock_rows
from leavingwell.themes.portal.reading.lately import lately
from leavingwell.themes.portal.reading.plan import last_agreed
from leavingwell.themes.portal.reading.todo import asked_for, nodes, open_actions

LOW = 2  # faces up to this one say that things are not good
NO_PLAN: dict[str, Any] = {
    "actions": {"edges": []},
    "ownWords": {"edges": []},
    "response": None,
    "reviews": [],
    "goals": [],
    "goalProgress": [],
    "stateOfPlay": [],
}


def person_context(found: dict[str, Any]) -> dict[str, Any]:
    plan = found["plan"] or NO_PLAN
    own = nodes(plan["ownWords"])
    agreed = last_agreed(plan)
    return {
        "needs": needs_of(found),
        "crisis": crisis_now(found),
        "state_since": state_since(found),
        "what_matters": own[-1] if own else None,
        "requests": with_words(asked_for(plan["actions"]), plan["response"]),
        "actions": open_actions(plan["actions"]),
        "check_ins": nodes(found["checkIns"])[::-1],
        "said": [one for one in nodes(found["checkIns"]) if one["note"]],
        "low": lowest_now(nodes(found["checkIns"])),
        "goals": open_goals(plan),
        "clocks": [one for one in clock_rows(found["clocks"]) if one["state"] != "DONE"],
        "lately": lately(found),
        "last_agreed": agreed["authorisedAt"] if agreed else None,
        "copies": agreed["copies"] if agreed else [],
        "home_now": next((home for home in found["homes"] if not home["movedOutOn"]), None),
    }


def needs_of(found: dict[str, Any]) -> list[dict[str, Any]]:
    """Each reason with its act; a crisis that somebody described is shown in its own words."""
    told = {"IN_CRISIS"} if crisis_now(found) else set()
    return [{**one, "act": act_for(found, one)} for one in found["attention"] if one["code"] not in told]


def with_words(requests: list[dict[str, Any]], response: dict[str, Any] | None) -> list[dict[str, Any]]:
    """Each request with what the young person wrote at its question."""
    answers = {answer["question"]["code"]: answer for answer in response["answers"]} if response else {}
    return [{**one, "answer": answers.get(one["questionCode"])} for one in requests]


def open_goals(plan: dict[str, Any]) -> list[dict[str, Any]]:
    """Those for soon first; each with how far it is and whose turn it is."""
    progress = {one["goalId"]: one for one in plan["goalProgress"]}
    goals = [with_progress(goal, progress.get(goal["id"])) for goal in plan["goals"] if goal["state"] == "OPEN"]
    return sorted(goals, key=lambda goal: goal["term"] == "LONG")


def with_progress(goal: dict[str, Any], progress: dict[str, Any] | None) -> dict[str, Any]:
    steps = sum(progress[name] for name in ("done", "open", "stuck")) if progress else 0
    return {**goal, "progress": progress, "steps": steps}


def crisis_now(found: dict[str, Any]) -> dict[str, Any] | None:
    """The one that is not over, with its cause in words."""
    crisis = next((one for one in found["crises"] if not one["closedOn"]), None)
    return crisis and {**crisis, "word": CAUSES[crisis["cause"]]}


def state_since(found: dict[str, Any]) -> str | None:
    """Since when they are as they are; None where nobody noted a change."""
    changes = found["stateChanges"]
    return changes[0]["at"] if changes and changes[0]["after"] == found["state"] else None


def lowest_now(check_ins: list[dict[str, Any]]) -> dict[str, Any] | None:
    """The latest check-in, where it says that things are not good: it may become a goal."""
    return check_ins[0] if check_ins and check_ins[0]["face"] <= LOW else None
