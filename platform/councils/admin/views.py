"""Snippet views that ask about the row, not only about its kind."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages
from wagtail.admin.ui.tables import BulkActionsCheckboxColumn, StatusTagColumn
from wagtail.snippets.views import snippets

TAKEN = _("This is there already. Go back to the list and edit it.")
IN_USE = _("This is in use, so it stays.")


def is_national(row: Any) -> bool:
    return row.council_id is None


def whose() -> StatusTagColumn:
    """The column that says whether a row is the nation's or the council's own."""

    def words(row: Any) -> Any:
        return _("National") if is_national(row) else _("Ours")

    return StatusTagColumn("whose", label=_("Whose"), accessor=words, primary=lambda row: not is_national(row))


class IndexView(snippets.IndexView):  # type: ignore[misc]
    """Links lead to editing one's own rows and to reading the nation's."""

    help_text: Any = ""

    @cached_property
    def columns(self) -> list[Any]:
        return [column for column in super().columns if not isinstance(column, BulkActionsCheckboxColumn)]

    def get_edit_url(self, instance: Any) -> str | None:
        return self.address_if("change", super().get_edit_url, instance)

    def get_delete_url(self, instance: Any) -> str | None:
        return self.address_if("delete", super().get_delete_url, instance)

    def address_if(self, action: str, address: Any, instance: Any) -> str | None:
        may = self.permission_policy.user_has_permission_for_instance(self.request.user, action, instance)
        return address(instance) if may else None


class KeepsItsKey:
    """What somebody else added a moment ago is a message, not a crash: the database holds each key unique."""

    def form_valid(self, form: Any) -> HttpResponseBase:
        view: Any = self
        try:
            with transaction.atomic():
                response: HttpResponseBase = super().form_valid(form)  # type: ignore[misc]
        except IntegrityError:
            form.add_error(None, TAKEN)
            view.is_valid(form)  # notes for the view that it is not, any more
            return view.form_invalid(form)  # type: ignore[no-any-return]
        return response


class CreateView(KeepsItsKey, snippets.CreateView):  # type: ignore[misc]
    pass


class OwnRow:
    """Refuses a row that is not one's own. Wagtail asks only whether the user may change rows of that kind."""

    def get_object(self, queryset: Any = None) -> Any:
        view: Any = self
        row = super().get_object(queryset)  # type: ignore[misc]
        if not view.user_has_permission_for_instance(view.permission_required, row):
            raise PermissionDenied
        return row


class EditView(OwnRow, KeepsItsKey, snippets.EditView):  # type: ignore[misc]
    pass


class DeleteView(OwnRow, snippets.DeleteView):  # type: ignore[misc]
    def form_valid(self, form: Any) -> HttpResponseBase:
        try:
            with transaction.atomic():
                response: HttpResponseBase = super().form_valid(form)
        except ProtectedError:
            messages.error(self.request, IN_USE)
            return redirect(self.get_success_url())
        return response


class InspectView(snippets.InspectView):  # type: ignore[misc]
    def get_edit_url(self) -> str | None:
        return self.address_if("change", self.edit_url_name)

    def get_delete_url(self) -> str | None:
        return self.address_if("delete", self.delete_url_name)

    def address_if(self, action: str, name: str) -> str | None:
        may = self.user_has_permission_for_instance(action, self.object)
        return reverse(name, args=[self.object.pk]) if may else None
