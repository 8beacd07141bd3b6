"""Views for a council's own words in the place of national ones."""

from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.http import urlencode
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.menus import MenuItem
from wagtail.admin.utils import get_valid_next_url_from_request

from leavingwell.platform.councils import scope
from leavingwell.platform.councils.admin import views
from leavingwell.questionnaires.admin.overriding import Key, national_row, own_copy, own_row
from leavingwell.questionnaires.admin.publishing import publish_button

REWORD, GO_BACK = _("Reword"), _("Go back to the national words")


class IndexView(views.IndexView):
    """National rows are reworded, one's own are edited or given up."""

    reword_url_name: str | None = None

    def get_reword_url(self, instance: Any) -> str | None:
        if not scope.current() or not views.is_national(instance) or not self.user_has_permission("add"):
            return None
        return reverse(self.reword_url_name, args=[instance.pk])

    def get_edit_url(self, instance: Any) -> str | None:
        return super().get_edit_url(instance) or self.get_reword_url(instance)

    def get_list_more_buttons(self, instance: Any) -> list[Any]:
        if reword := self.get_reword_url(instance):
            inspect = MenuItem(_("Inspect"), url=self.get_inspect_url(instance), icon_name="info-circle", priority=20)
            return [MenuItem(REWORD, url=reword, icon_name="edit", priority=10), inspect]
        buttons: list[Any] = super().get_list_more_buttons(instance)
        for button in buttons:
            if button.url == self.get_delete_url(instance):
                button.label = GO_BACK
        return buttons


class SaysWhatIsNext:
    """Words count only once they are published: the message after saving says so, and leads there."""

    def get_success_message(self, instance: Any = None) -> str:
        view: Any = self
        return str(_now("Saved: %s Young people read it once you publish.") % (instance or view.object))

    def get_success_buttons(self) -> list[Any]:
        view: Any = self
        return publish_button(view.request)


class ComesBack:
    """Leads back to the screen that the editor came from, where the address says which (`next`)."""

    def get_success_url(self) -> str:
        view: Any = self
        return str(get_valid_next_url_from_request(view.request) or super().get_success_url())  # type: ignore[misc]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        view: Any = self
        context: dict[str, Any] = super().get_context_data(**kwargs)  # type: ignore[misc]
        return {**context, "action_url": with_next(context["action_url"], view.request)}


def with_next(address: str, request: HttpRequest) -> str:
    place = get_valid_next_url_from_request(request)
    return f"{address}?{urlencode({'next': place})}" if place else address


class AddView(ComesBack, SaysWhatIsNext, views.CreateView):
    key: Key = ()


class RewordView(ComesBack, SaysWhatIsNext, views.CreateView):
    """Opens with the national words in each of the council's languages, and stores the council's own row."""

    key: Key = ()
    reword_url_name: str | None = None
    page_title = REWORD

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        self.national = get_object_or_404(self.model, pk=kwargs["pk"], council=None)
        super().setup(request, *args, **kwargs)

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not scope.current():  # the nation edits its own row
            return redirect(with_next(reverse(self.edit_url_name, args=[self.national.pk]), request))
        if mine := own_row(self.national, self.key):
            return redirect(with_next(reverse(self.edit_url_name, args=[mine.pk]), request))
        response: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return response

    def get_initial_form_instance(self) -> Any:
        return own_copy(self.national)

    def get_add_url(self) -> str:
        return reverse(self.reword_url_name, args=[self.national.pk])

    def get_page_subtitle(self) -> str:
        return str(self.national)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        *path, _last = super().get_breadcrumbs_items()
        return [*path, {"url": "", "label": _now("Reword: %s") % self.national}]


class EditView(ComesBack, SaysWhatIsNext, views.EditView):
    key: Key = ()
    delete_item_label = GO_BACK

    @cached_property
    def can_delete(self) -> bool:
        return bool(super().can_delete) and bool(scope.current())


class DeleteView(views.DeleteView):
    """Gives up the council's own words. The nation's are data of the framework: they are never deleted here."""

    key: Key = ()
    page_title = GO_BACK
    success_message = _("“%(object)s” is given up. The national words are back, and show once you publish.")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context_data(**kwargs), "national": national_row(self.object, self.key)}
