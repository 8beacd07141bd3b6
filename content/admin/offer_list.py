"""The list of offers: what is there under each heading, when somebody last looked, and what is due."""

from typing import Any

from django.db.models import DateField, F, QuerySet
from django.db.models.functions import Coalesce
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter, ModelChoiceFilter
from wagtail.admin.ui.tables import Column, DateColumn

from leavingwell.content.admin.checked import CheckedView
from leavingwell.content.admin.page_lists import PageListView, PagesViewSet, StateFilter, state_column, title_column
from leavingwell.content.models import OfferPage, OfferTopic
from leavingwell.content.models.pages.offer import CHECK_EVERY
from leavingwell.content.services.checking import check_overdue, never_checked
from leavingwell.content.topics import covered_topics
from leavingwell.platform.councils import scope
from leavingwell.translations.viewsets import LanguagesColumn

CHECKS = [("overdue", _("Due now")), ("never", _("Never checked"))]


class OfferFilter(StateFilter):
    topic = ModelChoiceFilter(label=_("Topic"), queryset=lambda request: OfferTopic.objects.all())
    check = ChoiceFilter(label=_("Check"), choices=CHECKS, method="checked", empty_label=_("Any"))

    class Meta(StateFilter.Meta):
        model = OfferPage

    def checked(self, rows: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        return rows.filter(never_checked() if value == "never" else check_overdue())


class AgesColumn(Column):  # type: ignore[misc]
    def get_value(self, instance: OfferPage) -> str:
        return f"{instance.youngest}–{instance.oldest}"


class DueColumn(Column):  # type: ignore[misc]
    """When to look again, with a button for whoever just did."""

    cell_template_name = "content/admin/due.html"

    def get_cell_context_data(self, instance: Any, parent_context: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_cell_context_data(instance, parent_context)
        due, today = instance.check_due_on, timezone.localdate()
        may = instance.permissions_for_user(parent_context["request"].user).may_publish()
        address = reverse("offers:checked", args=[instance.pk]) if may else None
        return {**context, "due": due, "overdue": due is None or due < today, "address": address}


class OfferListView(PageListView):
    template_name = "content/admin/offers.html"
    searched = ("title", "heading_en", "summary_en", "provider")

    def get_base_queryset(self) -> Any:
        due = Coalesce("next_check_on", F("last_checked_on") + CHECK_EVERY, output_field=DateField())
        return super().get_base_queryset().select_related("topic").annotate(due=due)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        council = scope.current()
        if council and not self.results_only:
            topics = list(covered_topics(council))
            begun = [topic.pk for topic in topics]
            waiting = OfferTopic.objects.exclude(pk__in=begun)
            context |= {"topics": topics, "waiting": waiting, "missing": sum(not topic.live_offers for topic in topics)}
        return context


class OffersViewSet(PagesViewSet):
    model = OfferPage
    index_view_class = OfferListView
    filterset_class = OfferFilter
    name = "offers"
    icon = "doc-full"
    menu_label = _("Offers")
    ordering = "title"
    columns = [
        title_column(),
        Column("topic", label=_("Topic"), sort_key="topic__order"),
        AgesColumn("ages", label=_("Ages"), sort_key="youngest"),
        DateColumn("last_checked_on", label=_("Last checked"), sort_key="last_checked_on"),
        DueColumn("due", label=_("Check again"), sort_key="due"),
        LanguagesColumn("heading"),
        state_column(),
    ]

    def get_urlpatterns(self) -> list[Any]:
        return [*super().get_urlpatterns(), path("<int:pk>/checked/", CheckedView.as_view(), name="checked")]
