"""The screens for wording sheets."""

from typing import Any

from django.http import HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.admin import messages

from leavingwell.platform.people.request import Request
from leavingwell.platform.problems import Message, Problems
from leavingwell.questionnaires.admin.exchange import common
from leavingwell.questionnaires.admin.exchange.common import NAMESPACE, ExchangeView, ForEditors
from leavingwell.questionnaires.admin.publishing import publish_button
from leavingwell.questionnaires.exchange.sheet_reading import LARGEST
from leavingwell.questionnaires.services.exchanging.sheets import carry_out_sheet, exported_sheet, preview_sheet
from leavingwell.questionnaires.services.exchanging.waiting import Place, fetch, forget, keep
from leavingwell.translations.languages import SOURCE, language_of

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class SheetView(ForEditors):
    def get(self, request: Request, *args: Any, **kwargs: Any) -> HttpResponseBase:
        questionnaire = common.asked_questionnaire(request)
        language = request.GET.get("language", SOURCE)
        try:
            data = exported_sheet(questionnaire, language)
        except Problems as refused:
            for message in common.messages_of(refused):
                messages.error(request, message)
            return redirect(f"{NAMESPACE}:index")
        place = request.council.slug if request.council else "national"
        name = f"{place}-{questionnaire.code}-{language}-{timezone.localdate():%Y-%m-%d}.xlsx"
        return common.download(data, XLSX, name)


class WordingView(ExchangeView):
    """A sheet comes back, is shown, and is carried out or left."""

    template_name = "questionnaires/admin/exchange/wording.html"
    page_title = _("Import wording")
    header_icon = "upload"

    def post(self, request: Request, *args: Any, **kwargs: Any) -> HttpResponseBase:
        self.place = Place("wording", request.user.pk)
        if "leave" in request.POST:
            return self.leave(request)
        try:
            return self.decide(request) if "ticket" in request.POST else self.show(request)
        except Problems as refused:
            return self.refused(common.messages_of(refused))

    def refused(self, faults: list[Message]) -> HttpResponseBase:
        return self.render_to_response(self.get_context_data(faults=faults))

    def show(self, request: Request) -> HttpResponseBase:
        """The dry run."""
        data = common.file_in(request, LARGEST)
        if not isinstance(data, bytes):
            return self.refused([data])
        preview = preview_sheet(data)
        shown = {"preview": preview, "language": language_of(preview.language), "ticket": keep(self.place, data)}
        return self.render_to_response(self.get_context_data(**shown))

    def decide(self, request: Request) -> HttpResponseBase:
        data = fetch(self.place, request.POST["ticket"])
        written = carry_out_sheet(data, request.POST.getlist("overwrite"), by=request.viewer or None)
        forget(self.place)
        told = ngettext("%d text is written to your draft.", "%d texts are written to your draft.", len(written))
        words = f"{told % len(written)} {_now('Young people read it once you publish.')}"
        messages.success(request, words, buttons=publish_button(request))
        return redirect(f"{NAMESPACE}:index")

    def leave(self, request: Request) -> HttpResponseRedirect:
        forget(self.place)
        messages.info(request, _now("Nothing was changed."))
        return redirect(f"{NAMESPACE}:index")
