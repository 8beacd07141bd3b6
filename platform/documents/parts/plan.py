"""Everything that a plan's document shows. A constant number of queries."""

from typing import Any

from leavingwell.platform.documents.labels import CHANGES, PHASES
from leavingwell.platform.documents.parts.answers import areas, everything_said, wanted
from leavingwell.platform.documents.parts.goals import finished, goals_of, steps_of, still_to_do
from leavingwell.platform.documents.parts.matters import schedules_of
from leavingwell.platform.documents.parts.people import people_around, worker_of
from leavingwell.platform.documents.parts.review import review_of
from leavingwell.platform.documents.parts.words import Languages, Signed, signed
from leavingwell.platform.plans.models import Action, Comment, Plan
from leavingwell.platform.plans.models.comment import WHAT_MATTERS
from leavingwell.platform.plans.state_of_play import checklists_of, state_of_play
from leavingwell.questionnaires.models import Domain
from leavingwell.translations.localised import first_text, localised

AROUND = (
    "council",
    "young_person__person",
    "young_person__team__manager",
    "review__submitted_by",
    "review__authorised_by",
    "review__worker_part_by",
)


def plan_with_people(pk: Any) -> Plan:
    plan: Plan = Plan.objects.select_related(*AROUND).get(pk=pk)
    return plan


def standings(plan: Plan, languages: Languages) -> list[dict[str, Any]]:
    return [
        {
            "title": first_text(one.domain["title"], languages),
            "phase": one.phase.value,
            "phase_label": PHASES[one.phase],
            "change": one.change.value if one.change else "",
            "change_label": CHANGES[one.change] if one.change else "",
        }
        for one in state_of_play(plan)
    ]


def is_what_matters(comment: Comment) -> bool:
    """The young person's own; an answer to it is a comment like others."""
    return comment.part == WHAT_MATTERS and comment.answers_id is None


def comments_on(plan: Plan, languages: Languages) -> dict[str, list[Signed]]:
    """What matters to the young person, the newest first; and all else that was written, the oldest first.

    What is for the worker and the manager alone stays out: the whole team can fetch the file, and it is handed on.
    """
    titles = {domain.code: localised(domain, "title", languages) for domain in Domain.objects.all()}
    rows = list(plan.comments.exclude(audience=Comment.Audience.WORKER).select_related("author"))
    matters = [signed(row) for row in rows if is_what_matters(row)]
    others = [signed(row, titles.get(row.part)) for row in rows if not is_what_matters(row)]
    return {"what_matters": matters[::-1], "comments": others}


def content_of(plan: Plan, languages: Languages) -> dict[str, Any]:
    checklists = checklists_of(plan)
    responses = [response for response in (checklists.latest, checklists.earlier) if response]
    steps = steps_of(plan, languages)
    said = everything_said(plan, responses, languages)
    worker = worker_of(plan)
    return {
        "plan": plan,
        "review": plan.review,
        "name": plan.young_person.person.name,
        "worker": worker,
        "standings": standings(plan, languages),
        "goals": goals_of(plan, steps, languages),
        "to_do": still_to_do(steps),
        "done": finished(steps, Action.Status.DONE),
        "dropped": finished(steps, Action.Status.DROPPED),
        "areas": areas(said, responses, languages),
        "wanted": wanted(said, steps),
        "people": people_around(plan, worker, languages),
        **schedules_of(plan),
        **review_of(plan),
        **comments_on(plan, languages),
    }
