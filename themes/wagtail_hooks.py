"""Registers the "Look" menu."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.models import register_snippet

from leavingwell.platform.councils.admin.tasks import Task, offer
from leavingwell.themes.admin.viewsets import ThemeViewSet

register_snippet(ThemeViewSet)
offer(
    Task(
        _("Look"),
        _("Set the colours and the logo of the portal."),
        "wagtailsnippets_themes_theme:list",
        "themes.change_theme",
        icon="view",
        order=60,
        in_council=True,
    )
)
