"""Registers the "Questions" menu."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from leavingwell.platform.councils.admin.doing import tell
from leavingwell.platform.councils.admin.tasks import Task, offer
from leavingwell.questionnaires.admin.own.conditions import ConditionViewSet
from leavingwell.questionnaires.admin.publishing import NAMESPACE, PUBLISH
from leavingwell.questionnaires.admin.remarks.views import CHANGE as CHANGE_REMARKS
from leavingwell.questionnaires.admin.remarks.views import NAMESPACE as REMARKS
from leavingwell.questionnaires.doing import national_changes, proposals, remarks
from leavingwell.questionnaires.viewsets import QuestionsGroup

register_snippet(QuestionsGroup)
hooks.register("register_admin_viewset", ConditionViewSet)
offer(
    Task(
        _("Questions"),
        _("See how each question is put, reword it, move it or leave it out."),
        "questionnaire_editor:index",
        "questionnaires.change_wording",
        icon="help",
        order=10,
    ),
    Task(
        _("Publish questions"),
        _("See what young people will read differently, and let it count."),
        f"{NAMESPACE}:index",
        PUBLISH,
        icon="upload",
        order=20,
    ),
    Task(
        _("What young people say"),
        _("Read which questions are hard to understand or feel wrong, and answer."),
        f"{REMARKS}:index",
        CHANGE_REMARKS,
        icon="comment",
        order=25,
    ),
)
tell(remarks, proposals, national_changes)
