"""The configuration as a file: taking it out, looking at what one would change, and bringing it in."""

from typing import Any

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import path
from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.generic import TemplateView, View
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet

from leavingwell.platform.councils.admin.allowed import open_namespace
from leavingwell.platform.councils.configuration.registry import parts
from leavingwell.platform.problems import Message, Problems
from leavingwell.platform.running import jobs
from leavingwell.platform.running.admin.screen import CONFIGURATION, NAMESPACE, ConfigurationScreen, may_move
from leavingwell.platform.running.archive import written
from leavingwell.platform.running.progress import progress_of
from leavingwell.platform.running.reading import LARGEST, read
from leavingwell.platform.running.services.moving import export_configuration, preview
from leavingwell.questionnaires.admin.exchange.common import download, file_in, messages_of
from leavingwell.questionnaires.services.exchanging.waiting import Place, fetch, forget, keep

TOLD = 300  # rows of one kind: nobody reads more on one page


class IndexView(ConfigurationScreen, TemplateView):
    template_name = "running/admin/configuration.html"

    @property
    def labels(self) -> list[Message]:
        return [part.label for part in parts()]


class ExportView(ConfigurationScreen, View):
    http_method_names = ["post"]

    def post(self, request: Any, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            archive = export_configuration(by=request.viewer)
        except Problems as refused:
            messages.error(request, refused.problems[0].message)
            return redirect(f"{NAMESPACE}:index")
        name = f"{archive.origin.slug}-configuration-{timezone.localdate():%Y-%m-%d}.zip"
        return download(written(archive), "application/zip", name)


class ImportView(ConfigurationScreen, TemplateView):
    """A file comes in, is shown, and is carried out or left."""

    template_name = "running/admin/import.html"
    page_title = gettext_lazy("Bring in a file")
    header_icon = "upload"

    @property
    def place(self) -> Place:
        return Place(jobs.KIND, self.request.user.pk)

    def post(self, request: Any, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if "ticket" in request.POST:
            return self.decide(request)
        data = file_in(request, LARGEST)
        return self.show(data) if isinstance(data, bytes) else self.refused([data])

    def show(self, data: bytes) -> HttpResponseBase:
        """The dry run."""
        request: Any = self.request
        try:
            plan = preview(read(data), by=request.viewer)
        except Problems as refused:
            return self.refused(messages_of(refused))
        return self.render_to_response(self.get_context_data(plan=plan, ticket=keep(self.place, data), told=TOLD))

    def refused(self, faults: list[Message]) -> HttpResponseBase:
        return self.render_to_response(self.get_context_data(faults=faults), status=422)

    def decide(self, request: Any) -> HttpResponseBase:
        if "leave" in request.POST:
            forget(self.place)
            messages.info(request, _("Nothing was changed."))
            return redirect(f"{NAMESPACE}:index")
        ticket, fingerprint = request.POST["ticket"], request.POST.get("fingerprint", "")
        try:
            fetch(self.place, ticket)
        except Problems as refused:
            return self.refused(messages_of(refused))
        language = get_language() or "en"
        if not jobs.start(ticket, fingerprint, by=request.viewer, user=request.user.pk, language=language):
            return self.refused([_("We cannot start it now. Try again in some minutes.")])
        return self.follow(ticket)

    def follow(self, run: str) -> HttpResponseRedirect:
        return redirect(f"{NAMESPACE}:progress", run)


class ProgressView(ConfigurationScreen, TemplateView):
    """How far it is. The page asks again by itself, without a script."""

    template_name = "running/admin/progress.html"
    page_title = gettext_lazy("Bringing in a file")
    header_icon = "upload"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        progress = progress_of(self.kwargs["run"])
        if progress is None:
            raise Http404
        return {**super().get_context_data(**kwargs), "progress": progress}

    def render_to_response(self, context: dict[str, Any], **kwargs: Any) -> HttpResponse:
        response: HttpResponse = super().render_to_response(context, **kwargs)
        if not context["progress"].is_over:
            response.headers["Refresh"] = "2"
        return response


class ConfigurationItem(MenuItem):  # type: ignore[misc]
    def is_shown(self, request: Any) -> bool:
        return may_move(request)


class ConfigurationViewSet(ViewSet):  # type: ignore[misc]
    name = NAMESPACE
    icon = "download"
    menu_label = CONFIGURATION
    menu_item_class = ConfigurationItem
    menu_order = 460
    add_to_admin_menu = True

    def get_urlpatterns(self) -> list[Any]:
        return [
            path("", IndexView.as_view(), name="index"),
            path("export/", ExportView.as_view(), name="export"),
            path("import/", ImportView.as_view(), name="import"),
            path("import/<slug:run>/", ProgressView.as_view(), name="progress"),
        ]

    def on_register(self) -> None:
        open_namespace(self.url_namespace)
        super().on_register()
