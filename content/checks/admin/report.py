"""The list of everything that the checks found in the council's pages."""

from typing import Any

from django.core.paginator import Page as Sheet
from django.core.paginator import Paginator
from django.db.models import Count, Max
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages

from leavingwell.content.admin.for_editors import ForEditors
from leavingwell.content.checks.jobs import start_check
from leavingwell.content.checks.keeping import last_check
from leavingwell.content.models import CheckedLink, ContentFinding
from leavingwell.platform.people.request import Request
from leavingwell.translations.languages import LANGUAGES

NAMESPACE = "content_checks"
ON_A_PAGE = 50


class ReportView(ForEditors, TemplateView):
    request: Request
    template_name = "content/checks/report.html"
    page_title = gettext_lazy("Content checks")
    header_icon = "glasses"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.get_page_title()}]

    def post(self, request: HttpRequest) -> HttpResponse:
        """Checks all links and pages now, in the background."""
        assert self.request.council
        if start_check(self.request.council.pk):
            messages.success(request, _("Started. Look at this list again in a few minutes."))
        else:
            messages.warning(request, _("A check was started a moment ago. Wait ten minutes before the next."))
        return redirect(f"{NAMESPACE}:index")

    @property
    def kind(self) -> str:
        asked = self.request.GET.get("kind", "")
        return asked if asked in ContentFinding.Kind.values else ""

    @cached_property
    def kinds(self) -> list[dict[str, Any]]:
        """How many there are of each kind, in the order of the kinds."""
        rows = ContentFinding.objects.order_by().values("kind").annotate(count=Count("pk"))
        counts = {row["kind"]: row["count"] for row in rows}
        return [
            {"code": kind.value, "label": kind.label, "count": counts[kind]}
            for kind in ContentFinding.Kind
            if kind in counts
        ]

    @cached_property
    def sheet(self) -> Sheet[ContentFinding]:
        found = ContentFinding.objects.select_related("page").order_by("page__title", "page_id", "kind", "pk")
        if self.kind:
            found = found.filter(kind=self.kind)
        return Paginator(found, ON_A_PAGE).get_page(self.request.GET.get("p"))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        checked = CheckedLink.objects.aggregate(count=Count("pk"), last=Max("checked_at"))
        names = {code: language.english_name for code, language in LANGUAGES.items()}
        rows = [(one, names.get(one.language, "")) for one in self.sheet]
        total = sum(kind["count"] for kind in self.kinds)
        was_checked = bool(last_check() or checked["count"])
        return {
            **super().get_context_data(**kwargs),
            "checked": checked,
            "rows": rows,
            "total": total,
            "was_checked": was_checked,
        }
