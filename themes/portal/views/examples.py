from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from leavingwell.themes.portal.access import signed_in
from leavingwell.themes.portal.api import ask, one


@signed_in
@require_safe
def examples(request: HttpRequest) -> HttpResponse:
    """Plans of people who are made up, to see what a good one looks like."""
    return render(request, "portal/examples.html", ask(request, "example-plans"))


@signed_in
@require_safe
def example(request: HttpRequest, code: str) -> HttpResponse:
    found = {one["code"]: one for one in ask(request, "example-plans")["examplePlans"]}
    plan = one(found.get(code))
    return render(request, "portal/example.html", {"example": plan, "goals": goals_of(plan), "others": others_of(plan)})


def goals_of(plan: dict[str, Any]) -> list[dict[str, Any]]:
    """Each goal with its steps."""
    return [
        {**goal, "actions": [action for action in plan["actions"] if action["goalId"] == goal["id"]]}
        for goal in plan["goals"]
    ]


def others_of(plan: dict[str, Any]) -> list[dict[str, Any]]:
    return [action for action in plan["actions"] if not action["goalId"]]
