"""A whole plan and a manager's caseload through GraphQL, against a view that is written by hand for just that.

`python benchmarks/plans.py`
"""

import sys
from pathlib import Path
from typing import Any

import django
from _measuring import Visit, measure

ACTIONS, COMMENTS = 30, 60
CONTRACT = Path(__file__).parents[1] / "tests" / "contract"


def by_hand_plan(request: Any, plan: str) -> Any:
    """The rows of one plan as they stand in the tables, for whoever may see the plan."""
    from django.http import JsonResponse

    from leavingwell.platform.access.operations import Operation
    from leavingwell.platform.access.permissions import visible
    from leavingwell.platform.plans.models import Action, Comment, Goal, Plan
    from leavingwell.questionnaires.models import Answer

    found = visible(Plan.objects.filter(pk=plan), request.viewer, Operation.VIEW_PLAN, "young_person")
    rows = {
        "plan": found.values("id", "review__state", "review__response", "young_person__person__name"),
        "goals": Goal.objects.filter(plan=plan).values("id", "words", "domain__code", "contingency"),
        "actions": Action.objects.filter(plan=plan).values("id", "title", "status", "due_on", "domain__code"),
        "comments": Comment.objects.filter(plan=plan).values("id", "body", "author__name", "written_at"),
        "answers": Answer.objects.filter(response__review__plan=plan).values(
            "question_code", "kind", "choice", "comment", "answered_by__name", "typed_by__name", "channel"
        ),
    }
    return JsonResponse({name: list(values) for name, values in rows.items()})


def by_hand_caseload(request: Any) -> Any:
    from django.http import JsonResponse

    from leavingwell.platform.plans.caseload import caseload

    rows = caseload(request.viewer)
    shown = rows[:100].values("id", "person__name", "date_of_birth", "state", "review_state", "review_due_on")
    return JsonResponse({"total": rows.count(), "people": list(shown)})


def mount() -> None:
    """Behind the same middleware as everything else."""
    from django.urls import path

    from leavingwell.platform.urls import council

    council.urlpatterns[:0] = [path("by-hand/<uuid:plan>/", by_hand_plan), path("by-hand/", by_hand_caseload)]


def signed_in(name: str) -> Any:
    from django.conf import settings
    from django.test import Client

    from leavingwell.platform.people.models import Person

    person = Person.objects.select_related("user").get(name=name)
    client = Client(HTTP_HOST=person.council.host)
    client.force_login(person.user, backend=settings.AUTHENTICATION_BACKENDS[0])
    return client


def grow(plan: Any) -> None:
    """To 66 answers, 30 actions and 60 comments."""
    from leavingwell.platform.plans.models import Action, Comment
    from leavingwell.platform.plans.services.actions import add_action
    from leavingwell.platform.plans.services.comments import add_comment

    owner = plan.young_person.person
    for number in range(ACTIONS - Action.objects.filter(plan=plan).count()):
        add_action(plan, title=f"Step {number}", by=owner, language="en", domain="HOME", owner_ids=[owner.pk])
    for number in range(COMMENTS - Comment.objects.filter(plan=plan).count()):
        add_comment(plan, body=f"Words {number}", by=owner, language="en")


def visits() -> dict[str, dict[str, Visit]]:
    from strawberry.relay import to_base64

    from leavingwell.platform.plans.models import Plan

    plan = Plan.objects.select_related("young_person__person").get(young_person__person__name="Wren")
    grow(plan)
    wren, manager = signed_in("Wren"), signed_in("Sable")

    def ask(client: Any, name: str, **variables: Any) -> Visit:
        body = {"query": (CONTRACT / f"{name}.graphql").read_text(), "variables": variables}
        return lambda: client.post("/graphql/", body, content_type="application/json")

    return {
        "the whole plan": {
            "by hand": lambda: wren.get(f"/by-hand/{plan.pk}/"),
            "GraphQL": ask(wren, "plan", id=to_base64("Plan", str(plan.pk))),
        },
        "the manager's caseload, 100 of it": {
            "by hand": lambda: manager.get("/by-hand/"),
            "GraphQL": ask(manager, "caseload", first=100),
        },
    }


def main() -> None:
    django.setup()
    from leavingwell.platform.councils.models import Council
    from leavingwell.platform.councils.scope import scope

    mount()
    with scope(Council.objects.get(slug="northmoor")):
        ways = visits()
    sys.stdout.write(f"{'what':<46}{'queries':>8}{'ms':>9}{'ratio':>8}\n")
    for what, of_one in ways.items():
        measured = {way: measure(visit) for way, visit in of_one.items()}
        _queries, least = measured["by hand"]
        for way, (queries, milliseconds) in measured.items():
            sys.stdout.write(f"{f'{what}: {way}':<46}{queries:>8}{milliseconds:>9.1f}{milliseconds / least:>8.1f}\n")


if __name__ == "__main__":
    main()
