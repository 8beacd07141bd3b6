from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.councils.owned import CouncilOwned


class CarePeriod(CouncilOwned):
    """A time in the council's care. From these and the date of birth the category is suggested (domain.md 2A).

    Planned short breaks do not count towards the 13 weeks.
    """

    young_person = models.ForeignKey("people.YoungPerson", on_delete=models.PROTECT, related_name="care_periods")
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("until"), null=True, blank=True, help_text=_("Empty: still in care."))
    short_break = models.BooleanField(_("a planned short break"), default=False)

    class Meta:
        verbose_name = _("time in care")
        verbose_name_plural = _("times in care")
        ordering = ["starts_on"]
        indexes = [models.Index(fields=["council", "young_person", "starts_on"], name="care_period_young_person")]
        constraints = [
            models.CheckConstraint(condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")), name="care_ends_later")
        ]

    def __str__(self) -> str:
        return f"{self.starts_on} – {self.ends_on or ''}"
