"""While a translation is typed: what the checks say, as a piece of the page. Nothing is saved."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import cached_property
from django.views.generic import View

from leavingwell.translations.admin.workbench.aside import found_in
from leavingwell.translations.admin.workbench.screen import AboutUnit
from leavingwell.translations.admin.workbench.typed import typed
from leavingwell.translations.models import Kind
from leavingwell.translations.services.drafting import LONGEST
from leavingwell.translations.workbench import rich
from leavingwell.translations.workbench.terms import Term, terms_in


class CheckView(AboutUnit, View):
    http_method_names = ["post"]

    @cached_property
    def terms(self) -> list[Term]:
        return terms_in(self.unit, self.language.code)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        unit, language = self.unit, self.language
        words = typed(request.POST, unit).words
        if sum(map(len, words)) > LONGEST:
            raise PermissionDenied
        is_rich = unit.kind == Kind.RICH and isinstance(words, str)
        context = {
            "findings": found_in(self, words),
            "shown_rich": rich.shown(words) if is_rich and isinstance(words, str) else "",
            "language": language,
            "is_checked": True,
        }
        return render(request, "translations/admin/workbench/findings.html", context)
