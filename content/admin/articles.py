"""The menu "Stories, news and places"."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from leavingwell.content.admin.day_column import DayColumn
from leavingwell.content.admin.page_lists import PagesViewSet, changed_column, state_column, title_column
from leavingwell.content.models import DropInPage, EventPage, NewsPage, QuestionsPage, StoryPage
from leavingwell.translations.viewsets import LanguagesColumn


class StoriesViewSet(PagesViewSet):
    model = StoryPage
    name = "stories"
    icon = "openquote"
    menu_label = _("Stories")


class NewsViewSet(PagesViewSet):
    model = NewsPage
    name = "news"
    icon = "doc-full-inverse"
    menu_label = _("News")
    ordering = "-published_on"
    columns = [
        title_column(),
        DayColumn("published_on", label=_("Date"), sort_key="published_on"),
        LanguagesColumn("heading"),
        changed_column(),
        state_column(),
    ]


class EventsViewSet(PagesViewSet):
    model = EventPage
    name = "events"
    icon = "calendar-alt"
    menu_label = _("Events")
    ordering = "-starts_at"
    columns = [
        title_column(),
        DayColumn("starts_at", label=_("Starts"), sort_key="starts_at"),
        Column("place", label=_("Place")),
        LanguagesColumn("heading"),
        state_column(),
    ]


class PlacesViewSet(PagesViewSet):
    model = DropInPage
    name = "places"
    icon = "home"
    menu_label = _("Drop-in places")
    ordering = "title"
    columns = [
        title_column(),
        Column("place", label=_("Place")),
        LanguagesColumn("heading"),
        changed_column(),
        state_column(),
    ]


class AnswersViewSet(PagesViewSet):
    model = QuestionsPage
    name = "answers"
    icon = "help"
    menu_label = _("Questions and answers")
    ordering = "title"


class ArticlesGroup(SnippetViewSetGroup):  # type: ignore[misc]
    items = (EventsViewSet, PlacesViewSet, NewsViewSet, StoriesViewSet, AnswersViewSet)
    menu_label = _("News and places")
    menu_icon = "calendar-alt"
    menu_order = 215
