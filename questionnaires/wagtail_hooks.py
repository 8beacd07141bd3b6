"""Registers the "Questions" menu."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.models import register_snippet

from leavingwell.platform.councils.admin.tasks import Task, offer
from leavingwell.questionnaires.admin.publishing import NAMESPACE, PUBLISH
from leavingwell.questionnaires.viewsets import QuestionsGroup

register_snippet(QuestionsGroup)
offer(
    Task(
        _("Questions"),
        _("See how each question is put, and in which languages."),
        "wagtailsnippets_questionnaires_wording:list",
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
)
