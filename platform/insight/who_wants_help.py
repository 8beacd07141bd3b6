"""The young people behind a number of those who want help: for their own case team, and nobody else."""

from collections import defaultdict
from collections.abc import Collection
from typing import Any

from leavingwell.platform.access.operations import Operation
from leavingwell.platform.access.permissions import visible
from leavingwell.platform.access.relations import CASE_TEAM
from leavingwell.platform.people.models import Person, YoungPerson
from leavingwell.questionnaires.models import Answer


def who_wants_help(viewer: Person, codes: Collection[str]) -> dict[str, list[YoungPerson]]:
    """By question, those whose case team the viewer is in and whose answers they may read, by name. One query."""
    seen = visible(YoungPerson.objects.all(), viewer, Operation.VIEW_ANSWERS, relations=CASE_TEAM)
    wishes = (
        Answer.objects.filter(response__is_latest=True, wants_help=True, question_code__in=codes)
        .filter(response__young_person__in=seen)
        .select_related("response__young_person__person")
        .order_by("response__young_person__person__name", "pk")
    )
    found: dict[str, list[Any]] = defaultdict(list)
    for wish in wishes:
        found[wish.question_code].append(wish.response.young_person)
    return found
