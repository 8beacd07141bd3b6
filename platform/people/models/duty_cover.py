from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.councils.owned import CouncilOwned


class DutyCover(CouncilOwned):
    """A time for which somebody answers for a whole team's young people, while their own workers are away."""

    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="duty_covers")
    team = models.ForeignKey("people.Team", on_delete=models.PROTECT, related_name="duty_covers")
    starts_at = models.DateTimeField(_("from"))
    ends_at = models.DateTimeField(_("until"))

    class Meta:
        verbose_name = _("duty cover")
        verbose_name_plural = _("duty covers")
        ordering = ["-starts_at"]
        indexes = [models.Index(fields=["council", "person", "ends_at"], name="duty_cover_person")]
        constraints = [models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="duty_cover_ends_later")]

    def __str__(self) -> str:
        return f"{self.person}: {self.team}"
