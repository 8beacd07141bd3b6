"""What the young person said at the questions: each as it was answered last, in this review or the one before."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from leavingwell.platform.access.permissions import Viewer
from leavingwell.platform.plans.models import Action, Plan
from leavingwell.platform.plans.state_of_play import checklists_of
from leavingwell.platform.plans.together import for_each, of_each
from leavingwell.platform.plans.visibility import visible_actions, visible_answers
from leavingwell.questionnaires.models import Answer, Response

Part = Mapping[str, Any]  # of published content


@dataclass(frozen=True)
class Said:
    """`is_on_list` once the help that they want has become something to do that the viewer may see."""

    domain: Part
    answer: Answer
    is_on_list: bool


def last_answers(rows: Iterable[Answer], responses: Sequence[Response]) -> list[Answer]:
    """Of `responses`, the latest first: an answer of an earlier review stands until there is a new one."""
    order = {response.pk: place for place, response in enumerate(responses)}
    newest: dict[str, Answer] = {}
    for answer in sorted(rows, key=lambda row: order[row.response_id]):
        newest.setdefault(answer.question_code, answer)
    return list(newest.values())


def areas_by_question(responses: Sequence[Response]) -> dict[str, Part]:
    """In the order of the latest questionnaire; what only the one before asked comes after."""
    found: dict[str, Part] = {}
    for response in responses:
        for domain in response.questionnaire_version.content["domains"]:
            for question in domain["questions"]:
                found.setdefault(question["code"], domain)
    return found


def responses_of(plan: Plan) -> list[Response]:
    checklists = checklists_of(plan)
    return [one for one in (checklists.latest, checklists.earlier) if one]


def last_with_words(plan: Plan) -> list[Answer]:
    responses = responses_of(plan)
    last = last_answers((answer for response in responses for answer in response.answers.all()), responses)
    return [one for one in last if one.comment or one.worker_note or one.wants_help]


def read_answers(plans: Sequence[Plan], viewer: Viewer) -> list[list[Answer]]:
    """The few of them, with the people in them, that the viewer may read: who may read one may read the one before.

    Each knows its checklist, so that its question costs no query.
    """
    last = [{answer.pk: answer for answer in last_with_words(plan)} for plan in plans]
    rows = visible_answers(Answer.objects.filter(pk__in=[key for answers in last for key in answers]), viewer)
    readable = {row.pk: row for row in rows.select_related("answered_by", "comment_typed_by", "worker_note_by")}
    checklists = {response.pk: response for plan in plans for response in responses_of(plan)}
    for answer in readable.values():
        answer.response = checklists[answer.response_id]
    return [[readable[key] for key in answers if key in readable] for answers in last]


def read_listed(plans: Sequence[Plan], viewer: Viewer) -> list[set[str]]:
    """The questions of which something has come on the to-do list that the viewer may see."""
    actions = Action.objects.filter(plan__in=plans).exclude(status__in=Action.NOT_ON_THE_LIST)
    pairs = visible_actions(actions, viewer).values_list("plan_id", "question_code")
    listed = of_each([plan.pk for plan in plans], pairs, lambda pair: pair[0])
    return [{question for _plan, question in of_plan} for of_plan in listed]


def said_in_answers(plan: Plan, viewer: Viewer) -> list[Said]:
    """Those with words to them, or a wish for help, that the viewer may read, in the order of the questionnaire.

    Two queries beside those of `checklists_of`.
    """
    areas = areas_by_question(responses_of(plan))
    order = {code: place for place, code in enumerate(areas)}
    answers = for_each(plan, "answers_with_words", partial(read_answers, viewer=viewer))
    said = [one for one in answers if one.question_code in areas]
    listed = for_each(plan, "listed_questions", partial(read_listed, viewer=viewer))
    return [
        Said(areas[one.question_code], one, one.question_code in listed)
        for one in sorted(said, key=lambda answer: order[answer.question_code])
    ]
