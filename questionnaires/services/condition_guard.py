"""A change that would break the condition of any question is not made."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import transaction

from leavingwell.platform.problems import Problem, ProblemCode, Problems
from leavingwell.questionnaires.condition_checks import faults
from leavingwell.questionnaires.freezing import content_of
from leavingwell.questionnaires.models import Questionnaire


def told(questionnaire: Questionnaire) -> dict[tuple[str, str], None]:
    """What is wrong with the conditions as they are now, in order."""
    return {(fault.question, str(fault.message)): None for fault in faults(content_of(questionnaire))}


@contextmanager
def conditions_stay_whole(questionnaire: Questionnaire, field: str = "") -> Iterator[None]:
    """Takes the change back and raises INVALID with each fault that it would bring. Older faults are no hindrance."""
    before = told(questionnaire)
    with transaction.atomic():
        yield
        new: list[Any] = [fault for fault in told(questionnaire) if fault not in before]
        if new:
            raise Problems([Problem(ProblemCode.INVALID, f"{code}: {message}", field) for code, message in new])
