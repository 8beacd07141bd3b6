"""The languages of a council in the admin: which the portal offers, and which comes first."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.admin.viewsets.base import ViewSet

from leavingwell.platform.councils.admin.allowed import open_namespace
from leavingwell.platform.people.request import Request
from leavingwell.platform.problems import Problems
from leavingwell.translations.admin.language_form import LanguagesForm
from leavingwell.translations.services.choosing import choose_languages

SET_LANGUAGES = "themes.change_theme"  # who sets how the portal looks sets which languages it speaks
NAMESPACE = "languages"


class LanguagesView(WagtailAdminTemplateMixin, FormView):  # type: ignore[misc, type-arg]  # FormView[…] would not run
    request: Request
    form_class = LanguagesForm
    template_name = "translations/admin/languages.html"
    page_title = gettext_lazy("Languages")
    header_icon = "globe"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if self.request.council is None:
            raise Http404
        self.council = self.request.council
        if not request.user.has_perm(SET_LANGUAGES):
            raise PermissionDenied
        response: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return response

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.get_page_title()}]

    def get_initial(self) -> dict[str, Any]:
        return {"languages": self.council.language_codes, "default": self.council.default_language}

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "council": self.council}

    def form_valid(self, form: Any) -> HttpResponse:
        chosen, request = form.cleaned_data, self.request
        try:
            given = chosen["languages"], chosen["default"], form.fallbacks()
            choose_languages(self.council, *given, by=request.viewer or None)
        except Problems as refused:
            for problem in refused.problems:
                form.add_error(problem.field if problem.field in form.fields else None, problem.message)
            return self.form_invalid(form)
        messages.success(request, _("Saved. The portal offers these languages from now on."))
        return redirect(f"{NAMESPACE}:index")

    def form_invalid(self, form: Any) -> HttpResponse:
        messages.error(self.request, _("Not saved: look at what is marked below."))
        response: HttpResponse = super().form_invalid(form)
        return response


class LanguagesItem(MenuItem):  # type: ignore[misc]
    def is_shown(self, request: Any) -> bool:
        return request.council is not None and bool(request.user.has_perm(SET_LANGUAGES))


class LanguagesViewSet(ViewSet):  # type: ignore[misc]
    name = NAMESPACE
    icon = "globe"
    menu_label = gettext_lazy("Languages")
    menu_item_class = LanguagesItem
    menu_order = 240
    add_to_admin_menu = True

    def get_urlpatterns(self) -> list[Any]:
        return [path("", LanguagesView.as_view(), name="index")]

    def on_register(self) -> None:
        open_namespace(self.url_namespace)
        super().on_register()
