"""What else in a plan speaks to a matter of Schedule 1: its goals, its to-do list and the questions of the checklist.

Each question says which matters it is about. A goal or an action is about those of its question, or else of its area of
life: an area is about a matter when a third or more of its questions are. What happens if a goal does not work speaks
to the contingency.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from leavingwell.platform.plans.models import Action, Goal, Plan, PlanMatter, Review
from leavingwell.platform.plans.together import for_each, of_each
from leavingwell.questionnaires.models import Answer, Response

Matter = PlanMatter.Matter
SHARE = 1 / 3
Numbers = set[int]


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


@dataclass
class Sources:
    """What of a plan can speak to its matters. `response` is None while there is no checklist."""

    response: Response | None
    answered: set[str]
    goals: list[Goal]
    actions: list[Action]


def read_sources(plans: Sequence[Plan]) -> list[Sources]:
    """Four queries."""
    reviews = Review.objects.filter(pk__in=[plan.review_id for plan in plans]).select_related("response")
    responses = {review.plan_id: review.response for review in reviews}
    keys = [plan.pk for plan in plans]
    latest = [responses.get(key) for key in keys]
    given = Answer.objects.filter(response__in=responses.values()).values_list("response_id", "question_code")
    answered = of_each([one and one.pk for one in latest], given, lambda pair: pair[0])
    goals = Goal.objects.filter(plan__in=plans, state=Goal.State.OPEN).select_related("domain")
    actions = Action.objects.filter(plan__in=plans).exclude(status__in=Action.NOT_ON_THE_LIST).select_related("domain")
    return [
        Sources(response, {question for _response, question in pairs}, theirs, to_do)
        for response, pairs, theirs, to_do in zip(
            latest,
            answered,
            of_each(keys, goals, lambda goal: goal.plan_id),
            of_each(keys, actions, lambda action: action.plan_id),
            strict=True,
        )
    ]


def mentions(plan: Plan) -> dict[int, Mentions]:
    """For each of the ten matters; empty ones while there is no checklist."""
    found = {int(matter): Mentions() for matter in Matter}
    sources = for_each(plan, "sources_of_mentions", read_sources)
    if sources.response is None:
        return found
    content = sources.response.questionnaire_version.content
    questions = numbers_of_questions(content)
    domains = numbers_of_domains(content, questions)
    for code, numbers in questions.items():
        for number in numbers:
            found[number].questions += 1
            found[number].answered += code in sources.answered
    for goal in sources.goals:
        for number in numbers_of_goal(goal, domains):
            found[number].goals.append(goal)
    for action in sources.actions:
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
