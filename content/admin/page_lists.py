"""Flat lists of one kind of page, with what an editor of that kind looks for."""

from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import DateColumn
from wagtail.admin.ui.tables.pages import PageStatusColumn, PageTitleColumn
from wagtail.admin.views.pages.listing import IndexView
from wagtail.admin.viewsets.pages import PageListingViewSet
from wagtail.models import Page

from leavingwell.platform.councils.admin.allowed import open_namespace
from leavingwell.platform.councils.admin.menu import PagesItem
from leavingwell.translations.viewsets import LanguagesColumn


class StateFilter(WagtailFilterSet):  # type: ignore[misc]
    live = ChoiceFilter(label=_("State"), choices=[("1", _("Live")), ("0", _("Draft"))], empty_label=_("Any"))

    class Meta:
        model = Page
        fields: list[str] = []


class PageListView(IndexView):  # type: ignore[misc]
    """Searching is by the words that an editor sees in the list, and needs no index."""

    searched: tuple[str, ...] = ("title", "heading_en")
    base_filterset_class = StateFilter

    def annotate_queryset(self, pages: Any) -> Any:
        pages = pages.defer_streamfields().prefetch_related("content_type", "sites_rooted_here")
        return pages.annotate_site_root_state().annotate_approved_schedule()

    def search_queryset(self, queryset: Any) -> Any:
        words = (self.search_query or "")[:100].replace("\0", "").split()
        for word in words:
            queryset = queryset.filter(reduce(or_, (Q(**{f"{name}__icontains": word}) for name in self.searched)))
        return queryset

    def get_ordering(self) -> Any:
        asked = self.request.GET.get("ordering")
        return asked if asked in self.get_valid_orderings() else self.default_ordering

    def order_queryset(self, queryset: Any) -> Any:
        return queryset.order_by(*[self.ordering] if isinstance(self.ordering, str) else self.ordering, "pk")


def title_column() -> PageTitleColumn:
    return PageTitleColumn("title", label=_("Title"), sort_key="title", classname="title")


def changed_column() -> DateColumn:
    name = "latest_revision_created_at"
    return DateColumn(name, label=_("Changed"), sort_key=name)


def state_column() -> PageStatusColumn:
    return PageStatusColumn("status", label=_("State"), sort_key="live")


class PagesViewSet(PageListingViewSet):  # type: ignore[misc]
    """One kind of page in the menu."""

    index_view_class = PageListView
    menu_item_class = PagesItem
    filterset_class = StateFilter
    ordering = "-latest_revision_created_at"
    list_per_page = 50
    columns = [title_column(), LanguagesColumn("heading"), changed_column(), state_column()]

    def on_register(self) -> None:
        open_namespace(self.url_namespace)
        super().on_register()
