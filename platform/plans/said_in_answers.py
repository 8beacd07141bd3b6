"""What the young person said at the questions: each as it was answered last, in this review or the one before."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from leavingwell.platform.access.permissions import Viewer
from leavingwell.platform.plans.models import Action, Plan
from leavingwell.platform.plans.state_of_play import checklists_of
from leavingwell.platform.plans.visibility import visible_actions, visible_answers
from leavingwell.questionnaires.models import Answer, Response

NOT_ON_THE_LIST = (Action.Status.DRAFT, Action.Status.DROPPED)
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


def answers_with_words(responses: Sequence[Response], viewer: Viewer) -> list[Answer]:
    """The few of them, with the people in them, that the viewer may read: who may read one may read the one before.

    Each knows its checklist, so that its question costs no query.
    """
    by_key = {response.pk: response for response in responses}
    last = last_answers((answer for response in responses for answer in response.answers.all()), responses)
    rows = visible_answers(Answer.objects.filter(pk__in=[one.pk for one in last if has_words(one)]), viewer)
    answers = list(rows.select_related("answered_by", "comment_typed_by", "worker_note_by"))
    for answer in answers:
        answer.response = by_key[answer.response_id]
    return answers


def has_words(answer: Answer) -> bool:
    return bool(answer.comment or answer.worker_note or answer.wants_help)


def said_in_answers(plan: Plan, viewer: Viewer) -> list[Said]:
    """Those with words to them, or a wish for help, that the viewer may read, in the order of the questionnaire.

    Two queries beside those of `checklists_of`.
    """
    checklists = checklists_of(plan)
    responses = [one for one in (checklists.latest, checklists.earlier) if one]
    areas = areas_by_question(responses)
    order = {code: place for place, code in enumerate(areas)}
    said = [one for one in answers_with_words(responses, viewer) if one.question_code in areas]
    actions = visible_actions(plan.actions.exclude(status__in=NOT_ON_THE_LIST), viewer)
    listed = set(actions.values_list("question_code", flat=True))
    return [
        Said(areas[one.question_code], one, one.question_code in listed)
        for one in sorted(said, key=lambda answer: order[answer.question_code])
    ]
