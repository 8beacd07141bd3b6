"""Registers the menu entry "People and teams", and offers it on the admin's first page."""

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from leavingwell.platform.access.admin.screen import NAMESPACE, may_manage
from leavingwell.platform.access.admin.viewset import PeopleViewSet
from leavingwell.platform.access.doing import invitations
from leavingwell.platform.councils.admin.doing import tell
from leavingwell.platform.councils.admin.tasks import Task, offer


class PeopleTask(Task):
    def is_for(self, request: HttpRequest) -> bool:
        return may_manage(request)


hooks.register("register_admin_viewset", PeopleViewSet)
offer(
    PeopleTask(
        _("People and teams"),
        _("Invite colleagues, give roles, see who covers, and hand over when somebody leaves."),
        f"{NAMESPACE}:staff",
        permission="",  # it comes from the matrix
        icon="group",
        order=5,
    )
)
tell(invitations)
