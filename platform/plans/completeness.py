"""How far a plan meets the matters of Schedule 1 (Care Leavers (England) Regulations 2010).

A matter is covered when the plan says how, by when and by whom (reg 6), or why nothing is needed. A slim plan, from 21,
is asked for three of them: who helps, where to live, and what happens if it stops working.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from django.utils.translation import gettext_lazy as _

from leavingwell.platform.plans.models import Plan, PlanMatter, PlanRules
from leavingwell.platform.plans.models.rules import rules
from leavingwell.platform.plans.services.fields import checked_text

Matter = PlanMatter.Matter
Missing = Literal["how", "by_when", "by_whom"]
OF_A_SLIM_PLAN = (Matter.SUPPORT, Matter.CONTINGENCY, Matter.HOME)
LONGEST_OVERRIDE = 2000
INCOMPLETE = _(
    "%(covered)d of %(asked)d matters are covered, and your council asks for %(needed)d. "
    "Cover more, or say why you hand it in now."
)


@dataclass(frozen=True)
class Standing:
    """One matter of one plan; `row` is None while nobody has written anything."""

    matter: Matter
    asked: bool
    row: PlanMatter | None

    @property
    def missing(self) -> tuple[Missing, ...]:
        if self.row is None:
            return ("how", "by_when", "by_whom")
        return missing_of(self.row)

    @property
    def covered(self) -> bool:
        return not self.missing


@dataclass(frozen=True)
class Completeness:
    """`asked` counts the matters that this kind of plan is asked for, `needed` how many of them must be covered."""

    standings: list[Standing]
    needed: int

    @property
    def asked(self) -> int:
        return sum(one.asked for one in self.standings)

    @property
    def covered(self) -> int:
        return sum(one.asked and one.covered for one in self.standings)

    @property
    def missing(self) -> list[Matter]:
        return [one.matter for one in self.standings if one.asked and not one.covered]

    @property
    def enough(self) -> bool:
        return self.covered >= self.needed


def missing_of(row: PlanMatter) -> tuple[Missing, ...]:
    if row.not_needed_reason:
        return ()
    said: Mapping[Missing, object] = {"how": row.how, "by_when": row.by_when, "by_whom": row.by_whom}
    return tuple(part for part, value in said.items() if not value)


def asked_of(plan: Plan) -> tuple[Matter, ...]:
    return OF_A_SLIM_PLAN if plan.kind == Plan.Kind.SLIM else tuple(Matter)


def completeness(plan: Plan, set_up: PlanRules | None = None) -> Completeness:
    """The ten matters in their order. Two queries: the plan's rows and the rules, unless they were fetched before."""
    rows = {row.matter: row for row in plan.matters.all()}
    asked = asked_of(plan)
    standings = [Standing(matter, matter in asked, rows.get(matter)) for matter in Matter]
    return Completeness(standings, min((set_up or rules()).matters_needed, len(asked)))


def require_complete(plan: Plan, override_reason: str = "") -> str:
    """The reason to keep on the review: empty where the plan covers what the council asks for.

    Raises INVALID at `overrideReason` for a plan below that without a reason, TOO_LARGE for too long a one.
    """
    found = completeness(plan)
    if found.enough:
        return ""
    told = {"covered": found.covered, "asked": found.asked, "needed": found.needed}
    return checked_text(override_reason, "overrideReason", longest=LONGEST_OVERRIDE, empty=str(INCOMPLETE) % told)
