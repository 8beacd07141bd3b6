"""Publishing the questions: what young people will read differently, and the button."""

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.admin.viewsets.base import ViewSet

from leavingwell.platform.councils.admin.allowed import open_namespace
from leavingwell.platform.people.request import Request
from leavingwell.platform.problems import Problems
from leavingwell.questionnaires.changes import Subject, changes
from leavingwell.questionnaires.freezing import content_of
from leavingwell.questionnaires.models import Questionnaire, QuestionnaireVersion
from leavingwell.questionnaires.services.publishing import has_changed, latest_version, publish
from leavingwell.translations.panels import languages_in_scope

PUBLISH = "questionnaires.add_questionnaireversion"
NAMESPACE = "publish_questions"


@dataclass(frozen=True)
class Draft:
    """A questionnaire as it would be published now, beside what young people read today."""

    questionnaire: Questionnaire
    published: QuestionnaireVersion | None
    subjects: list[Subject]
    can_publish: bool


def draft_of(questionnaire: Questionnaire) -> Draft:
    content = content_of(questionnaire)
    try:
        published: QuestionnaireVersion | None = latest_version(questionnaire.code)
    except Problems:
        published = None
    before = published.content if published else {"domains": []}
    subjects = changes(before, content, languages_in_scope())
    return Draft(questionnaire, published, subjects, has_changed(questionnaire, content))


class PublishView(WagtailAdminTemplateMixin, TemplateView):  # type: ignore[misc]
    template_name = "questionnaires/admin/publish.html"
    page_title = gettext_lazy("Publish questions")
    header_icon = "upload"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not request.user.has_perm(PUBLISH):
            raise PermissionDenied
        response: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return response

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.get_page_title()}]

    @cached_property
    def drafts(self) -> list[Draft]:
        return [draft_of(questionnaire) for questionnaire in Questionnaire.objects.order_by("name")]

    def post(self, request: Request) -> HttpResponseRedirect:
        known = {questionnaire.code: questionnaire for questionnaire in Questionnaire.objects.all()}
        questionnaire = known.get(request.POST.get("questionnaire", ""))
        if questionnaire is None:
            raise Http404
        try:
            version = publish(questionnaire, by=request.viewer or None)
        except Problems as refused:
            for problem in refused.problems:
                messages.error(request, problem.message)
        else:
            words = _("“%(name)s” is published as version %(number)s. Young people read it from now on.")
            messages.success(request, words % {"name": questionnaire.name, "number": version.number})
        return redirect(f"{NAMESPACE}:index")


def publish_button(request: HttpRequest) -> list[Any]:
    """For the message after a change of words: the way to make it count."""
    may = request.user.has_perm(PUBLISH)
    return [messages.button(reverse(f"{NAMESPACE}:index"), _("Publish questions"))] if may else []


class PublishItem(MenuItem):  # type: ignore[misc]
    def is_shown(self, request: HttpRequest) -> bool:
        return bool(request.user.has_perm(PUBLISH))


class PublishingViewSet(ViewSet):  # type: ignore[misc]
    name = NAMESPACE
    url_prefix = "publish-questions"
    icon = "upload"
    menu_label = gettext_lazy("Publish")
    menu_item_class = PublishItem

    def get_urlpatterns(self) -> list[Any]:
        return [path("", PublishView.as_view(), name="index")]

    def on_register(self) -> None:
        open_namespace(self.url_namespace)
        super().on_register()
