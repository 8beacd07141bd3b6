from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.councils.owned import CouncilOwned
from leavingwell.questionnaires.kinds import AnswerKind, Variant


class SurveyAnswer(CouncilOwned):
    """What a young person said to one question of a short survey. There are no own words: only totals are read."""

    append_only = True

    invitation = models.ForeignKey("questionnaires.SurveyInvitation", on_delete=models.PROTECT, related_name="answers")
    question_code = models.CharField(_("question"), max_length=20)
    kind = models.CharField(_("kind"), max_length=20, choices=AnswerKind)
    choice = models.CharField(_("choice"), max_length=20, blank=True)
    choices = ArrayField(models.CharField(max_length=20), default=list, blank=True)
    language = models.CharField(_("language"), max_length=8)
    variant = models.CharField(_("variant"), max_length=20, choices=Variant, default=Variant.STANDARD)
    shown_text = models.CharField(_("question as shown"), max_length=300)
    answered_at = models.DateTimeField(_("when"), default=timezone.now)

    class Meta:
        verbose_name = _("answer to a survey")
        verbose_name_plural = _("answers to surveys")
        constraints = [
            models.UniqueConstraint(fields=["invitation", "question_code"], name="one_survey_answer_per_question"),
        ]

    def __str__(self) -> str:
        return f"{self.question_code}: {self.choice or self.kind}"
