"""The one clear next thing on a young person's first page."""

from dataclasses import dataclass
from typing import Any

from leavingwell.themes.portal.reading.progress import Area


@dataclass(frozen=True)
class NextThing:
    """`kind` is carry_on, begin, finish, do or nothing; `area` or `action` is what it is about."""

    kind: str
    area: Area | None = None
    action: dict[str, Any] | None = None


def next_thing(plan: dict[str, Any], areas: list[Area]) -> NextThing:
    """First what was begun, then a fresh area, then finishing the checklist, then the list."""
    if plan["response"] and not plan["response"]["complete"]:
        return next_question(areas)
    own = [step["action"] for step in plan["mine"] if step["action"]["status"] != "STUCK"]
    return NextThing("do", action=own[0]) if own else NextThing("nothing")


def next_question(areas: list[Area]) -> NextThing:
    for kind, wanted in (("carry_on", True), ("begin", False)):
        for area in areas:
            if not area.done and area.begun == wanted:
                return NextThing(kind, area=area)
    return NextThing("finish")
