"""Registers the "Questions" menu."""

from wagtail.snippets.models import register_snippet

from leavingwell.questionnaires.viewsets import QuestionsGroup

register_snippet(QuestionsGroup)
