"""Composing, sending and closing a short survey."""

from abc import ABC, abstractmethod
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.ui.menus import MenuItem
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from leavingwell.platform.councils.admin import views
from leavingwell.platform.people.request import Request
from leavingwell.platform.problems import Problems
from leavingwell.questionnaires.admin.surveys.forms import published
from leavingwell.questionnaires.models import Survey
from leavingwell.questionnaires.services import surveys
from leavingwell.questionnaires.survey_checks import SMALLEST_GROUP

CHANGE = "questionnaires.change_survey"
Draft = Survey.State.DRAFT


class IndexView(views.IndexView):
    send_url_name: str
    close_url_name: str

    def get_edit_url(self, instance: Any) -> str | None:
        return super().get_edit_url(instance) if instance.state == Draft else None

    def get_delete_url(self, instance: Any) -> str | None:
        return super().get_delete_url(instance) if instance.state == Draft else None

    def get_list_more_buttons(self, instance: Any) -> list[Any]:
        buttons: list[Any] = super().get_list_more_buttons(instance)
        if not self.request.user.has_perm(CHANGE):
            return buttons
        if instance.state == Draft:
            address = reverse(self.send_url_name, args=[instance.pk])
            return [MenuItem(_("Send"), url=address, icon_name="mail", priority=5), *buttons]
        if instance.is_open:
            address = reverse(self.close_url_name, args=[instance.pk])
            return [MenuItem(_("Close"), url=address, icon_name="lock", priority=5), *buttons]
        return buttons


class SavesThroughTheService:
    def save_instance(self) -> Any:
        view: Any = self
        return surveys.save_survey(view.form.save(commit=False), by=view.request.viewer or None)

    def get_success_message(self, instance: Any = None) -> str | Promise:
        return _("Saved as a draft. Nobody is asked before you send it.")


class CreateView(SavesThroughTheService, views.CreateView):
    pass


class DraftAlone:
    """What was sent stays as it was sent."""

    def get_object(self, queryset: Any = None) -> Any:
        survey = super().get_object(queryset)  # type: ignore[misc]
        if survey.state != Draft:
            raise PermissionDenied
        return survey


class EditView(DraftAlone, SavesThroughTheService, views.EditView):
    pass


class DeleteView(DraftAlone, views.DeleteView):
    def delete_action(self) -> None:
        request: Any = self.request
        surveys.delete_draft(self.object, by=request.viewer or None)


class StepView(WagtailAdminTemplateMixin, TemplateView, ABC):  # type: ignore[misc]
    """Says what will happen, and does it when it is confirmed."""

    index_url_name = ""
    header_icon = "mail"
    done: str | Promise = ""
    state = Draft

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not request.user.has_perm(CHANGE):
            raise PermissionDenied
        self.survey = get_object_or_404(Survey.objects.select_related("team"), pk=kwargs["pk"], state=self.state)
        response: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return response

    @abstractmethod
    def act(self, survey: Survey, by: Any) -> Survey:
        """Does it. Raises `Problems` for what stands in the way."""

    def post(self, request: Request, pk: Any) -> HttpResponseRedirect:
        try:
            self.act(self.survey, request.viewer or None)
        except Problems as refused:
            for problem in refused.problems:
                messages.error(request, problem.message)
        else:
            messages.success(request, self.done)
        return redirect(self.index_url_name)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context_data(**kwargs), "survey": self.survey, "back": reverse(self.index_url_name)}

    def get_page_subtitle(self) -> str:
        return str(self.survey)


class SendView(StepView):
    template_name = "questionnaires/admin/send_survey.html"
    page_title = _("Send survey")
    done = _("Sent. Young people see it on their home page until the last day. Nobody is reminded.")

    def act(self, survey: Survey, by: Any) -> Survey:
        return surveys.send_survey(survey, by)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        content = published()
        number = surveys.group_of(self.survey).count()
        return {
            **super().get_context_data(**kwargs),
            "questions": [content.question(code) for code in self.survey.question_codes if content.has(code)],
            "number": number if number >= SMALLEST_GROUP else None,
            "smallest": SMALLEST_GROUP,
            "problems": surveys.faults(self.survey, content),
        }


class CloseView(StepView):
    template_name = "questionnaires/admin/close_survey.html"
    page_title = _("Close survey")
    header_icon = "lock"
    done = _("Closed. Its totals are told on the portal's page “How young people are doing”.")
    state = Survey.State.SENT

    def act(self, survey: Survey, by: Any) -> Survey:
        return surveys.close_survey(survey, by)
