"""One question in its place among the others."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.http import Http404


@dataclass(frozen=True)
class Place:
    """Where a question stands among those of its area that are asked.

    `number` counts from 1; the neighbours are codes, or None at the ends.
    """

    area: dict[str, Any]
    number: int
    total: int
    before: str | None
    after: str | None

    @property
    def steps(self) -> list[bool]:
        """One for each question of the area; True up to this one."""
        return [place < self.number for place in range(self.total)]


def place_of(code: str, domains: list[dict[str, Any]], not_shown: Collection[str] = ()) -> Place:
    """Raises `Http404` for a question that is not in this checklist."""
    for domain in domains:
        if any(question["code"] == code for question in domain["questions"]):
            codes = [one["code"] for one in domain["questions"] if one["code"] == code or one["code"] not in not_shown]
            at = codes.index(code)
            neighbours = (codes[at - 1] if at else None, codes[at + 1] if at + 1 < len(codes) else None)
            return Place(domain, at + 1, len(codes), *neighbours)
    raise Http404
