from datetime import date

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.councils.owned import CouncilOwned

LONG_AGO = date(2000, 1, 1)


class StartAge(models.IntegerChoices):
    """In months, when planning starts. Councils differ (domain.md 2A)."""

    FIFTEEN_AND_A_HALF = 186, _("15½")
    FIFTEEN_AND_THREE_QUARTERS = 189, _("15¾")
    SIXTEEN = 192, _("16")


class PlanRules(CouncilOwned):
    """What a council has set for its plans, from a day on. The rules of a day are the latest that began by then.

    The law: a first plan within three months (Care Leavers (England) Regulations 2010 reg 5), a review at least every
    six (reg 7), a visit within seven days of a move and then at least every two months (reg 8).
    """

    kept = False  # a setting, not case data

    effective_from = models.DateField(_("from"), default=LONG_AGO)
    start_age_months = models.PositiveSmallIntegerField(
        _("planning starts at the age of"), choices=StartAge, default=StartAge.FIFTEEN_AND_THREE_QUARTERS
    )
    assessment_within_months = models.PositiveSmallIntegerField(_("months until the first plan"), default=3)
    review_every_months = models.PositiveSmallIntegerField(
        _("months between reviews"), default=6, validators=[MinValueValidator(1), MaxValueValidator(12)]
    )
    review_after_move_days = models.PositiveSmallIntegerField(
        _("days until a review after a move to a home that is not regulated"), default=28
    )
    visit_after_move_days = models.PositiveSmallIntegerField(_("days until a visit after a move"), default=7)
    visit_every_weeks = models.PositiveSmallIntegerField(_("weeks between visits"), default=8)
    contact_every_weeks = models.PositiveSmallIntegerField(_("weeks between contacts"), default=6)
    offer_every_months = models.PositiveSmallIntegerField(
        _("months between “the door is open” messages, from 21"), default=12
    )
    attempts_needed = models.PositiveSmallIntegerField(
        _("attempts before a plan may be written without the young person"), default=3
    )
    attempt_channels_needed = models.PositiveSmallIntegerField(_("by at least so many different ways"), default=2)
    attempts_over_days = models.PositiveSmallIntegerField(_("spread over at least so many days"), default=14)
    quality_check = models.BooleanField(_("a practice supervisor checks each plan"), default=False)
    matters_needed = models.PositiveSmallIntegerField(
        _("matters of Schedule 1 that a plan must cover"), default=10, validators=[MaxValueValidator(10)]
    )
    completion_target = models.PositiveSmallIntegerField(_("target for plans in force, per cent"), default=90)

    class Meta:
        verbose_name = _("plan rules")
        verbose_name_plural = _("plan rules")
        ordering = ["-effective_from"]
        constraints = [models.UniqueConstraint(fields=["council", "effective_from"], name="one_set_of_rules_a_day")]

    def __str__(self) -> str:
        return f"{self.effective_from}"


def rules(on: date | None = None) -> PlanRules:
    """The rules of that day (today) in the council whose scope is open; the usual ones where it has set none."""
    day = on or timezone.localdate()
    return PlanRules.objects.filter(effective_from__lte=day).first() or PlanRules()
