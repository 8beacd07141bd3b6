"""Where a review stands, for those who work on it: its steps, what to put right, and what it may still want."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from leavingwell.themes.portal.reading.todo import nodes
from leavingwell.themes.portal.tags.days import day

WORKED_ON = ("DRAFT", "RETURNED")
GONE = ("DONE", "DROPPED")


def review_context(person: dict[str, Any], sections: list[dict[str, Any]]) -> dict[str, Any]:
    plan = person["plan"]
    review = plan["review"] or {}
    actions = nodes(plan["actions"])
    return {
        "review": review,
        "reasons": with_titles(review.get("returnReasons", ()), sections),
        "not_ready": " ".join(not_ready(review, person["preferredName"])),
        "still_to_try": still_to_try(plan["writingWithout"]),
        "wishes": [one for one in actions if one["status"] == "DRAFT"],
        "open_actions": [one for one in actions if one["status"] not in (*GONE, "DRAFT")],
        "agreed": next((one["number"] for one in plan["reviews"] if one["authorisedAt"]), None),
        "worked_on": review.get("state") in WORKED_ON,
        "may_try_without": may_try_without(plan, review),
    }


def not_ready(review: dict[str, Any], name: str) -> list[str]:
    """What a worker may have overlooked before they hand a plan in, in sentences. None of it stops them."""
    found = []
    if not review.get("youngPersonPartAt") and not review.get("writtenWithout"):
        found.append(_("%(name)s has not done their part yet.") % {"name": name})
    if not review.get("workerPartAt"):
        found.append(_("Your part is empty."))
    if left := sum(not one["answeredAt"] for one in review.get("returnReasons", ())):
        sentence = ngettext(
            "%(number)d thing that you were asked to put right is not ticked.",
            "%(number)d things that you were asked to put right are not ticked.",
            left,
        )
        found.append(sentence % {"number": left})
    return found


def with_first_day(person: dict[str, Any]) -> dict[str, Any]:
    """The same, with the review due when the clock of the first plan says while it runs: one day on every page."""
    plan = person["plan"] or {}
    days = [clock["dueOn"] for clock in person["clocks"] if clock["kind"] == "FIRST_PLAN"]
    if not days or not plan.get("review"):
        return person
    return {**person, "plan": {**plan, "review": {**plan["review"], "dueOn": days[0]}}}


def may_try_without(plan: dict[str, Any], review: dict[str, Any]) -> bool:
    """Whether the page tells what it takes to write the plan without them: also to who must wait, as they took part."""
    codes = {one["operation"]: one["code"] for one in plan["whyNot"]}
    is_theirs = "WRITE_WITHOUT" in plan["permissions"] or codes.get("WRITE_WITHOUT") == "TOOK_PART"
    return is_theirs and review.get("state") in WORKED_ON and not review.get("youngPersonPartAt")


def with_titles(reasons: Any, sections: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Why it was sent back, the latest time first, each with the name of its section."""
    titles = {section["code"]: section["title"] for section in sections}
    named = [{**one, "title": titles.get(one["section"], one["section"])} for one in reasons]
    return sorted(named, key=lambda one: one["at"], reverse=True)


def still_to_try(tries: dict[str, Any] | None) -> list[str]:
    """What a plan written without the young person still needs, in sentences."""
    if tries is None or tries["allowed"]:
        return []
    found = []
    if tries["triesMissing"]:
        number = tries["triesMissing"]
        found.append(ngettext("%(number)d more try.", "%(number)d more tries.", number) % {"number": number})
    if tries["waysMissing"]:
        number = tries["waysMissing"]
        other = ngettext("At least %(number)d other way.", "At least %(number)d other ways.", number)
        ways = ngettext("In at least %(number)d way.", "In at least %(number)d different ways.", number)
        found.append((other if tries["triesMade"] else ways) % {"number": number})
    if tries["notBefore"]:
        found.append(_("The last try not before %(day)s.") % {"day": day(tries["notBefore"])})
    return found
