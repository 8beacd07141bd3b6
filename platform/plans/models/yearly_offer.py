from django.db import models
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.councils.owned import CouncilOwned


class YearlyOffer(CouncilOwned):
    """That somebody from 21 to 25 was told that the door is open (Children and Social Work Act 2017 section 3)."""

    class Answer(models.TextChoices):
        WANTS_SUPPORT = "wants_support", _("Wants support")
        NOT_NOW = "not_now", _("Not now")

    young_person = models.ForeignKey("people.YoungPerson", on_delete=models.PROTECT, related_name="yearly_offers")
    sent_on = models.DateField(_("sent"))
    answer = models.CharField(_("answer"), max_length=20, choices=Answer, blank=True)
    answered_on = models.DateField(_("answered"), null=True, blank=True)

    class Meta:
        verbose_name = _("yearly offer")
        verbose_name_plural = _("yearly offers")
        ordering = ["-sent_on"]
        constraints = [models.UniqueConstraint(fields=["young_person", "sent_on"], name="one_offer_a_day")]

    def __str__(self) -> str:
        return f"{self.young_person} {self.sent_on}"
