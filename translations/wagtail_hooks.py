"""Registers the "Languages" menu."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from leavingwell.platform.councils.admin.doing import tell
from leavingwell.platform.councils.admin.tasks import Task, offer
from leavingwell.translations.admin.languages import NAMESPACE, SET_LANGUAGES, LanguagesViewSet
from leavingwell.translations.doing import translations

offer(
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
tell(translations)
