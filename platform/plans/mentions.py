"""What else in a plan speaks to a matter of Schedule 1: its goals, its to-do list and the questions of the checklist.

Each question says which matters it is about. A goal or an action is about those of its question, or else of its area of
life: an area is about a matter when a third or more of its questions are. What happens if a goal does not work speaks
to the contingency.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from leavingwell.platform.plans.models import Action, Goal, Plan, PlanMatter

Matter = PlanMatter.Matter
SHARE = 1 / 3
Numbers = set[int]
FORGOTTEN = (Action.Status.DROPPED,)


@dataclass
class Mentions:
    """`questions` counts those of the latest checklist that are about the matter, `answered` those with an answer."""

    goals: list[Goal] = field(default_factory=list)
    actions: list[Action] = field(default_factory=list)
    questions: int = 0
    answered: int = 0


def numbers_of_questions(content: Mapping[str, Any]) -> dict[str, Numbers]:
    return {
        question["code"]: set(question.get("schedule_1") or ())
        for domain in content["domains"]
        for question in domain["questions"]
    }


def numbers_of_domains(content: Mapping[str, Any], of_questions: Mapping[str, Numbers]) -> dict[str, Numbers]:
    found = {}
    for domain in content["domains"]:
        times = Counter(number for question in domain["questions"] for number in of_questions[question["code"]])
        enough = SHARE * len(domain["questions"])
        found[domain["code"]] = {number for number, asked in times.items() if asked >= enough}
    return found


def mentions(plan: Plan) -> dict[int, Mentions]:
    """For each of the ten matters; empty ones while there is no checklist. Five queries at most."""
    found = {int(matter): Mentions() for matter in Matter}
    response = plan.review.response if plan.review else None
    if response is None:
        return found
    content = response.questionnaire_version.content
    questions = numbers_of_questions(content)
    domains = numbers_of_domains(content, questions)
    answered = set(response.answers.values_list("question_code", flat=True))
    for code, numbers in questions.items():
        for number in numbers:
            found[number].questions += 1
            found[number].answered += code in answered
    for goal in plan.goals.filter(state=Goal.State.OPEN).select_related("domain"):
        for number in numbers_of_goal(goal, domains):
            found[number].goals.append(goal)
    for action in plan.actions.exclude(status__in=FORGOTTEN).select_related("domain"):
        for number in numbers_of_action(action, questions, domains):
            found[number].actions.append(action)
    return found


def numbers_of_goal(goal: Goal, domains: Mapping[str, Numbers]) -> Numbers:
    about = domains.get(goal.domain.code, set()) if goal.domain else set()
    return about | ({int(Matter.CONTINGENCY)} if goal.contingency else set())


def numbers_of_action(action: Action, questions: Mapping[str, Numbers], domains: Mapping[str, Numbers]) -> Numbers:
    if numbers := questions.get(action.question_code):
        return numbers
    return domains.get(action.domain.code, set()) if action.domain else set()
