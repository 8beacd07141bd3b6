"""The snippets of the menus "Local offer" and "Help and words"."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.viewsets.base import ViewSet
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from leavingwell.content.models import GlossaryTerm, HelpLine, Notice, OfferIndexPage, OfferTopic
from leavingwell.platform.councils import scope
from leavingwell.platform.councils.admin.allowed import open_namespace
from leavingwell.platform.councils.admin.menu import PagesItem
from leavingwell.platform.councils.admin.views import whose
from leavingwell.translations.panels import snippet_tabs
from leavingwell.translations.viewsets import LanguagesColumn, LocalisedSnippetViewSet, source_column


def offers(request: HttpRequest) -> HttpResponseRedirect:
    """The council's offers in the page tree."""
    index = OfferIndexPage.objects.filter(council=scope.current() or None).first()
    if index is None:
        raise Http404
    return redirect("wagtailadmin_explore", index.pk)


class OffersViewSet(ViewSet):  # type: ignore[misc]
    """A short way from the menu to the pages that are offers."""

    name = "offers"
    icon = "doc-full"
    menu_label = _("Offers")
    menu_item_class = PagesItem

    def get_urlpatterns(self) -> list[Any]:
        return [path("", offers, name="index")]

    def on_register(self) -> None:
        open_namespace(self.url_namespace)
        super().on_register()


class NoticeViewSet(LocalisedSnippetViewSet):
    model = Notice
    icon = "comment"
    list_display = [
        "__str__",
        DateColumn("starts_at", label=_("From")),
        DateColumn("ends_at", label=_("Until")),
        LanguagesColumn("title"),
        whose(),
    ]
    search_fields = ["title_en", "body_en"]
    edit_handler = snippet_tabs(shared=(("starts_at", "ends_at"),), translated=("title", "body"))


class OfferTopicViewSet(LocalisedSnippetViewSet):
    """The six headings of the Act: the same everywhere."""

    model = OfferTopic
    icon = "list-ol"
    list_display = ["__str__", Column("paragraph", label=_("Paragraph of the Act")), LanguagesColumn("title")]
    edit_handler = snippet_tabs(shared=("code", ("paragraph", "order")), translated=("title",))


class HelpLineViewSet(LocalisedSnippetViewSet):
    model = HelpLine
    icon = "mail"
    list_display = [
        "__str__",
        source_column("note", _("When, and what to do")),
        LanguagesColumn("title"),
        whose(),
    ]
    search_fields = ["title_en", "phone"]
    edit_handler = snippet_tabs(shared=(("phone", "order"),), translated=("title", "note"))


class GlossaryTermViewSet(LocalisedSnippetViewSet):
    model = GlossaryTerm
    icon = "openquote"
    list_display = ["__str__", source_column("meaning", _("What it means")), LanguagesColumn("term"), whose()]
    search_fields = ["term_en", "meaning_en"]
    edit_handler = snippet_tabs(translated=("term", "meaning"))


class OfferGroup(SnippetViewSetGroup):  # type: ignore[misc]
    items = (OffersViewSet, NoticeViewSet, OfferTopicViewSet)
    menu_label = _("Local offer")
    menu_icon = "home"
    menu_order = 210


class WordsGroup(SnippetViewSetGroup):  # type: ignore[misc]
    items = (HelpLineViewSet, GlossaryTermViewSet)
    menu_label = _("Help and words")
    menu_icon = "openquote"
    menu_order = 220
