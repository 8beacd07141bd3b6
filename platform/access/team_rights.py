"""Whose team it is: a manager acts for their own, an administrator for each."""

from django.db.models import QuerySet

from leavingwell.platform.access.operations import CouncilOperation
from leavingwell.platform.access.permissions import Viewer, require_in_council
from leavingwell.platform.access.staff_list import managed_by
from leavingwell.platform.people.models import Team, YoungPerson
from leavingwell.platform.people.roles import Role
from leavingwell.platform.problems import not_allowed


def require_for_team(viewer: Viewer, operation: CouncilOperation, team: Team) -> None:
    """Raises NOT_ALLOWED for a role without the right, and for a manager in another's team."""
    require_in_council(viewer, operation)
    assert viewer is not None
    if viewer.role == Role.TEAM_MANAGER and team.manager_id != viewer.pk:
        raise not_allowed()


def whose_caseload(viewer: Viewer) -> QuerySet[YoungPerson] | None:
    """Whom the viewer may hand over: None, everybody; a manager, those of their own teams. Raises NOT_ALLOWED."""
    require_in_council(viewer, CouncilOperation.HAND_OVER_CASELOAD)
    assert viewer is not None
    return managed_by(viewer) if viewer.role == Role.TEAM_MANAGER else None
