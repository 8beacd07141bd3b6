"""The screen on which questions are published: what hinders it, what will read differently, and the decision."""

from typing import Any

from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages

from leavingwell.platform.councils import scope
from leavingwell.platform.people.request import Request
from leavingwell.platform.problems import Problems
from leavingwell.questionnaires.admin.publishing.drafts import Draft
from leavingwell.questionnaires.admin.publishing.forms import ProposalForm, ReasonForm
from leavingwell.questionnaires.admin.publishing.screen import NAMESPACE, PublisherScreen
from leavingwell.questionnaires.models import Proposal, Questionnaire, QuestionnaireVersion
from leavingwell.questionnaires.services.publishing import About, approve, propose, publish, send_back, withdraw

REFUSED = 422


def is_live(questionnaire: Questionnaire, version: QuestionnaireVersion) -> str:
    words = _("“%(name)s” is published as version %(number)s. Young people read it from now on.")
    return words % {"name": questionnaire.name, "number": version.number}


def outcome(proposal: Proposal) -> str:
    if proposal.version:
        return is_live(proposal.questionnaire, proposal.version)
    if proposal.state == Proposal.State.WAITING:
        return _("Sent. It is published once somebody else has looked at it.")
    when = date_format(localtime(proposal.publish_at), "j F Y, H:i")
    return _("It will be published on %s, just as it is now.") % when


class PublishView(PublisherScreen, TemplateView):
    request: Request
    template_name = "questionnaires/admin/publishing/screen.html"
    page_title = gettext_lazy("Publish questions")
    header_icon = "upload"
    sent: Draft | None = None  # the one whose form came in

    @cached_property
    def drafts(self) -> list[Draft]:
        rows = Questionnaire.objects.order_by("name")
        return [self.sent if self.sent and self.sent.questionnaire == row else Draft(row) for row in rows]

    def post(self, request: Request) -> HttpResponseBase:
        known = {questionnaire.code: questionnaire for questionnaire in Questionnaire.objects.all()}
        questionnaire = known.get(request.POST.get("questionnaire", ""))
        if questionnaire is None:
            raise Http404
        action = request.POST.get("action", "publish")
        if action in ("approve", "send_back", "withdraw"):
            return self.decide(questionnaire, action)
        return self.hand_in(questionnaire, only_look=action == "check")

    def again(self, draft: Draft, status: int) -> HttpResponse:
        """The screen with everything that was typed."""
        self.sent = draft
        response: HttpResponse = self.render_to_response(self.get_context_data(), status=status)
        return response

    def hand_in(self, questionnaire: Questionnaire, only_look: bool) -> HttpResponseBase:
        draft = Draft(questionnaire, data=self.request.POST)
        form = draft.form
        if only_look:
            form.is_valid()
            return self.again(draft, 200)
        if form.is_valid() and self.is_what_was_seen(draft):
            try:
                return self.handed_in(self.submit(questionnaire, form))
            except Problems as refused:
                for problem in refused.problems:
                    form.add_error(problem.field if problem.field in form.fields else None, str(problem.message))
        messages.error(self.request, _("Not published: look at what is marked below."))
        return self.again(draft, REFUSED)

    def is_what_was_seen(self, draft: Draft) -> bool:
        """What is published at once is what the publisher looked at, and nothing that came in after."""
        seen = self.request.POST.get("seen")
        if seen and seen != draft.content_hash:
            draft.form.add_error(None, _("The questions have changed since you opened this page. Look at them again."))
        return draft.form.is_valid()

    def submit(self, questionnaire: Questionnaire, form: ProposalForm) -> str:
        told = {name: form.cleaned_data[name] for name in ("consulted", "consulted_on", "note")}
        by, moves = self.request.viewer or None, form.moves()
        if not scope.current():
            return is_live(questionnaire, publish(questionnaire, by, About(**told, moves=moves)))
        at = form.cleaned_data["publish_at"]
        return outcome(propose(questionnaire, by=by, publish_at=at, moves=moves, **told))

    def handed_in(self, words: str) -> HttpResponse:
        messages.success(self.request, words)
        return redirect(f"{NAMESPACE}:index")

    def decide(self, questionnaire: Questionnaire, action: str) -> HttpResponseBase:
        draft = Draft(questionnaire, reason=ReasonForm(self.request.POST) if action == "send_back" else None)
        proposal = draft.proposal
        if proposal is None or str(proposal.pk) != self.request.POST.get("proposal"):
            messages.error(self.request, self.too_late())
            return redirect(f"{NAMESPACE}:index")
        if action == "send_back" and not draft.reason_form.is_valid():
            return self.again(draft, REFUSED)
        try:
            return self.handed_in(self.decided(action, proposal, draft.reason_form))
        except Problems as refused:
            for problem in refused.problems:
                messages.error(self.request, problem.message)
            return self.again(Draft(questionnaire, reason=draft.reason), REFUSED)

    def too_late(self) -> str:
        words = _("Somebody has decided about this in the meantime.")
        reason = self.request.POST.get("reason", "").strip()
        yours = _("You wrote:")
        return f"{words} {yours} “{reason[:1000]}”" if reason else words

    def decided(self, action: str, proposal: Proposal, form: ReasonForm) -> str:
        by: Any = self.request.viewer or None
        if action == "approve":
            return outcome(approve(proposal, by))
        if action == "withdraw":
            withdraw(proposal, by)
            return _("Withdrawn. Nothing has changed for young people.")
        send_back(proposal, by, form.cleaned_data["reason"])
        return _("Sent back, with your reason.")
