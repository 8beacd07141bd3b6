"""An import: starting it, waiting for it, looking at what it would change, ticking, and what became of it."""

from collections import defaultdict
from typing import Any

from django.core.paginator import Page, Paginator
from django.http import HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import TemplateView, View
from wagtail.admin import messages

from leavingwell.content.models import DirectoryRow
from leavingwell.content.models.content_rules import may_publish_at_once
from leavingwell.content.open_referral.admin.screen import DirectoryScreen, ForEditors, address
from leavingwell.content.open_referral.faults import words
from leavingwell.content.open_referral.taking.parsing import LARGEST
from leavingwell.content.services.directory import deciding
from leavingwell.content.services.directory.progress import State, seems_dead
from leavingwell.content.services.directory.starting import start_import
from leavingwell.platform.problems import Problems, invalid

PER_PAGE = 50
Kind = DirectoryRow.Kind


class StartView(ForEditors, View):
    """From a file that was sent, else from the directory's address."""

    def post(self, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            run = start_import(self.feed, by=self.viewer, **self.given())
        except Problems as refused:
            self.tell(refused)
            return redirect(address("feed", self.feed.pk))
        return redirect(address("run", run.pk))

    def given(self) -> dict[str, Any]:
        if "fetch" in self.request.POST:
            return {}
        file = self.request.FILES.get("file")
        if file is None:
            raise invalid(_("Choose a file first."), "file")
        data = file.read(LARGEST + 1)
        return {"data": data, "file_name": file.name, "is_whole": "is_whole" in self.request.POST}


class StatusView(ForEditors, View):
    """For the script that keeps the progress bar moving."""

    def get(self, *args: Any, **kwargs: Any) -> HttpResponse:
        run = self.run
        found = {"moving": run.is_moving, "state": run.state, "done": run.done, "total": run.total}
        response = JsonResponse({**found, "percent": run.percent})
        response["Cache-Control"] = "private, no-store"
        return response


class RunView(DirectoryScreen, TemplateView):
    template_name = "directory/run.html"

    def above(self) -> list[tuple[str, Any]]:
        feed = self.run.feed
        return [*super().above(), (address("feed", feed.pk), feed.name)]

    def get_page_title(self) -> str:
        return _("Import of %s") % f"{self.run.started_at:%-d %B %Y}"

    @cached_property
    def kind(self) -> str:
        """What is asked for, else the first kind of which there is something."""
        asked = self.request.GET.get("kind", "")
        if asked in Kind.values:
            return str(asked)
        return next((kind for kind in Kind.values if self.run.counts.get(kind)), Kind.NEW.value)

    @cached_property
    def page(self) -> Page[DirectoryRow]:
        rows = self.run.rows.filter(kind=self.kind).select_related("offer")
        return Paginator(rows, PER_PAGE).get_page(self.request.GET.get("p"))

    def kinds(self) -> list[dict[str, Any]]:
        counts = self.run.counts
        return [
            {"code": kind.value, "label": kind.label, "number": counts.get(kind.value, 0), "here": kind == self.kind}
            for kind in Kind
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        run = self.run
        results = run.counts.get("results", {}).items()
        return {
            **super().get_context_data(**kwargs),
            "run": run,
            "seems_dead": seems_dead(run),
            "problem": words(run.problem) if run.problem else "",
            "kinds": self.kinds(),
            "may_publish": run.state == State.READY and may_publish_at_once(),
            "is_open": run.state == State.READY,
            "can_tick": run.state == State.READY and self.kind in deciding.WRITTEN,
            "chosen": run.rows.filter(is_chosen=True, kind__in=deciding.WRITTEN).count() if run.counts else 0,
            "results": [(DirectoryRow.Result(code).label, number) for code, number in results],
        }

    def post(self, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            return self.decide()
        except Problems as refused:
            self.tell(refused)
            return redirect(address("run", self.run.pk))

    def decide(self) -> HttpResponseBase:
        """Whatever button it was, the ticks on the screen are kept first."""
        given, run = self.request.POST, self.run
        if "carry_on" in given:
            deciding.carry_on(run)
        elif "leave" in given:
            deciding.leave(run, by=self.viewer)
            messages.info(self.request, _("Nothing was changed."))
        elif "again" in given:
            deciding.compare_again(run)
        else:
            self.keep_ticks()
            if "apply" in given:
                deciding.carry_out(run, publishes=given.get("publishes") == "yes", by=self.viewer)
            elif "tick" in given:
                deciding.tick_all(run, self.kind, given["tick"] == "all")
            return redirect(self.next_place(given))
        return redirect(address("run", run.pk))

    def keep_ticks(self) -> None:
        given = self.request.POST
        overwrites: dict[str, list[str]] = defaultdict(list)
        for both in given.getlist("theirs"):
            row, _colon, field = both.partition(":")
            overwrites[row].append(field)
        shown = [one for one in given.getlist("shown") if deciding.is_key(one)]
        deciding.tick(self.run, shown, set(given.getlist("row")), overwrites)

    def next_place(self, given: Any) -> str:
        kind, _colon, page = given.get("go", "").partition(":")
        here = address("run", self.run.pk)
        if kind not in Kind.values:
            return here if "apply" in given else f"{here}?kind={self.kind}&p={self.page.number}"
        return f"{here}?kind={kind}&p={page if page.isdigit() else 1}"
