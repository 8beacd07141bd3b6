"""Rows that the document's own fields have read for this viewer: what is worked out from them needs no other."""

from collections.abc import Sequence

from leavingwell.graphql.context import Info
from leavingwell.graphql.selected import asked_at
from leavingwell.platform.access.permissions import RELATIONS
from leavingwell.platform.plans import models

OF_A_STEP = {"status", "due_on", "added_at", "goal_id"}  # what progress is worked out from, with the owners


def goals_read(plan: models.Plan) -> list[models.Goal] | None:
    """With those who added them; None where they are not all there."""
    found: list[models.Goal] | None = plan.goals.all()._result_cache  # what was prefetched
    writer = models.Goal._meta.get_field("added_by")
    if found is None or not all(hasattr(goal, RELATIONS) and writer.is_cached(goal) for goal in found):
        return None
    return list(found)


def steps_read(goals: Sequence[models.Goal], info: Info) -> list[models.Action] | None:
    """The actions of the goals; None where not all is there that a goal's progress tells of them.

    Of the one that is next, anything but its id may be in a row that would be read once for each goal.
    """
    if not asked_at(info, "next", "action") <= {"id"}:
        return None
    found: list[models.Action] = []
    for goal in goals:
        steps: list[models.Action] | None = goal.actions.all()._result_cache
        if steps is None or not all(is_whole(step) for step in steps):
            return None
        found += steps
    return found


def is_whole(step: models.Action) -> bool:
    has_owners = "owners" in getattr(step, "_prefetched_objects_cache", {})
    return hasattr(step, RELATIONS) and has_owners and not step.get_deferred_fields() & OF_A_STEP
