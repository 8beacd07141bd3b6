from django.db import models
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.councils.owned import CouncilOwned


class PlanRules(CouncilOwned):
    """What a council has set for its plans. The law asks for a review at least every six months."""

    review_every_months = models.PositiveSmallIntegerField(_("months between reviews"), default=6)
    completion_target = models.PositiveSmallIntegerField(_("target for plans in force, per cent"), default=90)

    class Meta:
        verbose_name = _("plan rules")
        verbose_name_plural = _("plan rules")
        constraints = [models.UniqueConstraint(fields=["council"], name="one_set_of_rules")]

    def __str__(self) -> str:
        return str(_("Plan rules"))


def rules() -> PlanRules:
    """The rules of the council whose scope is open; the usual ones where it has set none."""
    return PlanRules.objects.first() or PlanRules()
