"""Registers the screens "Configuration" and, for the national operator, "Councils"."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from leavingwell.platform.councils.admin.tasks import Task, offer
from leavingwell.platform.running.admin import national, screen
from leavingwell.platform.running.admin.configuration import ConfigurationViewSet
from leavingwell.platform.running.admin.councils import CouncilsViewSet


class CouncilsTask(Task):
    def is_for(self, request: Any) -> bool:
        return national.may_run(request)


class ConfigurationTask(Task):
    def is_for(self, request: Any) -> bool:
        return screen.may_move(request)


hooks.register("register_admin_viewset", CouncilsViewSet)
hooks.register("register_admin_viewset", ConfigurationViewSet)
offer(
    CouncilsTask(
        _("Councils"),
        _("Open a new council, see which are in use, switch one off."),
        f"{national.NAMESPACE}:index",
        permission="",  # who is an operator, at the national host
        icon="globe",
        order=1,
    ),
    ConfigurationTask(
        _("Configuration"),
        _("Take all settings and texts out as one file, or bring a file in."),
        f"{screen.NAMESPACE}:index",
        permission="",  # it comes from the matrix
        icon="download",
        order=90,
    ),
)
