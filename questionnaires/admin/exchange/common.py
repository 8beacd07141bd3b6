"""What the screens for export and import share."""

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView, View
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from leavingwell.platform.problems import Message, Problems
from leavingwell.questionnaires.models import Questionnaire
from leavingwell.questionnaires.ownership import own_over_national

RIGHT = "questionnaires.add_wording"  # to write words of the council's own; who only translates has it not
NAMESPACE = "exchange_questions"
EXCHANGE = _("Export and import")


class ForEditors(View):
    """For those who may write the council's words."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not request.user.has_perm(RIGHT):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


class ExchangeView(ForEditors, WagtailAdminTemplateMixin, TemplateView):  # type: ignore[misc]
    page_title = EXCHANGE
    header_icon = "download"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        first, here = (reverse(f"{NAMESPACE}:index"), EXCHANGE), ("", self.get_page_title())
        steps = [here] if self.page_title is EXCHANGE else [first, here]
        return [*super().get_breadcrumbs_items(), *({"url": url, "label": label} for url, label in steps)]


class FileForm(forms.Form):
    file = forms.FileField(
        error_messages={"required": _("Choose a file first."), "empty": _("This file is empty.")},
    )


def file_in(request: HttpRequest, largest: int) -> bytes | Message:
    """The bytes of the file that was sent, or in words why there are none."""
    form = FileForm(request.POST, request.FILES)
    if not form.is_valid():
        return next(str(message) for messages in form.errors.values() for message in messages)
    file = form.cleaned_data["file"]
    if file.size > largest:
        return _("This file is larger than %d MB.") % (largest // 1024 // 1024)
    return bytes(file.read())


def messages_of(refused: Problems) -> list[Message]:
    return [problem.message for problem in refused.problems]


def questionnaires() -> list[Questionnaire]:
    """Those that the council sees, each once."""
    rows = own_over_national(Questionnaire.objects.order_by("name"), lambda row: row.code)
    return list(rows.values())


def asked_questionnaire(request: HttpRequest) -> Questionnaire:
    """The one that the address names, else the first. Raises Http404."""
    known = {one.code: one for one in questionnaires()}
    code = request.GET.get("questionnaire", next(iter(known), ""))
    if code not in known:
        raise Http404
    return known[code]


def download(data: bytes, media_type: str, name: str) -> HttpResponse:
    response = HttpResponse(data, content_type=media_type)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    response.headers["Cache-Control"] = "private, no-store"
    return response
