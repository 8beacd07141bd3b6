"""Goals."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.audit.services import record
from leavingwell.platform.people.models import Person
from leavingwell.platform.plans.models import Goal, Plan
from leavingwell.platform.plans.services.fields import checked_text, domain_of


@transaction.atomic
def add_goal(
    plan: Plan,
    *,
    words: str,
    domain: str = "",
    contingency: str = "",
    wanted_by: date | None = None,
    by: Person,
    language: str,
) -> Goal:
    """Raises INVALID without words, TOO_LARGE for too many, NOT_FOUND for an unknown domain."""
    goal = Goal.objects.create(
        plan=plan,
        words=checked_text(words, "words", longest=500, empty=_("Say what you want.")),
        domain=domain_of(domain),
        contingency=checked_text(contingency, "contingency", longest=1000),
        wanted_by=wanted_by,
        language=language,
        added_by=by,
    )
    record("goal.added", goal, by=by, young_person_id=plan.young_person_id, changes={"words": [None, goal.words]})
    return goal
