from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.councils.owned import CouncilOwned


class EmergencyAccess(CouncilOwned):
    """Break-glass: staff opened the record of a young person who is not theirs, saying why. It ends by itself.

    The team's manager is told, and the young person can read it among those who looked at their plan.
    """

    young_person = models.ForeignKey("people.YoungPerson", on_delete=models.PROTECT, related_name="emergency_accesses")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    reason = models.TextField(_("why"), max_length=1000)
    starts_at = models.DateTimeField(_("from"), default=timezone.now)
    ends_at = models.DateTimeField(_("until"))
    seen_at = models.DateTimeField(_("seen by the manager"), null=True, blank=True)
    seen_by = models.ForeignKey("people.Person", null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("emergency access")
        verbose_name_plural = _("emergency accesses")
        ordering = ["-starts_at"]
        indexes = [models.Index(fields=["council", "young_person", "-starts_at"], name="emergency_young_person")]
        constraints = [models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="emergency_ends_later")]

    def __str__(self) -> str:
        return f"{self.person}: {self.young_person}"
