"""Registers the "Look" menu."""

from wagtail.snippets.models import register_snippet

from leavingwell.themes.viewsets import ThemeViewSet

register_snippet(ThemeViewSet)
