"""The viewset of texts that a council may put in the place of national ones."""

from typing import Any

from django.urls import path

from leavingwell.questionnaires.admin import views
from leavingwell.questionnaires.admin.overriding import Key, without_overridden
from leavingwell.translations.viewsets import LocalisedSnippetViewSet


class OverridingViewSet(LocalisedSnippetViewSet):
    """`key` names the fields that say which national row a council's row stands in place of."""

    key: Key = ()
    addable = False  # True: a council may add a row that has no national counterpart, in a form of its own
    add_handler: Any = None
    index_view_class = views.IndexView
    add_view_class = views.AddView
    edit_view_class = views.EditView
    delete_view_class = views.DeleteView
    delete_template_name = "questionnaires/admin/go_back.html"
    reword_view_class = views.RewordView

    def get_queryset(self, request: Any) -> Any:
        return without_overridden(self.model.objects.all(), self.key)

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_common_view_kwargs(key=self.key, reword_url_name=self.get_url_name("reword"), **kwargs)

    def get_index_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        found: dict[str, Any] = super().get_index_view_kwargs(**kwargs)
        return found if self.addable else {**found, "add_url_name": None}

    def get_add_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        if not self.add_handler:
            return super().get_add_view_kwargs(**kwargs)  # type: ignore[no-any-return]
        handler = self.add_handler.bind_to_model(self.model)
        ours = {"panel": handler, "form_class": handler.get_form_class(), **kwargs}
        return super().get_add_view_kwargs(**ours)  # type: ignore[no-any-return]

    def get_urlpatterns(self) -> list[Any]:
        patterns = [pattern for pattern in super().get_urlpatterns() if self.addable or pattern.name != "add"]
        reword = self.construct_view(self.reword_view_class, **super().get_add_view_kwargs())
        return [*patterns, path("reword/<uuid:pk>/", reword, name="reword")]
