"""The age bands in which a council counts its young people (the report that the demonstration follows uses these)."""

from datetime import date
from enum import Enum

from django.db.models import Case, CharField, Value, When

from leavingwell.platform.people.dates import years_before


class AgeBand(Enum):
    """By whole years; the first is everybody under 16."""

    UNDER_16 = "UNDER_16"
    AGE_16 = "AGE_16"
    AGE_17 = "AGE_17"
    AGE_18 = "AGE_18"
    AGE_19 = "AGE_19"
    AGE_20 = "AGE_20"
    AGE_21_PLUS = "AGE_21_PLUS"


OLDEST_FIRST = ((21, AgeBand.AGE_21_PLUS), (20, AgeBand.AGE_20), (19, AgeBand.AGE_19), (18, AgeBand.AGE_18),
                (17, AgeBand.AGE_17), (16, AgeBand.AGE_16))  # fmt: skip


def band_of(born: str, day: date) -> Case:
    """The band of a row whose birth date the path `born` names, as an expression."""
    steps = [When(**{f"{born}__lte": years_before(day, age)}, then=Value(band.value)) for age, band in OLDEST_FIRST]
    return Case(*steps, default=Value(AgeBand.UNDER_16.value), output_field=CharField())
