"""How far a checklist has come, for whoever may see its answers: of a supporter only what they were let in to."""

from collections.abc import Collection, Iterable
from typing import Any

import strawberry
from django.db.models import Prefetch

from leavingwell.graphql.context import Info
from leavingwell.graphql.questionnaires.published import Domain
from leavingwell.platform.access.operations import Operation
from leavingwell.platform.access.permissions import RELATIONS, user_can
from leavingwell.platform.people.roles import Role
from leavingwell.platform.plans.visibility import visible_answers
from leavingwell.questionnaires.conditions import hidden
from leavingwell.questionnaires.models import Answer, Response
from leavingwell.questionnaires.models.answer import values_alone
from leavingwell.questionnaires.values import values_of

EVERY_ANSWER, SEEN_ANSWERS = "every_answer", "seen_answers"


@strawberry.type(description="How far a checklist has come in one area of life.")
class AreaProgress:
    domain: Domain
    asked: int = strawberry.field(
        description="Questions that are asked with the present answers; for supporters all that there are."
    )
    answered: int = strawberry.field(
        description="Those of them with an answer, if only skipped; for supporters only of the answers that they see."
    )
    next_question: str = strawberry.field(
        description="The code of the first without an answer; of the first of all when each has one."
    )


def every_answer(info: Info) -> "Prefetch[Any]":
    return Prefetch("answers", values_alone(), to_attr=EVERY_ANSWER)


def answers_to_see(info: Info) -> "Prefetch[Any]":
    viewer = info.context.viewer
    if viewer is None or viewer.role != Role.SUPPORTER:
        return every_answer(info)
    return Prefetch("answers", visible_answers(Answer.objects.all(), viewer), to_attr=SEEN_ANSWERS)


def sees_all(response: Response, info: Info) -> bool:
    noted_on: Any = response if hasattr(response, RELATIONS) else response.young_person
    return user_can(info.context.viewer, Operation.VIEW_NOTES, noted_on)


def unseen(response: Response) -> frozenset[str]:
    """Codes of the questions that are not asked with the present answers."""
    content = response.questionnaire_version.reading
    if not content.has_conditions:
        return frozenset()
    return hidden(content.content, values_of(all_answers(response)))


def all_answers(response: Response) -> Iterable[Answer]:
    """Read once for each checklist, where they were not fetched with it."""
    read: Iterable[Answer] | None = getattr(response, EVERY_ANSWER, None)
    if read is None:
        read = list(response.answers.all())
        setattr(response, EVERY_ANSWER, read)
    return read


def answers_of_supporter(response: Response, info: Info) -> Iterable[Answer]:
    read: Iterable[Answer] | None = getattr(response, SEEN_ANSWERS, None)
    return visible_answers(response.answers.all(), info.context.viewer) if read is None else read


def area_progress(domain: Any, answered: Collection[str], away: Collection[str], language: str | None) -> Any:
    """None for an area of which no question is asked."""
    codes = [question["code"] for question in domain["questions"] if question["code"] not in away]
    if not codes:
        return None
    open_ones = [code for code in codes if code not in answered]
    return AreaProgress(
        domain=Domain(code=domain["code"], source=domain, asked=language),
        asked=len(codes),
        answered=len(codes) - len(open_ones),
        next_question=(open_ones or codes)[0],
    )


def progress_of(response: Response, info: Info, language: str | None) -> list[AreaProgress]:
    """By area of life, in the order of the questionnaire."""
    all_of_them = sees_all(response, info)
    seen = all_answers(response) if all_of_them else answers_of_supporter(response, info)
    answered = {answer.question_code for answer in seen}
    away = unseen(response) if all_of_them else frozenset()
    domains = response.questionnaire_version.content["domains"]
    found = (area_progress(domain, answered, away, language) for domain in domains)
    return [area for area in found if area is not None]
