"""The roles of architecture.md section 4: their codes are the same in the database, the API and demo.json."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    COUNCIL_ADMIN = "council_admin", _("Council administrator")
    CONTENT_EDITOR = "content_editor", _("Content editor")
    QUESTIONNAIRE_EDITOR = "questionnaire_editor", _("Questionnaire editor")
    TRANSLATOR = "translator", _("Translator")
    TEAM_MANAGER = "team_manager", _("Team manager")
    PRACTICE_SUPERVISOR = "practice_supervisor", _("Practice supervisor")
    PERSONAL_ADVISER = "personal_adviser", _("Personal adviser")
    DUTY_WORKER = "duty_worker", _("Duty worker")
    ANALYST = "analyst", _("Analyst")
    YOUNG_PERSON = "young_person", _("Young person")
    SUPPORTER = "supporter", _("Supporter")
    OPERATOR = "operator", _("National operator")
    FRAMEWORK_EDITOR = "framework_editor", _("Framework editor")


NATIONAL_ROLES = frozenset({Role.OPERATOR, Role.FRAMEWORK_EDITOR})
