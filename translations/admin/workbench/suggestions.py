"""What councils would have the nation say: a council sees its own and the answers, operators decide."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.paginator import Page, Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages

from leavingwell.platform.councils import scope
from leavingwell.platform.problems import ProblemCode, Problems
from leavingwell.translations.admin.workbench.listing import ON_A_PAGE
from leavingwell.translations.admin.workbench.screen import BenchScreen, address
from leavingwell.translations.checks import Finding, check
from leavingwell.translations.languages import Language, language_of
from leavingwell.translations.models import Suggestion, Translation
from leavingwell.translations.services.rights import may_review
from leavingwell.translations.services.suggesting import leave, take, waiting

TITLE = gettext_lazy("Suggestions to the nation")


class SuggestionsView(BenchScreen, TemplateView):
    template_name = "translations/admin/workbench/suggestions.html"
    page_title = TITLE
    tab = "suggestions"

    @property
    def decides(self) -> bool:
        return scope.current() == scope.NATIONAL

    @cached_property
    def page(self) -> Page[Suggestion]:
        rows = waiting() if self.decides else self.ours()
        return Paginator(rows, ON_A_PAGE).get_page(self.request.GET.get("p"))

    def ours(self) -> Any:
        rows = Suggestion.objects.filter(council=scope.current_council_id()).order_by("-suggested_at")
        return rows.select_related("unit", "council", "suggested_by", "decided_by")

    def rows(self) -> list[Any]:
        rows: list[Any] = list(self.page)
        for row in rows:
            row.written_in = language_of(row.language)
        return rows


class SuggestionView(BenchScreen, TemplateView):
    """The nation's words and the council's side by side. On the nation's host alone."""

    template_name = "translations/admin/workbench/suggestion.html"

    @cached_property
    def suggestion(self) -> Suggestion:
        if scope.current() != scope.NATIONAL:
            raise Http404
        found = waiting().filter(pk=self.kwargs["suggestion"]).first()
        if found is None:
            raise Http404
        return found

    @property
    def language(self) -> Language:
        return language_of(self.suggestion.language)

    @cached_property
    def nations(self) -> Translation | None:
        of_unit = Translation.objects.filter(unit=self.suggestion.unit, language=self.suggestion.language)
        return of_unit.filter(council=None).first()

    @property
    def findings(self) -> list[Finding]:
        return check(self.suggestion.unit, self.suggestion.language, self.suggestion.words)

    @property
    def is_outdated(self) -> bool:
        return self.suggestion.source_hash != self.suggestion.unit.source_hash

    @property
    def may_decide(self) -> bool:
        return may_review(self.viewer, self.suggestion.language, self.suggestion.unit.area)

    def get_page_title(self) -> str:
        return f"{self.suggestion.unit.label} – {self.language.english_name}"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        items = super().get_breadcrumbs_items()
        return [*items[:-1], {"url": address("suggestions"), "label": TITLE}, items[-1]]

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:  # type: ignore[override]
        _found = self.suggestion
        return super().get(request, *args, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        answer = request.POST.get("answer", "")
        try:
            if request.POST.get("do") == "take":
                take(self.suggestion, by=self.viewer, answer=answer)
                messages.success(request, _("Taken. The nation says it so from now on."))
            else:
                leave(self.suggestion, answer, by=self.viewer)
                messages.success(request, _("Left as it was. The council reads your answer."))
        except Problems as refused:
            return self.refuse(refused, answer)
        return redirect(address("suggestions"))

    def refuse(self, refused: Problems, answer: str) -> HttpResponse:
        if any(problem.code == ProblemCode.NOT_ALLOWED for problem in refused.problems):
            raise PermissionDenied
        for problem in refused.problems:
            messages.error(self.request, problem.message)
        return self.render_to_response(self.get_context_data(answer=answer), status=422)
