"""How the areas of life stood over the years: a sentence for each, and a mark for each time."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from leavingwell.themes.portal.own_words import PHASES_INSIDE
from leavingwell.themes.portal.tags.days import month

SHOWN = 8  # marks in a row that fits a phone; the table has them all
STEPS = ("WORK_ON_THIS", "GROWING", "GOING_WELL")


@dataclass(frozen=True)
class Mark:
    """One area at one time: `at` is empty for now, `phase` where the questions of that day had no such area."""

    at: str
    phase: str


@dataclass(frozen=True)
class AreaOverTime:
    domain: dict[str, Any]
    marks: list[Mark]

    @property
    def known(self) -> list[Mark]:
        return [mark for mark in self.marks if mark.phase in STEPS]

    @property
    def shown(self) -> list[Mark]:
        return self.marks[-SHOWN:]

    @property
    def steps(self) -> int:
        """From the first that is known to the last: above 0 is better; 0 where it cannot be told how it stands now."""
        known = self.known
        return STEPS.index(known[-1].phase) - STEPS.index(known[0].phase) if self.tells_of_now else 0

    @property
    def tells_of_now(self) -> bool:
        """What is no longer asked about stands as it did."""
        asked = [mark.phase for mark in self.marks if mark.phase]
        return bool(asked) and asked[-1] in STEPS

    @property
    def sentence(self) -> str:
        """“growing, then going well since June”."""
        known = self.known
        if not self.tells_of_now:
            return _("not enough answers yet")
        now = {"now": PHASES_INSIDE[known[-1].phase]}
        last_other = next((place for place in reversed(range(len(known))) if known[place].phase != known[-1].phase), -1)
        if last_other < 0:
            return _("%(now)s each time") % now if len(known) > 1 else str(now["now"])
        before, since = PHASES_INSIDE[known[last_other].phase], month(known[last_other + 1].at)
        form = _("%(before)s, then %(now)s since %(month)s") if since else _("%(before)s, and %(now)s now")
        return form % {"before": before, "month": since, **now}


@dataclass(frozen=True)
class OverTime:
    """`times` are the days on which the questions were finished, oldest first; an empty one is now."""

    times: list[str]
    areas: list[AreaOverTime]

    @property
    def better(self) -> int:
        return sum(area.steps > 0 for area in self.areas)

    @property
    def harder(self) -> int:
        return sum(area.steps < 0 for area in self.areas)

    @property
    def tells_something(self) -> bool:
        return bool(self.better or self.harder or self.stands_still)

    @property
    def stands_still(self) -> bool:
        return not self.better and not self.harder and all(area.tells_of_now for area in self.areas)

    @property
    def since(self) -> str:
        return month(self.times[0]) if self.times else ""

    @property
    def first_shown(self) -> str:
        return self.times[-SHOWN:][0]

    @property
    def last_shown(self) -> str:
        return self.times[-1]

    @property
    def can_compare(self) -> bool:
        return len(self.times) > 1


def over_time(plan: dict[str, Any]) -> OverTime:
    """In the order of the latest questions; what they no longer ask about comes after."""
    found = plan["stateOverTime"]
    domains = {one["domain"]["code"]: one["domain"] for then in reversed(found) for one in then["standings"]}
    phases = [{one["domain"]["code"]: one["phase"] for one in then["standings"]} for then in found]
    times = [then["answeredAt"] or "" for then in found]
    areas = [
        AreaOverTime(domain, [Mark(at, then.get(code, "")) for at, then in zip(times, phases, strict=True)])
        for code, domain in domains.items()
    ]
    return OverTime(times, areas)
