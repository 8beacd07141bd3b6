"""Whose rights count: those of a user's own groups, and on a council's host the national operator's borrowed ones.

A council has a group for each role of its own (`content.services.admin_groups` makes them), the nation one for each of
its roles. An operator is in no council's group: while on its host, they act with its administrators' rights.
"""

from typing import Any

from django.db.models import QuerySet

from leavingwell.platform.councils import scope
from leavingwell.platform.councils.models import Council

ADMINISTRATORS = "council_admin"
OPERATE = "councils.change_council"  # who may change councils is a national operator


def group_name(council: Council, role: str) -> str:
    return f"{council.slug} {role}"


def is_operator(user: Any) -> bool:
    return user.is_authenticated and user.council_id is None and user.has_perm(OPERATE)


def borrowed_group(user: Any) -> str | None:
    """The name of the group with whose rights an operator acts in the open scope."""
    council_id = scope.current()
    if not council_id or not is_operator(user):
        return None
    return group_name(Council.objects.get(pk=council_id), ADMINISTRATORS)


def in_scope(grants: QuerySet[Any], user: Any) -> QuerySet[Any]:
    """The rows of a table of group permissions that count for the user here; a superuser needs none."""
    if not user.is_active or user.is_anonymous or user.is_superuser:
        return grants.none()
    borrowed = borrowed_group(user)
    return grants.filter(group__name=borrowed) if borrowed else grants.filter(group__user=user)
