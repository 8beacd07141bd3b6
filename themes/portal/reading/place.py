"""One question in its place among the others."""

from dataclasses import dataclass
from typing import Any

from django.http import Http404


@dataclass(frozen=True)
class Place:
    """Where a question stands in its area. `number` counts from 1; the neighbours are codes, or None at the ends."""

    area: dict[str, Any]
    number: int
    total: int
    before: str | None
    after: str | None

    @property
    def steps(self) -> list[bool]:
        """One for each question of the area; True up to this one."""
        return [place < self.number for place in range(self.total)]


def place_of(code: str, domains: list[dict[str, Any]]) -> Place:
    """Raises `Http404` for a question that is not in this checklist."""
    for domain in domains:
        codes = [question["code"] for question in domain["questions"]]
        if code in codes:
            at = codes.index(code)
            neighbours = (codes[at - 1] if at else None, codes[at + 1] if at + 1 < len(codes) else None)
            return Place(domain, at + 1, len(codes), *neighbours)
    raise Http404
