"""What the screens of "People and teams" share: for those who manage a council's staff, on its own host."""

import re
from abc import ABC, abstractmethod
from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from leavingwell.platform.access.operations import CouncilOperation
from leavingwell.platform.access.permissions import user_can_in_council
from leavingwell.platform.councils import scope
from leavingwell.platform.people.models import Person
from leavingwell.platform.problems import Problems

NAMESPACE = "people_and_teams"


def viewer_of(request: HttpRequest) -> Person | None:
    viewer: Person | None = getattr(request, "viewer", None)
    return viewer if viewer else None  # a lazy nobody becomes None


def may_manage(request: HttpRequest) -> bool:
    return bool(scope.current()) and user_can_in_council(viewer_of(request), CouncilOperation.MANAGE_STAFF)


def address(name: str, *args: Any) -> str:
    return reverse(f"{NAMESPACE}:{name}", args=args)


class PeopleScreen(WagtailAdminTemplateMixin):  # type: ignore[misc]
    header_icon = "group"
    back_to = ""  # the name of the list above this screen
    back_label: str | Promise = ""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not may_manage(request):
            raise PermissionDenied
        response: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return response

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        above = [{"url": address(self.back_to), "label": self.back_label}] if self.back_to else []
        return [*super().get_breadcrumbs_items(), *above, {"url": "", "label": self.get_page_title()}]


def snake(name: str) -> str:
    return re.sub(r"(?<!^)([A-Z])", r"_\1", name).lower().removesuffix("_id")


class ServiceFormView(PeopleScreen, FormView, ABC):  # type: ignore[type-arg]  # FormView[…] would not run
    """A form that a service judges: what it refuses stands beside the field, and what was typed stays."""

    template_name = "access/admin/form.html"
    intro: str | Promise = ""
    submit: str | Promise = ""
    done: str | Promise = ""
    is_grave = False

    @abstractmethod
    def act(self, given: dict[str, Any]) -> None:
        """Does it. Raises `Problems`."""

    @property
    def viewer(self) -> Person | None:
        return viewer_of(self.request)

    def form_valid(self, form: forms.Form) -> HttpResponse:
        try:
            self.act(form.cleaned_data)
        except Problems as refused:
            for problem in refused.problems:
                name = snake(problem.field)
                form.add_error(name if name in form.fields else None, str(problem.message))
            return self.form_invalid(form)
        messages.success(self.request, self.done)
        return redirect(self.get_success_url())

    def form_invalid(self, form: forms.Form) -> HttpResponse:
        messages.error(self.request, _("Not saved: look at what is marked below."))
        response: HttpResponse = self.render_to_response(self.get_context_data(form=form), status=422)
        return response

    def get_success_url(self) -> str:
        return address(self.back_to)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context_data(**kwargs), "back": address(self.back_to)}
