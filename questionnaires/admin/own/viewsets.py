"""The entries of own questions and of the question bank in the "Questions" menu."""

from typing import Any

from django.http import HttpRequest
from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet

from leavingwell.platform.councils import scope
from leavingwell.platform.councils.admin.allowed import open_namespace
from leavingwell.questionnaires.admin.own.bank import BankView
from leavingwell.questionnaires.admin.own.screen import EDIT
from leavingwell.questionnaires.admin.own.steps import StepView
from leavingwell.questionnaires.admin.own.variants import VariantView
from leavingwell.questionnaires.admin.own.views import AddView, EditView, ListView


class CouncilItem(MenuItem):  # type: ignore[misc]
    def is_shown(self, request: HttpRequest) -> bool:
        return bool(scope.current()) and bool(request.user.has_perm(EDIT))


class OwnQuestionsViewSet(ViewSet):  # type: ignore[misc]
    name = "own_questions"
    url_prefix = "own-questions"
    icon = "help"
    menu_label = _("Our own questions")
    menu_item_class = CouncilItem

    def get_urlpatterns(self) -> list[Any]:
        return [
            path("", ListView.as_view(), name="index"),
            path("add/", AddView.as_view(), name="add"),
            path("<slug:code>/", EditView.as_view(), name="edit"),
            path("<slug:code>/words/<slug:variant>/", VariantView.as_view(), name="variant"),
            path("<slug:code>/<slug:step>/", StepView.as_view(), name="step"),
        ]

    def on_register(self) -> None:
        open_namespace(self.url_namespace)
        super().on_register()


class QuestionBankViewSet(ViewSet):  # type: ignore[misc]
    name = "question_bank"
    url_prefix = "question-bank"
    icon = "folder-open-1"
    menu_label = _("Question bank")
    menu_item_class = CouncilItem

    def get_urlpatterns(self) -> list[Any]:
        return [path("", BankView.as_view(), name="index")]

    def on_register(self) -> None:
        open_namespace(self.url_namespace)
        super().on_register()
