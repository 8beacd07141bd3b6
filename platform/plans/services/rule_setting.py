"""Setting a council's rules for plans, from a day to come: what has begun is never changed."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.access.operations import CouncilOperation
from leavingwell.platform.access.permissions import require_in_council
from leavingwell.platform.audit.services import differences, record
from leavingwell.platform.people.models import Person
from leavingwell.platform.plans.models import PlanRules
from leavingwell.platform.plans.models.rules import StartAge, rules
from leavingwell.platform.problems import Message, Problem, ProblemCode, Problems

LIMITS = {  # the least and the most
    "assessment_within_months": (1, 12),
    "review_every_months": (1, 12),
    "review_after_move_days": (1, 90),
    "visit_after_move_days": (1, 28),
    "visit_every_weeks": (1, 26),
    "contact_every_weeks": (1, 26),
    "offer_every_months": (1, 24),
    "attempts_needed": (1, 10),
    "attempt_channels_needed": (1, 5),
    "attempts_over_days": (0, 90),
    "matters_needed": (0, 10),
    "completion_target": (0, 100),
}
SET_HERE = ("start_age_months", *LIMITS, "quality_check")
LAW: dict[str, tuple[int, Message]] = {  # the most that the law or its guidance allows
    "assessment_within_months": (3, _("The law wants a first plan within three months.")),
    "review_every_months": (6, _("The law wants a review at least every six months.")),
    "review_after_move_days": (28, _("Guidance wants a review 28 days after a move to a home that is not regulated.")),
    "visit_after_move_days": (7, _("The law wants a visit within seven days of a move.")),
    "visit_every_weeks": (8, _("The law wants a visit at least every two months.")),
    "offer_every_months": (12, _("The law wants the offer from 21 to be made again every year.")),
}


def warnings_of(found: PlanRules) -> list[str]:
    """Where a set of rules gives more time than the law. A council may have its reasons; it should know."""
    return [str(message) for name, (most, message) in LAW.items() if getattr(found, name) > most]


def faults(values: Mapping[str, Any], effective_from: date) -> Iterator[Problem]:
    invalid = ProblemCode.INVALID
    if effective_from <= timezone.localdate():
        yield Problem(invalid, _("Choose a day to come. Rules that have begun stay as they were."), "effective_from")
    for name, (least, most) in LIMITS.items():
        if not least <= values[name] <= most:
            numbers = {"least": least, "most": most}
            yield Problem(invalid, _("Choose a number from %(least)d to %(most)d.") % numbers, name)
    if values["start_age_months"] not in StartAge.values:
        yield Problem(invalid, _("Choose one of these."), "start_age_months")
    if values["attempt_channels_needed"] > values["attempts_needed"]:
        yield Problem(invalid, _("There cannot be more ways than attempts."), "attempt_channels_needed")


@transaction.atomic
def set_plan_rules(values: Mapping[str, Any], effective_from: date, *, by: Person | None) -> PlanRules:
    """Sets all of `SET_HERE` from a day to come; a set from the same day, which has not begun yet, is replaced.

    Clocks that run keep the rules of the day on which they started. Raises NOT_ALLOWED, or INVALID at each fault.
    """
    require_in_council(by, CouncilOperation.SET_PLAN_RULES)
    chosen = {name: values[name] for name in SET_HERE}
    if found := list(faults(chosen, effective_from)):
        raise Problems(found)
    before = rules(effective_from)
    set_, _made = PlanRules.objects.update_or_create(effective_from=effective_from, defaults=chosen)
    changes = differences({name: getattr(before, name) for name in SET_HERE}, chosen)
    record("plan_rules.set", set_, by=by, changes={**changes, "effective_from": [None, str(effective_from)]})
    return set_
