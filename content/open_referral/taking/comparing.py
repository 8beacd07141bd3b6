"""What a directory says now, what it said when it was last taken, and what the council has: what would change.

The council's own words stay. A field changes by itself only where the council has left it as the directory had it.
"""

from collections.abc import Mapping
from typing import Any

from leavingwell.content.open_referral.taking.offers import FIELDS
from leavingwell.content.open_referral.taking.texts import squeezed

Values = Mapping[str, Any]
Change = dict[str, Any]  # field, before, after, conflict
NEVER_EMPTY = ("youngest", "oldest", "topic")


def is_empty(value: Any) -> bool:
    return value is None or value == "" or value == []


def same(one: Any, other: Any) -> bool:
    if is_empty(one) or is_empty(other):
        return is_empty(one) and is_empty(other)
    if isinstance(one, str) and isinstance(other, str):
        return squeezed(one) == squeezed(other)
    return bool(one == other)


def change(field: str, ours: Any, theirs: Any, taken: Values | None) -> Change | None:
    """None where nothing is to be done. `taken` is None for a service that is compared for the first time."""
    before = taken.get(field) if taken else None
    if same(ours, theirs) or (is_empty(theirs) and is_empty(before)):
        return None  # a directory that never said anything takes nothing away
    if is_empty(theirs) and field in NEVER_EMPTY:
        return None
    if taken is not None and same(theirs, before):
        return None  # only we have changed it since
    if field == "last_checked_on" and str(ours or "") > str(theirs or ""):
        return None  # somebody here looked at it later
    conflict = not is_empty(ours) if taken is None else not same(ours, before)
    return {"field": field, "before": ours, "after": theirs, "conflict": conflict}


def compare(ours: Values, theirs: Values, taken: Values | None) -> list[Change]:
    """The fields that the directory would change. A conflict is one that both have changed."""
    found = (change(field, ours.get(field), theirs.get(field), taken) for field in FIELDS)
    return [one for one in found if one]
