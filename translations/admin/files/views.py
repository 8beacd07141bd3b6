"""The first page, a file going out, and a file coming in: looked at, then carried out or left."""

from typing import Any

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.generic import TemplateView
from wagtail.admin import messages

from leavingwell.platform.problems import Problems
from leavingwell.translations import runs
from leavingwell.translations.admin.files.forms import TO_DO, ExportForm, FileForm, MachineForm
from leavingwell.translations.admin.files.screen import FilesScreen, address, messages_of
from leavingwell.translations.exchange.entries import portable
from leavingwell.translations.exchange.formats import FORMATS, read
from leavingwell.translations.exchange.jobs import bring_in_file, look_at_file
from leavingwell.translations.exchange.looking import Looked, looked
from leavingwell.translations.exchange.refusals import LARGEST, too_large
from leavingwell.translations.languages import SOURCE
from leavingwell.translations.machine.jobs import write_drafts
from leavingwell.translations.runs import Run, Stage
from leavingwell.translations.services.filing import FAULTS_TOLD, export_file, preview

NO_ROOM = gettext_lazy("We cannot start it now. Try again in some minutes.")
AT_ONCE = 250_000  # bytes of a file that is compared while its sender waits: a second or two
FILE, MACHINE = "file", "machine"


class IndexView(FilesScreen, TemplateView):
    template_name = "translations/admin/files/index.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        asked = self.request.GET.get("language", "")
        language = asked if asked in self.own_languages else self.own_languages[0]
        to_fill = language if language in self.translates else next(iter(self.translates), "")
        forms = {
            "export": ExportForm(languages=self.own_languages, initial={"language": language, "status": list(TO_DO)}),
            "file": FileForm(),
            "machine": MachineForm(languages=self.translates, initial={"language": to_fill}, prefix=MACHINE),
        }
        return {**super().get_context_data(**kwargs), **forms, **kwargs}

    def refused(self, status: int = 422, **kwargs: Any) -> HttpResponse:
        return self.render_to_response(self.get_context_data(**kwargs), status=status)


class ExportView(IndexView):
    def get(self, request: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.GET:  # nobody has chosen anything yet
            return redirect(address("index"))
        form = ExportForm(request.GET, languages=self.own_languages)
        if not form.is_valid():
            return self.refused(export=form)
        chosen = form.cleaned_data
        try:
            data = export_file(
                chosen["language"],
                chosen["format"],
                by=self.viewer,
                statuses=chosen["status"],
                areas=chosen["area"],
                whose=chosen.get("whose") or "all",
            )
        except Problems as refused:
            form.add_error(None, messages_of(refused))
            return self.refused(export=form)
        return download(data, chosen["language"], FORMATS[chosen["format"]])


def download(data: bytes, language: str, format: Any) -> HttpResponse:
    name = f"translations-{language}-{timezone.localdate():%Y-%m-%d}.{format.ending}"
    response = HttpResponse(data, content_type=format.media_type)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    response.headers["Cache-Control"] = "private, no-store"
    return response


class ImportView(IndexView):
    """The dry run. The file is kept for an hour, so that it need not be sent again."""

    http_method_names = ["post"]

    def post(self, request: Any, *args: Any, **kwargs: Any) -> HttpResponseBase:
        form = FileForm(request.POST, request.FILES)
        if not form.is_valid():
            return self.refused(file=form)
        sent = form.cleaned_data["file"]
        try:
            if sent.size > LARGEST:
                raise too_large()
            data = sent.read()
            if sent.size > AT_ONCE:
                return self.look_later(form, data)
            plan = preview(read(data), by=self.viewer)
        except Problems as refused:
            return self.refused(file=form, faults=messages_of(refused))
        if plan.faults:
            told = plan.told
            return self.refused(file=form, faults=told[:FAULTS_TOLD], more=len(told) - FAULTS_TOLD, name=sent.name)
        state = self.state(sent.name, plan.language, Stage.LOOKING)
        return redirect(address("run", runs.begin(state, data)))

    def state(self, name: Any, language: str, stage: Stage) -> Run:
        return Run(FILE, str(self.viewer.pk), language, portable(str(name))[:100], stage)

    def look_later(self, form: FileForm, data: bytes) -> HttpResponseBase:
        """The worker compares a large file: its page tells how far that is."""
        state = self.state(form.cleaned_data["file"].name, "", Stage.WAITING)
        run = runs.begin(state, data)
        if not runs.enqueue(look_at_file, run, state, get_language() or SOURCE):
            form.add_error(None, NO_ROOM)
            return self.refused(status=503, file=form)
        return redirect(address("run", run))


class RunView(FilesScreen, TemplateView):
    """What a file would change; then how far it is. The page asks again by itself, without a script."""

    @property
    def is_looking(self) -> bool:
        return self.run.stage == Stage.LOOKING

    def get_template_names(self) -> list[str]:
        return [f"translations/admin/files/{'plan' if self.is_looking else 'progress'}.html"]

    def get_page_title(self) -> str:
        return _("Bringing in a file") if self.run.kind == FILE else _("Machine drafts")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context_data(**kwargs), "state": self.run, **kwargs}

    def get(self, request: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.is_looking:
            return self.look()
        response = self.render_to_response(self.get_context_data())
        if not self.run.is_over:
            response.headers["Refresh"] = "2"
        return response

    def look(self) -> HttpResponse:
        try:
            plan = self.plan
        except Problems as refused:  # since it was sent, the council's languages or the person's have changed
            for message in messages_of(refused):
                messages.error(self.request, message)
            return redirect(address("index"))
        return self.render_to_response(self.get_context_data(plan=plan))

    @property
    def plan(self) -> Looked:
        """As it is now, of a large file as the worker found it. Raises `Problems`."""
        run = self.kwargs["run"]
        kept: Looked | None = runs.look_at(run)
        return kept or looked(preview(read(runs.data_of(run)), by=self.viewer))

    def post(self, request: Any, *args: Any, **kwargs: Any) -> HttpResponseBase:
        run, state = self.kwargs["run"], self.run
        if not self.is_looking:
            return redirect(address("run", run))
        if "leave" in request.POST:
            runs.tell(run, state, stage=Stage.REFUSED, told=[_("You left it. Nothing was changed.")])
            messages.info(request, _("Nothing was changed."))
            return redirect(address("index"))
        given = (request.POST.get("fingerprint", ""), get_language() or SOURCE)
        if not runs.enqueue(bring_in_file, run, state, *given):
            runs.tell(run, state, stage=Stage.LOOKING)
            messages.error(request, NO_ROOM)
        return redirect(address("run", run))


class MachineView(IndexView):
    http_method_names = ["post"]

    def post(self, request: Any, *args: Any, **kwargs: Any) -> HttpResponseBase:
        form = MachineForm(request.POST, languages=self.translates, prefix=MACHINE)
        if not form.is_valid():
            return self.refused(machine=form)
        chosen = form.cleaned_data
        state = Run(MACHINE, str(self.viewer.pk), chosen["language"])
        run = runs.begin(state)
        given = (chosen["machine"], chosen["area"], chosen.get("whose") or "all", get_language() or SOURCE)
        if not runs.enqueue(write_drafts, run, state, *given):
            form.add_error(None, NO_ROOM)
            return self.refused(status=503, machine=form)
        return redirect(address("run", run))
