"""The "Look" of a council in the admin: one theme, opened at once."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.generic import View
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList, TabbedInterface

from leavingwell.platform.councils import scope
from leavingwell.platform.councils.admin import views
from leavingwell.platform.councils.admin.viewsets import CouncilSnippetViewSet
from leavingwell.themes.forms import ThemeForm
from leavingwell.themes.models import Theme
from leavingwell.themes.panels import PreviewPanel
from leavingwell.themes.roles import BRAND, BUTTONS, PAGE, ColourRole

WHAT = _("Colours, shape and logo")


def colours(heading: Any, roles: tuple[ColourRole, ...]) -> MultiFieldPanel:
    return MultiFieldPanel([FieldPanel(role.field) for role in roles], heading=heading, classname="theme-colours")


class OpenView(View):
    """There is no list of one: leads to the council's theme, or to making it."""

    model = Theme
    url_names: tuple[str, str] = ("", "")
    any_permission_required = ("add", "change")  # the menu asks for it

    def get(self, request: HttpRequest) -> HttpResponseRedirect:
        edit, add = self.url_names
        theme = Theme.objects.first() if scope.current() else None
        return HttpResponseRedirect(reverse(edit, args=[theme.pk]) if theme else reverse(add))


class LookScreen:
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
    edit_handler = TabbedInterface(
        [
            ObjectList(
                [PreviewPanel(), colours(_("Brand"), BRAND), colours(_("Buttons"), BUTTONS), colours(_("Page"), PAGE)],
                heading=_("Colours"),
            ),
            ObjectList(
                [FieldPanel("shape"), FieldPanel("voice"), FieldPanel("scene")], heading=_("Shape and headings")
            ),
            ObjectList([FieldPanel("logo"), FieldPanel("logo_alternative_text")], heading=_("Logo")),
        ],
        base_form_class=ThemeForm,
    )

    @property
    def index_view(self) -> Any:
        return OpenView.as_view(url_names=(self.get_url_name("edit"), self.get_url_name("add")))

    def get_urlpatterns(self) -> list[Any]:
        return [pattern for pattern in super().get_urlpatterns() if pattern.name != "list_results"]
