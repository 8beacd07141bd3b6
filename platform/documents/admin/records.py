"""The administrator's screens for records: how long each is kept, holds, and copies that the law gives a right to."""

from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import PermissionDenied
from django.core.paginator import Page, Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.admin.widgets import AdminDateInput

from leavingwell.platform.access.operations import CouncilOperation
from leavingwell.platform.access.permissions import user_can_in_council
from leavingwell.platform.councils import scope
from leavingwell.platform.documents.data.requesting import answer_subject_access
from leavingwell.platform.documents.models import Document
from leavingwell.platform.people.models import LegalHold, Person, YoungPerson
from leavingwell.platform.people.request import Request
from leavingwell.platform.plans.services import keeping
from leavingwell.platform.problems import Problems, invalid
from leavingwell.translations.languages import SOURCE

NAMESPACE = "records"
ON_A_PAGE = 50


class DayForm(forms.Form):
    day = forms.DateField(label=gettext_lazy("Keep until"), required=False, widget=AdminDateInput)


def may_keep(request: Any) -> bool:
    return bool(scope.current()) and user_can_in_council(request.viewer or None, CouncilOperation.KEEP_RECORDS)


class RecordsMixin(WagtailAdminTemplateMixin):  # type: ignore[misc]
    header_icon = "folder-open-inverse"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not scope.current():
            raise Http404
        if not may_keep(request):
            raise PermissionDenied
        response: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return response

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*super().get_breadcrumbs_items(), *self.trail()]

    def trail(self) -> list[dict[str, Any]]:
        """Where the page stands, under the first page of the admin."""
        return [{"url": "", "label": self.get_page_title()}]


def line(young_person: YoungPerson, holds: dict[Any, LegalHold]) -> dict[str, Any]:
    return {
        "record": young_person,
        "until": keeping.kept_until(young_person),
        "hold": holds.get(young_person.pk),
    }


class RecordsView(RecordsMixin, TemplateView):
    """All records by name, those whose day has come first."""

    template_name = "documents/admin/records.html"
    page_title = gettext_lazy("Records")

    @cached_property
    def search(self) -> str:
        return self.request.GET.get("q", "")[:100].replace("\0", "")

    @cached_property
    def page(self) -> Page[YoungPerson]:
        rows = YoungPerson.objects.select_related("person", "team").order_by("person__name", "pk")
        if self.search:
            rows = rows.filter(person__name__icontains=self.search)
        return Paginator(rows, ON_A_PAGE).get_page(self.request.GET.get("p"))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        due = list(keeping.records_due()[:ON_A_PAGE])
        holds = keeping.with_holds([*self.page, *due])
        more = {"due": [line(one, holds) for one in due], "lines": [line(one, holds) for one in self.page]}
        context: dict[str, Any] = super().get_context_data(**kwargs, **more)
        return context


class RecordView(RecordsMixin, TemplateView):
    """One record. What was refused stays as it was typed."""

    request: Request
    template_name = "documents/admin/record.html"
    typed: dict[str, str] = {}  # replaced, never changed

    @cached_property
    def record(self) -> YoungPerson:
        rows = YoungPerson.objects.select_related("person", "team", "plan")
        found = rows.filter(pk=self.kwargs["pk"]).first()
        if found is None:
            raise Http404
        return found

    def get_page_title(self) -> str:
        return self.record.person.name

    def trail(self) -> list[dict[str, Any]]:
        return [{"url": reverse(f"{NAMESPACE}:index"), "label": _("Records")}, *super().trail()]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        record, viewer = self.record, self.request.viewer
        more = {
            **line(record, keeping.with_holds([record])),
            "lawful_day": keeping.lawful_day(record),
            "holds": record.legal_holds.select_related("placed_by", "lifted_by"),
            "copies": Document.objects.filter(plan__young_person=record, kind=Document.Kind.DATA, requested_by=viewer),
            "day_form": DayForm(self.typed or None, initial={"day": record.retain_until}),
            "typed": self.typed,
        }
        context: dict[str, Any] = super().get_context_data(**kwargs, **more)
        return context

    def post(self, request: Request, pk: UUID) -> HttpResponse:
        given = {name: request.POST.get(name, "") for name in ("do", "reason", "day")}
        assert request.viewer  # `may_keep` let them in
        try:
            messages.success(request, self.do(given, request.viewer))
        except Problems as refused:
            for problem in refused.problems:
                messages.error(request, problem.message)
            self.typed = given
            return self.render_to_response(self.get_context_data(), status=422)
        return redirect(f"{NAMESPACE}:record", pk=pk)

    def do(self, given: dict[str, str], by: Person) -> str:
        reason = given["reason"]
        if given["do"] == "hold":
            keeping.place_hold(self.record, reason=reason, by=by)
            return _("The hold is there. The record is kept until somebody lifts it.")
        if given["do"] == "lift":
            keeping.lift_hold(self.record, reason=reason, by=by)
            return _("The hold is lifted.")
        if given["do"] == "copy" and hasattr(self.record, "plan"):
            answer_subject_access(self.record.plan, language=language_of(by), by=by, reason=reason)
            return _("The copy is being made. Reload this page in a minute.")
        if given["do"] == "keep":
            keeping.keep_longer(self.record, day_of(given), reason=reason, by=by)
            return _("Saved how long the record is kept.")
        raise Http404


def language_of(person: Person) -> str:
    return person.language or (person.council.default_language if person.council else SOURCE)


def day_of(given: dict[str, str]) -> Any:
    """Raises INVALID for what is no day."""
    form = DayForm(given)
    if not form.is_valid():
        raise invalid(_("Give a day like this: 2090-01-31."), "day")
    return form.cleaned_data["day"]
