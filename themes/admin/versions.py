"""The looks that a council had: a list with small pictures, one beside today's, and bringing one back."""

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import ListView, TemplateView, View
from wagtail.admin import messages
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from leavingwell.platform.councils import scope
from leavingwell.platform.problems import Problems
from leavingwell.themes.admin.showing import viewer_of
from leavingwell.themes.curated import CURATED
from leavingwell.themes.differences import Difference, differences
from leavingwell.themes.font_faces import font_faces
from leavingwell.themes.models import Theme, ThemeVersion
from leavingwell.themes.services.saving import restore
from leavingwell.themes.services.versions import newest, theme_of
from leavingwell.themes.small_picture import small_picture

NAMES = "wagtailsnippets_themes_theme"
A_PAGE = 24


@dataclass(frozen=True)
class Shown:
    version: ThemeVersion
    picture: str
    is_now: bool


def shown(version: ThemeVersion, now: int) -> Shown:
    return Shown(version, small_picture(theme_of(version)), version.number == now)


def faces() -> str:
    """The letters of every look, for the small pictures."""
    return "\n".join(font_faces(CURATED))


class ForThoseWhoSetTheLook:
    """For those who may change the look, on a council's own host."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not request.user.has_perm("themes.change_theme"):
            raise PermissionDenied
        if not scope.current():
            raise Http404
        answer: HttpResponseBase = super().dispatch(request, *args, **kwargs)  # type: ignore[misc]
        return answer


class LookScreen(ForThoseWhoSetTheLook, WagtailAdminTemplateMixin):  # type: ignore[misc]
    header_icon = "view"
    above: list[tuple[str, Any]] = [(f"{NAMES}:list", gettext_lazy("Look"))]

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        above = [{"url": reverse(name), "label": label} for name, label in self.above]
        return [*super().get_breadcrumbs_items(), *above, {"url": "", "label": self.get_page_title()}]


class VersionsView(LookScreen, ListView):  # type: ignore[type-arg]  # ListView[…] would not run
    template_name = "themes/admin/versions.html"
    page_title = gettext_lazy("Earlier looks")
    paginate_by = A_PAGE

    def get_queryset(self) -> QuerySet[ThemeVersion]:
        return ThemeVersion.objects.select_related("saved_by")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        now = newest()
        return {
            **context,
            "faces": faces(),
            "rows": [shown(one, now.number if now else 0) for one in context["page_obj"]],
        }


def wanted(number: int) -> ThemeVersion:
    return get_object_or_404(ThemeVersion.objects.select_related("saved_by"), number=number)


class CompareView(LookScreen, TemplateView):
    template_name = "themes/admin/version.html"
    above = [*LookScreen.above, (f"{NAMES}:versions", gettext_lazy("Earlier looks"))]

    @cached_property
    def version(self) -> ThemeVersion:
        return wanted(self.kwargs["number"])

    def get_page_title(self) -> str:
        return str(self.version)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        today = Theme.objects.first()
        found: list[Difference] = differences(self.version.look, today)
        pictures = {"then": small_picture(theme_of(self.version)), "today": small_picture(today or Theme())}
        return {**context, **pictures, "faces": faces(), "version": self.version, "differences": found}


class RestoreView(ForThoseWhoSetTheLook, View):
    http_method_names = ["post"]

    def post(self, request: HttpRequest, number: int) -> HttpResponse:
        version = wanted(number)
        try:
            lost = restore(version, by=viewer_of(request))
        except Problems as refused:
            messages.error(request, " ".join(str(problem.message) for problem in refused.problems))
            return redirect(f"{NAMES}:version", number=number)
        messages.success(request, _("The portal has the look of version %s again.") % number)
        for name in lost:
            messages.warning(request, _("The picture for “%s” is not there any more.") % name)
        return redirect(f"{NAMES}:versions")
