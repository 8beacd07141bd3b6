"""A number, or that it is hidden."""

from collections.abc import Iterable
from typing import Any

import strawberry

from leavingwell.graphql.questionnaires.published import Choice, choice_type
from leavingwell.platform.insight.tables import Told


@strawberry.type(description="A number, or that it is hidden because it is small.")
class Count:
    count: int | None
    suppressed: bool


@strawberry.type(description="How many gave one answer.")
class ChoiceCount(Count):
    choice: Choice


def count_type(told: Told) -> Count:
    return Count(count=told.count, suppressed=told.suppressed)


def choice_counts(counts: Iterable[tuple[dict[str, Any], Told]]) -> list[ChoiceCount]:
    return [
        ChoiceCount(choice=choice_type(choice), count=told.count, suppressed=told.suppressed) for choice, told in counts
    ]
