"""Laying what a file says over what is here."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeVar

from leavingwell.questionnaires.conditions import Condition

Thing = TypeVar("Thing")


def identities(document: Mapping[str, Any], code: str) -> Iterator[str]:
    """Under which names a council may have taken this question before."""
    if document["origin"]["council"]:
        yield f"{document['origin']['council']}:{code}"
    if code in document["adopted"]:
        yield document["adopted"][code]


def with_codes(condition: Condition, codes: Mapping[str, str]) -> dict[str, Any]:
    """The condition with other codes of questions. Raises KeyError for a question that has none."""
    found = dict(condition)
    if "question" in found:
        found["question"] = codes[found["question"]]
    for name in ("all", "any"):
        if name in found:
            found[name] = [with_codes(part, codes) for part in found[name]]
    if "not" in found:
        found["not"] = with_codes(found["not"], codes)
    return found


def refilled(present: Sequence[Thing], wanted: Sequence[Thing]) -> list[Thing]:
    """Those of `present` that are wanted, in the order of `wanted`; all others stay at their places."""
    following = iter([one for one in wanted if one in present])
    return [next(following) if one in wanted else one for one in present]
