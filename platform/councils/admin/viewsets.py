"""The base of every snippet that belongs to a council."""

from typing import Any

from wagtail.snippets.views.snippets import SnippetViewSet

from leavingwell.platform.councils import scope
from leavingwell.platform.councils.admin import views
from leavingwell.platform.councils.admin.allowed import open_namespace

LEFT_OUT = {"usage"}  # it counts what other councils do with a national row, and fails on what it may not see


class CouncilSnippetViewSet(SnippetViewSet):  # type: ignore[misc]
    """One's own rows to edit, the nation's to read. No chooser, no copies, no actions on many rows at once."""

    index_view_class: Any = views.IndexView
    add_view_class = views.CreateView
    edit_view_class = views.EditView
    delete_view_class = views.DeleteView
    inspect_view_class = views.InspectView
    inspect_view_enabled = True
    copy_view_enabled = False
    add_to_reference_index = False
    search_backend_name = None
    list_per_page = 100
    add_item_label: Any = None
    help_text: Any = ""  # what the list is for, in plain words

    def get_queryset(self, request: Any) -> Any:
        """The rows of the list: the nation sees every council's, and edits only its own."""
        rows = self.model.objects.all()
        return rows if scope.current() else rows.filter(council=None)

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        common: dict[str, Any] = super().get_common_view_kwargs(**kwargs)
        return {**common, "usage_url_name": None}

    def get_index_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        label = {"add_item_label": self.add_item_label} if self.add_item_label else {}
        given = {"page_title": self.menu_label, "help_text": self.help_text, **label, **kwargs}
        return super().get_index_view_kwargs(**given)  # type: ignore[no-any-return]

    def get_urlpatterns(self) -> list[Any]:
        return [pattern for pattern in super().get_urlpatterns() if pattern.name not in LEFT_OUT]

    def register_chooser_viewset(self) -> None:
        """None: a foreign key to a council's snippet is a plain list of the rows in scope."""

    def on_register(self) -> None:
        open_namespace(self.url_namespace)
        super().on_register()
