from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.councils.owned import CouncilOwned


class LegalHold(CouncilOwned):
    """Why a young person's record must be kept beyond its day, until somebody lifts it."""

    young_person = models.ForeignKey("people.YoungPerson", on_delete=models.PROTECT, related_name="legal_holds")
    reason = models.TextField(_("why"), max_length=1000)
    placed_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    placed_at = models.DateTimeField(_("from"), default=timezone.now)
    lifted_by = models.ForeignKey("people.Person", null=True, on_delete=models.PROTECT, related_name="+")
    lifted_at = models.DateTimeField(_("lifted"), null=True, blank=True)
    lift_reason = models.TextField(_("why it was lifted"), max_length=1000, blank=True)

    class Meta:
        verbose_name = _("legal hold")
        verbose_name_plural = _("legal holds")
        ordering = ["-placed_at"]
        constraints = [
            models.UniqueConstraint(fields=["young_person"], condition=Q(lifted_at=None), name="one_hold_at_a_time"),
        ]

    def __str__(self) -> str:
        return f"{self.young_person} {self.placed_at:%Y-%m-%d}"
