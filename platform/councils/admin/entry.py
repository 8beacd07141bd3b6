"""Who may enter which admin: a council's people their own, an operator each, other national staff the nation's."""

from typing import Any

from leavingwell.platform.councils.admin.groups import is_operator
from leavingwell.platform.councils.models import Council


def may_enter(user: Any, council: Council | None) -> bool:
    """`council` is None on the national host. A superuser, for whom no permission is ever asked, stays there."""
    if not user.has_perm("wagtailadmin.access_admin"):
        return False
    if council is None:
        return user.council_id is None
    if user.council_id is None:
        return not user.is_superuser and is_operator(user)
    return bool(user.council_id == council.pk)


def may_do_everything(user: Any, council: Council | None) -> bool:
    return council is None and user.is_authenticated and user.is_superuser
