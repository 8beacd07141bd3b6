from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.councils.owned import CouncilOwned


class StateChange(CouncilOwned):
    """When a young person's state (stable, fragile, in crisis) changed, who said so and why."""

    append_only = True

    young_person = models.ForeignKey("people.YoungPerson", on_delete=models.PROTECT, related_name="state_changes")
    before = models.CharField(_("before"), max_length=20)
    after = models.CharField(_("after"), max_length=20)
    reason = models.TextField(_("why"), max_length=1000, blank=True)
    by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(_("when"), default=timezone.now)

    class Meta:
        verbose_name = _("change of state")
        verbose_name_plural = _("changes of state")
        ordering = ["-at"]
        indexes = [models.Index(fields=["council", "young_person", "-at"], name="state_change_young_person")]

    def __str__(self) -> str:
        return f"{self.before} → {self.after}"
