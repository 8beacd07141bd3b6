"""Registers the menus "Languages" and "Translations"."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from leavingwell.platform.councils.admin.doing import tell
from leavingwell.platform.councils.admin.tasks import Task, offer
from leavingwell.translations.admin.files.viewset import FilesViewSet
from leavingwell.translations.admin.languages import NAMESPACE, SET_LANGUAGES, LanguagesViewSet
from leavingwell.translations.admin.workbench.viewset import WorkbenchViewSet
from leavingwell.translations.doing import translations

offer(
    Task(
        _("Translations"),
        _("Translate, review, and see what young people still read in English."),
        "workbench:index",
        "content.change_helpline",  # whoever may write the texts themselves, and translators
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
    )
)

hooks.register("register_admin_viewset", LanguagesViewSet)
hooks.register("register_admin_viewset", WorkbenchViewSet)
hooks.register("register_admin_viewset", FilesViewSet)
tell(translations)
