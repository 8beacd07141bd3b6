"""The snippets of the menus "Local offer" and "Help and words"."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from leavingwell.content.admin.day_column import DayColumn
from leavingwell.content.admin.offer_list import OffersViewSet
from leavingwell.content.models import Area, GlossaryTerm, HelpLine, Notice, OfferTopic, OfferTopicStart
from leavingwell.content.national.admin.lists import InheritedIndexView
from leavingwell.content.national.admin.viewset import NationalContentViewSet
from leavingwell.content.open_referral.admin.viewset import DirectoriesViewSet
from leavingwell.platform.councils.admin.views import whose
from leavingwell.translations.panels import snippet_tabs
from leavingwell.translations.viewsets import LanguagesColumn, LocalisedSnippetViewSet, source_column


class NoticeViewSet(LocalisedSnippetViewSet):
    model = Notice
    help_text = _("A short word to everybody, at the top of the portal, from one day to another.")
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
    """The headings of the Acts: the same everywhere."""

    model = OfferTopic
    help_text = _("The headings that the law wants a local offer to have. They are the same in every council.")
    icon = "list-ol"
    list_display = [
        "__str__",
        Column("paragraph", label=_("Paragraph of the Act")),
        DayColumn("starts_on", label=_("In force from")),
        LanguagesColumn("title"),
    ]
    edit_handler = snippet_tabs(shared=("code", ("paragraph", "order"), "starts_on"), translated=("title",))


class OfferTopicStartViewSet(LocalisedSnippetViewSet):
    """Headings that a council shows before the law asks for it."""

    model = OfferTopicStart
    help_text = _("A heading whose duty begins later in law can be shown from an earlier day here.")
    icon = "date"
    menu_label = _("Topics shown early")
    add_item_label = _("Show a topic early")
    list_display = ["topic", DayColumn("starts_on", label=_("Shown from"))]
    edit_handler = snippet_tabs(
        shared=(
            FieldPanel("topic", help_text=_("A heading that is not in force by law yet.")),
            FieldPanel("starts_on", help_text=_("From this day young people see it, and what you wrote under it.")),
        )
    )


class AreaViewSet(LocalisedSnippetViewSet):
    """The parts of the council that offers and places are near to."""

    model = Area
    help_text = _("Parts of your council, as young people call them. Offers, events and places can be near to one.")
    icon = "site"
    add_item_label = _("Add an area")
    list_display = [source_column("name", _("Name")), Column("code", label=_("Code")), LanguagesColumn("name")]
    edit_handler = snippet_tabs(
        shared=(
            FieldPanel("code", help_text=_("Short, without spaces, such as: north. It does not change later.")),
            FieldPanel("order", help_text=_("Small numbers come first.")),
        ),
        translated=("name",),
    )


class HelpLineViewSet(LocalisedSnippetViewSet):
    model = HelpLine
    help_text = _("Numbers that young people can call now. The national ones are always there: add your night line.")
    index_view_class = InheritedIndexView
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
    help_text = _("Hard words and what they mean. Wherever one stands in the portal, its meaning can be opened.")
    index_view_class = InheritedIndexView
    icon = "openquote"
    list_display = ["__str__", source_column("meaning", _("What it means")), LanguagesColumn("term"), whose()]
    search_fields = ["term_en", "meaning_en"]
    edit_handler = snippet_tabs(translated=("term", "meaning"))


class OfferGroup(SnippetViewSetGroup):  # type: ignore[misc]
    items = (
        OffersViewSet,
        NoticeViewSet,
        NationalContentViewSet,
        AreaViewSet,
        OfferTopicViewSet,
        OfferTopicStartViewSet,
        DirectoriesViewSet,
    )
    menu_label = _("Local offer")
    menu_icon = "home"
    menu_order = 210


class WordsGroup(SnippetViewSetGroup):  # type: ignore[misc]
    items = (HelpLineViewSet, GlossaryTermViewSet)
    menu_label = _("Help and words")
    menu_icon = "openquote"
    menu_order = 220
