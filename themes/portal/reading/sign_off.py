"""What a manager looks for: what is new since the plan was last agreed, and what may be missing."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from leavingwell.themes.portal.reading.changes import is_anything
from leavingwell.themes.portal.reading.plan import last_agreed
from leavingwell.themes.portal.reading.todo import nodes


def changes(plan: dict[str, Any], told: dict[str, Any] | None) -> dict[str, Any]:
    """What is new since the plan was last agreed. `told` is what the API says of it; None for the first plan."""
    agreed = last_agreed(plan)
    moved = [standing for standing in plan["stateOfPlay"] if standing["change"] in ("UP", "HARDER")]
    return {
        "since": agreed["authorisedAt"] if agreed else None,
        "number": agreed["number"] if agreed else None,
        "told": told,
        "moved": moved,
        "anything": bool(moved) or bool(told and is_anything(told)),
    }


def more_to_do(actions: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The actions without a goal: what is still to do by its day, then what was done, the newest first."""
    found = [action for action in actions if not action["goalId"]]
    done = [action for action in found if action["status"] == "DONE"]
    left = [action for action in found if action["status"] != "DONE"]
    by_newest = sorted(done, key=lambda action: action["doneAt"] or "", reverse=True)
    return [*sorted(left, key=lambda action: action["dueOn"] or "9999"), *by_newest]


def not_ready(plan: dict[str, Any]) -> list[str]:
    """What somebody who decides should know first: whose part is missing, and what was asked for and not put right."""
    review, found = plan["review"], []
    if not review["youngPersonPartAt"] and not review["writtenWithout"]:
        found.append(_("The young person has not done their part."))
    if not review["workerPartAt"]:
        found.append(_("The worker's part is empty."))
    if left := sum(not one["answeredAt"] for one in review["returnReasons"]):
        sentence = ngettext(
            "%(number)d thing that was asked for is not marked as put right.",
            "%(number)d things that were asked for are not marked as put right.",
            left,
        )
        found.append(sentence % {"number": left})
    return found


def worth_a_look(plan: dict[str, Any]) -> list[str]:
    """More gaps that a manager may want to ask about. Advice only."""
    goals = [goal for goal in plan["goals"] if goal["state"] == "OPEN"]
    found = []
    if not nodes(plan["ownWords"]):
        found.append(_("The young person's own words are not there yet."))
    if not goals:
        found.append(_("There is no goal."))
    no_back_up = sum(not goal["contingency"] for goal in goals)
    no_steps = sum(not goal["actions"] for goal in goals)
    left = sum(standing["applicable"] - standing["answered"] for standing in plan["stateOfPlay"])
    counted = (
        (
            no_back_up,
            ngettext("%(number)d goal has no back-up plan.", "%(number)d goals have no back-up plan.", no_back_up),
        ),
        (no_steps, ngettext("%(number)d goal has no steps.", "%(number)d goals have no steps.", no_steps)),
        (left, ngettext("%(number)d question is not answered.", "%(number)d questions are not answered.", left)),
    )
    return [*found, *(sentence % {"number": number} for number, sentence in counted if number)]
