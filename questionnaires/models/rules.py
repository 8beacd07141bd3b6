from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.councils.owned import CouncilOwned


class QuestionnaireRules(CouncilOwned):
    """What a council has set for its questionnaires.

    `going_well` and `growing` are the lowest per cent of these phases (`scoring.Bands`).
    """

    kept = False  # a setting, not case data

    second_person = models.BooleanField(
        _("a second person checks before publishing"),
        default=False,
        help_text=_("Nobody can then publish their own changes."),
    )
    going_well = models.PositiveSmallIntegerField(
        _("“Going well” from, per cent"), default=70, validators=[MaxValueValidator(100)]
    )
    growing = models.PositiveSmallIntegerField(
        _("“Growing” from, per cent"), default=40, validators=[MaxValueValidator(100)]
    )
    tell_duty = models.BooleanField(
        _("tell the duty worker too"),
        default=True,
        help_text=_("After an answer that somebody is told about. The young person's own worker is always told."),
    )
    tell_manager = models.BooleanField(_("tell the team manager too"), default=False)

    class Meta:
        verbose_name = _("rules for questions")
        verbose_name_plural = _("rules for questions")
        constraints = [
            models.UniqueConstraint(fields=["council"], name="one_set_of_questionnaire_rules"),
            models.CheckConstraint(condition=Q(growing__lt=F("going_well")), name="bands_in_order"),
        ]

    def __str__(self) -> str:
        return str(_("Rules for questions"))


def rules() -> QuestionnaireRules:
    """The rules of the council whose scope is open; the usual ones where it has set none."""
    return QuestionnaireRules.objects.first() or QuestionnaireRules()
