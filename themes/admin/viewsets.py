"""The "Look" of a council in the admin: one theme, opened at once."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponseRedirect
from django.urls import path, reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.generic import View
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList, TabbedInterface

from leavingwell.platform.councils import scope
from leavingwell.platform.councils.admin import views
from leavingwell.platform.councils.admin.viewsets import CouncilSnippetViewSet
from leavingwell.themes.admin.board import sheet
from leavingwell.themes.admin.forms import ThemeForm
from leavingwell.themes.admin.panels import ColourPanel, DerivedPanel, FontPanel, PreviewPanel
from leavingwell.themes.admin.showing import KeepsVersions, ShowsAgain
from leavingwell.themes.admin.versions import CompareView, RestoreView, VersionsView
from leavingwell.themes.models import Theme
from leavingwell.themes.roles import BRAND, BUTTONS, PAGE, ColourRole

WHAT = _("Colours, letters, pictures and tone")


def colours(heading: Any, roles: tuple[ColourRole, ...]) -> MultiFieldPanel:
    return MultiFieldPanel([ColourPanel(role.field) for role in roles], heading=heading, classname="theme-colours")


def tab(heading: Any, *panels: Any) -> ObjectList:
    return ObjectList(list(panels), heading=heading)


TABS = TabbedInterface(
    [
        tab(_("Colours"), colours(_("Brand"), BRAND), colours(_("Buttons"), BUTTONS), colours(_("Page"), PAGE)),
        tab(_("Dark and high contrast"), DerivedPanel()),
        tab(
            _("Letters and shape"),
            *(FontPanel("body_font"), FontPanel("heading_font"), FieldPanel("voice")),
            *(FieldPanel("shape"), FieldPanel("corners"), FieldPanel("scene")),
        ),
        tab(
            _("Pictures"),
            MultiFieldPanel(
                [FieldPanel("logo"), FieldPanel("logo_alternative_text"), FieldPanel("logo_clear_space")],
                heading=_("Logo"),
            ),
            MultiFieldPanel([FieldPanel("favicon")], heading=_("Small sign")),
            MultiFieldPanel(
                [FieldPanel("header_image"), FieldPanel("header_alternative_text"), FieldPanel("header_is_decoration")],
                heading=_("Header picture"),
            ),
        ),
        tab(_("Tone"), FieldPanel("tone_words")),
    ]
)


class OpenView(View):
    """There is no list of one: leads to the council's theme, or to making it."""

    model = Theme
    url_names: tuple[str, str] = ("", "")
    any_permission_required = ("add", "change")  # the menu asks for it

    def get(self, request: HttpRequest) -> HttpResponseRedirect:
        edit, add = self.url_names
        theme = Theme.objects.first() if scope.current() else None
        return HttpResponseRedirect(reverse(edit, args=[theme.pk]) if theme else reverse(add))


class LookScreen(ShowsAgain, KeepsVersions):
    """Making and changing the look are one screen to an editor, who stays on it."""

    page_title = _("Look")
    breadcrumbs_items: list[dict[str, Any]]
    get_edit_url: Callable[[], str]

    def get_page_subtitle(self) -> str:
        return str(WHAT)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def get_success_url(self) -> str:
        return str(self.get_edit_url())


class CreateView(LookScreen, views.CreateView):
    pass


class EditView(LookScreen, views.EditView):
    def get_success_message(self) -> str:
        return gettext("Saved. The portal has its new look from now on.")

    def get_success_buttons(self) -> list[Any]:
        return []


class ThemeViewSet(CouncilSnippetViewSet):
    model = Theme
    icon = "view"
    menu_label = _("Look")
    menu_order = 230
    add_to_admin_menu = True
    add_to_reference_index = True
    index_view_class: Any = OpenView
    add_view_class = CreateView
    edit_view_class = EditView
    inspect_view_enabled = False
    edit_handler = ObjectList([PreviewPanel(), TABS], base_form_class=ThemeForm)

    @property
    def index_view(self) -> Any:
        return OpenView.as_view(url_names=(self.get_url_name("edit"), self.get_url_name("add")))

    def get_urlpatterns(self) -> list[Any]:
        """With the earlier looks of the council, and the sheets of the preview."""
        usual = [pattern for pattern in super().get_urlpatterns() if pattern.name != "list_results"]
        return [
            *usual,
            path("preview/<str:mode>/<str:name>.css", sheet, name="preview_sheet"),
            path("versions/", VersionsView.as_view(), name="versions"),
            path("versions/<int:number>/", CompareView.as_view(), name="version"),
            path("versions/<int:number>/restore/", RestoreView.as_view(), name="restore"),
        ]
