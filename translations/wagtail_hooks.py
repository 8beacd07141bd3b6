"""Registers the menus "Languages" and "Translations"."""

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from leavingwell.platform.councils.admin.doing import tell
from leavingwell.platform.councils.admin.tasks import Task, offer
from leavingwell.translations.admin.files.viewset import FilesViewSet
from leavingwell.translations.admin.languages import NAMESPACE, SET_LANGUAGES, LanguagesViewSet
from leavingwell.translations.admin.workbench.screen import may_read, viewer_of
from leavingwell.translations.admin.workbench.viewset import WorkbenchViewSet
from leavingwell.translations.doing import translations


class WorkbenchTask(Task):
    def is_for(self, request: HttpRequest) -> bool:
        return may_read(viewer_of(request))


offer(
    WorkbenchTask(
        _("Translations"),
        _("Translate, review, and see what young people still read in English."),
        "workbench:index",
        permission="",  # it comes from the role
        icon="globe",
        order=60,
    ),
    Task(
        _("Languages"),
        _("Choose the languages that the portal speaks."),
        f"{NAMESPACE}:index",
        SET_LANGUAGES,
        icon="globe",
        order=70,
        in_council=True,
    ),
)

hooks.register("register_admin_viewset", LanguagesViewSet)
hooks.register("register_admin_viewset", WorkbenchViewSet)
hooks.register("register_admin_viewset", FilesViewSet)
tell(translations)
