"""The screens for whole questionnaires: what there is to export, and a file on its way in."""

from typing import Any

from django.http import HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages

from leavingwell.platform.people.request import Request
from leavingwell.platform.problems import Message, ProblemCode, Problems
from leavingwell.questionnaires.admin.exchange import common
from leavingwell.questionnaires.admin.exchange.common import NAMESPACE, ExchangeView, ForEditors
from leavingwell.questionnaires.admin.publishing import publish_button
from leavingwell.questionnaires.exchange.document import written
from leavingwell.questionnaires.exchange.reading import LARGEST
from leavingwell.questionnaires.services.exchanging import DRAFT, PUBLISHED, Preview, carry_out, exported, preview
from leavingwell.questionnaires.services.exchanging.waiting import Place, fetch, forget, keep
from leavingwell.translations.languages import LANGUAGES
from leavingwell.translations.panels import languages_in_scope


class IndexView(ExchangeView):
    template_name = "questionnaires/admin/exchange/index.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        languages = [LANGUAGES[code] for code in languages_in_scope() if code in LANGUAGES]
        return super().get_context_data(questionnaires=common.questionnaires(), languages=languages, **kwargs)


class ExportView(ForEditors):
    def get(self, request: Request, *args: Any, **kwargs: Any) -> HttpResponseBase:
        questionnaire = common.asked_questionnaire(request)
        which = PUBLISHED if request.GET.get("of") == PUBLISHED else DRAFT
        try:
            document = exported(questionnaire, which, by=request.viewer or None)
        except Problems as refused:
            for message in common.messages_of(refused):
                messages.error(request, message)
            return redirect(f"{NAMESPACE}:index")
        place = document["origin"]["council"] or "national"
        name = f"{place}-{questionnaire.code}-{which}-{timezone.localdate():%Y-%m-%d}.json"
        return common.download(written(document), "application/json", name)


class ImportView(ExchangeView):
    """A file comes in, is shown, and is carried out or left. Nothing is published."""

    template_name = "questionnaires/admin/exchange/import.html"
    page_title = _("Import a questionnaire")
    header_icon = "upload"

    def post(self, request: Request, *args: Any, **kwargs: Any) -> HttpResponseBase:
        self.place = Place("questionnaire", request.user.pk)
        if "ticket" in request.POST:
            return self.decide(request)
        data = common.file_in(request, LARGEST)
        if not isinstance(data, bytes):
            return self.refused([data])
        return self.show(data)

    def show(self, data: bytes, faults: list[Message] | None = None) -> HttpResponseBase:
        """The dry run."""
        request: Any = self.request
        try:
            found = preview(data, by=request.viewer or None)
        except Problems as refused:
            return self.refused(common.messages_of(refused))
        shown = {"preview": found, "ticket": keep(self.place, data), "faults": faults or []}
        return self.render_to_response(self.get_context_data(**shown))

    def refused(self, faults: list[Message]) -> HttpResponseBase:
        return self.render_to_response(self.get_context_data(faults=faults))

    def decide(self, request: Request) -> HttpResponseBase:
        if "leave" in request.POST:
            return self.leave(request)
        try:
            data = fetch(self.place, request.POST["ticket"])
        except Problems as refused:
            return self.refused(common.messages_of(refused))
        try:
            done = carry_out(data, request.POST.get("fingerprint", ""), by=request.viewer or None)
        except Problems as refused:
            told = common.messages_of(refused)
            has_moved_on = refused.problems[0].code == ProblemCode.CONFLICT
            return self.show(data, told) if has_moved_on else self.refused(told)
        return self.tell(request, done)

    def leave(self, request: Request) -> HttpResponseRedirect:
        forget(self.place)
        messages.info(request, _now("Nothing was changed."))
        return redirect(f"{NAMESPACE}:index")

    def tell(self, request: Request, done: Preview) -> HttpResponseRedirect:
        forget(self.place)
        words = _now("Your draft is now what the file of %s says. Young people read it once you publish.")
        messages.success(request, words % done.document["origin"]["name"], buttons=publish_button(request))
        return redirect(f"{NAMESPACE}:index")
