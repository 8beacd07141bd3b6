"""The addresses under /admin/translate/, and their place in the menu."""

from typing import Any

from django.http import HttpRequest
from django.urls import path
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet

from leavingwell.platform.councils.admin.allowed import open_namespace
from leavingwell.translations.admin.workbench.checking import CheckView
from leavingwell.translations.admin.workbench.editor import EditorView
from leavingwell.translations.admin.workbench.listing import ListView
from leavingwell.translations.admin.workbench.progress import ProgressView
from leavingwell.translations.admin.workbench.reviewing import ReviewView
from leavingwell.translations.admin.workbench.screen import NAMESPACE, TITLE, may_read, viewer_of
from leavingwell.translations.admin.workbench.suggestions import SuggestionsView, SuggestionView
from leavingwell.translations.admin.workbench.terms import TermsView
from leavingwell.translations.admin.workbench.translators import NewTranslatorView, TranslatorsView, TranslatorView


class WorkbenchItem(MenuItem):  # type: ignore[misc]
    def is_shown(self, request: HttpRequest) -> bool:
        return may_read(viewer_of(request))


class WorkbenchViewSet(ViewSet):  # type: ignore[misc]
    name = NAMESPACE
    url_prefix = "translate"
    icon = "globe"
    menu_label = TITLE
    menu_item_class = WorkbenchItem
    menu_order = 230
    add_to_admin_menu = True

    def get_urlpatterns(self) -> list[Any]:
        return [
            path("", ListView.as_view(), name="index"),
            path("text/<uuid:unit>/<slug:language>/", EditorView.as_view(), name="text"),
            path("text/<uuid:unit>/<slug:language>/check/", CheckView.as_view(), name="check"),
            path("review/", ReviewView.as_view(), name="review"),
            path("progress/", ProgressView.as_view(), name="progress"),
            path("words/", TermsView.as_view(), name="terms"),
            path("translators/", TranslatorsView.as_view(), name="translators"),
            path("translators/new/", NewTranslatorView.as_view(), name="new_translator"),
            path("translators/<uuid:translator>/", TranslatorView.as_view(), name="translator"),
            path("suggestions/", SuggestionsView.as_view(), name="suggestions"),
            path("suggestions/<uuid:suggestion>/", SuggestionView.as_view(), name="suggestion"),
        ]

    def on_register(self) -> None:
        open_namespace(self.url_namespace)
        super().on_register()
