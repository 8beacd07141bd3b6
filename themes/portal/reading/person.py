"""A young person sorted for the case team's one screen."""

from typing import Any

from leavingwell.themes.portal.reading.todo import asked_for, nodes, open_actions


def person_context(found: dict[str, Any]) -> dict[str, Any]:
    plan = found["plan"] or {"actions": {"edges": []}, "ownWords": {"edges": []}, "response": None, "reviews": []}
    own = nodes(plan["ownWords"])
    return {
        "what_matters": own[-1] if own else None,
        "requests": with_words(asked_for(plan["actions"]), plan["response"]),
        "actions": open_actions(plan["actions"]),
        "check_ins": nodes(found["checkIns"])[::-1],
        "last_agreed": next((review["authorisedAt"] for review in plan["reviews"] if review["authorisedAt"]), None),
    }


def with_words(requests: list[dict[str, Any]], response: dict[str, Any] | None) -> list[dict[str, Any]]:
    """Each request with what the young person wrote at its question."""
    answers = {answer["question"]["code"]: answer for answer in response["answers"]} if response else {}
    return [{**one, "answer": answers.get(one["questionCode"])} for one in requests]
