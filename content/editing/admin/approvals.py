"""The list of drafts that wait for a second person, asking for one, and deciding."""

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView, TemplateView
from wagtail.admin import messages

from leavingwell.content.editing import approving
from leavingwell.content.editing.admin.screen import LIST, NAMESPACE, EditingScreen, page_to_edit, viewer_of
from leavingwell.content.editing.previews import token_for
from leavingwell.content.editing.second_person import may_decide
from leavingwell.content.editing.shown import portal_address
from leavingwell.content.models import ApprovalRequest
from leavingwell.platform.problems import Problems

RECENT = 20
ON_THE_LIST = 50


class WaitingView(EditingScreen, TemplateView):
    template_name = "content/editing/waiting.html"
    page_title = LIST

    @cached_property
    def waiting(self) -> list[ApprovalRequest]:
        return list(approving.waiting()[:ON_THE_LIST])

    @cached_property
    def decided(self) -> list[ApprovalRequest]:
        found = ApprovalRequest.objects.exclude(state=ApprovalRequest.State.WAITING)
        return list(found.select_related("page", "asked_by", "decided_by").order_by("-decided_at")[:RECENT])


class AskForm(forms.Form):
    comment = forms.CharField(
        label=gettext_lazy("What should they look at?"),
        widget=forms.Textarea(attrs={"rows": 4}),
        required=False,
        max_length=approving.LONGEST,
    )


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label=gettext_lazy("What should be different?"),
        help_text=gettext_lazy("Only needed to send it back. Whoever asked reads it."),
        widget=forms.Textarea(attrs={"rows": 4}),
        required=False,
        max_length=approving.LONGEST,
    )


class AboutAPage(EditingScreen, FormView):  # type: ignore[type-arg]  # FormView[…] would not run
    above = f"{NAMESPACE}:index"

    @cached_property
    def page(self) -> Any:
        return page_to_edit(self.kwargs["page_id"], self.request.user)

    def get_page_subtitle(self) -> str:
        return str(self.page.get_latest_revision_as_object().title)

    def refused(self, form: forms.Form, problems: Problems) -> HttpResponse:
        for problem in problems.problems:
            form.add_error(problem.field if problem.field in form.fields else None, str(problem.message))
        return self.render_to_response(self.get_context_data(form=form), status=422)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        _found = self.page  # 404 and 403 before anything is drawn
        response: HttpResponse = super().get(request, *args, **kwargs)
        return response


class AskView(AboutAPage):
    form_class = AskForm
    template_name = "content/editing/ask.html"
    page_title = gettext_lazy("Ask for approval")

    def form_valid(self, form: Any) -> HttpResponse:
        try:
            approving.ask_for_approval(self.page, by=viewer_of(self.request), comment=form.cleaned_data["comment"])
        except Problems as problems:
            return self.refused(form, problems)
        messages.success(self.request, _("Handed in. A colleague is told, and publishes it or sends it back."))
        return redirect(f"{NAMESPACE}:index")


class DecideView(AboutAPage):
    form_class = ReasonForm
    template_name = "content/editing/decide.html"
    page_title = gettext_lazy("A draft to approve")

    @cached_property
    def asked(self) -> ApprovalRequest:
        found = approving.waiting().filter(page_id=self.page.pk).first()
        if found is None:
            raise Http404
        return found

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        _found = self.asked
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        viewer = viewer_of(self.request)
        return {
            **super().get_context_data(**kwargs),
            "asked": self.asked,
            "draft": self.asked.revision.as_object() if self.asked.revision else None,
            "may_decide": may_decide(self.page, self.asked.asked_by_id, viewer),
            "is_own": self.asked.asked_by_id == viewer.pk,
            "is_as_asked": approving.is_as_asked(self.asked),
            "previews": self.previews(),
        }

    def previews(self) -> list[dict[str, str]]:
        """The portal's page in each language of the council, drawn from the version that is asked about."""
        if self.asked.revision_id is None or not self.page.preview_modes:
            return []
        token = token_for(self.page, by=self.request.user, revision=self.asked.revision_id)  # type: ignore[arg-type]
        return [
            {"code": code, "name": name, "address": portal_address(self.page, token, code)}
            for code, name in self.page.preview_modes
        ]

    def form_valid(self, form: Any) -> HttpResponse:
        viewer, reason = viewer_of(self.request), form.cleaned_data["reason"]
        try:
            if "approve" in self.request.POST:
                approving.approve(self.asked, by=viewer)
                messages.success(self.request, _("Approved. It is published, or will be at its time."))
            elif "withdraw" in self.request.POST:
                approving.withdraw(self.asked, by=viewer)
                messages.success(self.request, _("Taken back. The draft is still there."))
            else:
                approving.send_back(self.asked, by=viewer, reason=reason)
                messages.success(self.request, _("Sent back. Whoever asked is told."))
        except Problems as problems:
            return self.refused(form, problems)
        return redirect(f"{NAMESPACE}:index")
