"""What else in a plan speaks to a matter of Schedule 1: its goals, its to-do list and the questions of the checklist.

Each question says which matters it is about. A goal or an action is about those of its question, or else of its area of
life: an area is about a matter when a third or more of its questions are. What happens if a goal does not work speaks
to the contingency.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from leavingwell.platform.plans.models import Action, Goal, Plan, PlanMatter, Review
from leavingwell.platform.plans.together import for_each
from leavingwell.questionnaires.models import Answer, Response

Matter = PlanMatter.Matter
SHARE = 1 / 3
Numbers = set[int]
NOT_ON_THE_LIST = (Action.Status.DRAFT, Action.Status.DROPPED)


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
    answered, goals, actions = defaultdict(set), defaultdict(list), defaultdict(list)
    given = Answer.objects.filter(response__in=responses.values())
    for response, question in given.values_list("response_id", "question_code"):
        answered[response].add(question)
    for goal in Goal.objects.filter(plan__in=plans, state=Goal.State.OPEN).select_related("domain"):
        goals[goal.plan_id].append(goal)
    for action in Action.objects.filter(plan__in=plans).exclude(status__in=NOT_ON_THE_LIST).select_related("domain"):
        actions[action.plan_id].append(action)
    found = [(plan.pk, responses.get(plan.pk)) for plan in plans]
    return [Sources(one, answered[one.pk] if one else set(), goals[plan], actions[plan]) for plan, one in found]


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
