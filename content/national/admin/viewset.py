"""Registers the screens "From the nation" in the menu, and what they have for the first page of the admin."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest
from django.urls import path, reverse
from django.utils.translation import ngettext
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet

from leavingwell.content.national.admin.screen import NAMESPACE, TITLE, CompareView, IndexView
from leavingwell.content.national.kinds import kinds_for
from leavingwell.content.national.words import has_drifted
from leavingwell.platform.councils import scope
from leavingwell.platform.councils.admin.allowed import open_namespace
from leavingwell.platform.councils.admin.doing import ToDo
from leavingwell.translations.panels import languages_in_scope


class NationalItem(MenuItem):  # type: ignore[misc]
    def is_shown(self, request: HttpRequest) -> bool:
        return bool(scope.current()) and any(kinds_for(request.user))


class NationalContentViewSet(ViewSet):  # type: ignore[misc]
    name = NAMESPACE
    url_prefix = "from-the-nation"
    icon = "globe"
    menu_label = TITLE
    menu_item_class = NationalItem

    def get_urlpatterns(self) -> list[Any]:
        return [
            path("", IndexView.as_view(), name="index"),
            path("<slug:kind>/<slug:key>/", CompareView.as_view(), name="compare"),
        ]

    def on_register(self) -> None:
        open_namespace(self.url_namespace)
        super().on_register()


def changed_by_the_nation(request: Any) -> Iterator[ToDo]:
    """One query a kind that the reader may change."""
    council, languages = scope.current_council_id(), languages_in_scope()
    copies = [own for kind in kinds_for(request.user) for own in kind.copies(council)]
    number = sum(has_drifted(own, own.replaces, languages) for own in copies)
    words = ngettext(
        "national text has changed since you made your copy",
        "national texts have changed since you made your copies",
        number,
    )
    yield ToDo(number, words, reverse(f"{NAMESPACE}:index"), order=45)
