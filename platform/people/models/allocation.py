from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.councils.owned import CouncilOwned


class Allocation(CouncilOwned):
    """The time for which one worker is a young person's personal adviser. Past ones stay, as the history."""

    young_person = models.ForeignKey("people.YoungPerson", on_delete=models.PROTECT, related_name="allocations")
    worker = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="allocations")
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("until"), null=True, blank=True)

    class Meta:
        verbose_name = _("allocation")
        verbose_name_plural = _("allocations")
        ordering = ["-starts_on", "-pk"]  # keys are in the order of their making
        indexes = [models.Index(fields=["council", "worker"], name="allocation_worker")]
        constraints = [
            models.UniqueConstraint(fields=["young_person"], condition=Q(ends_on=None), name="one_worker_at_a_time"),
        ]

    def __str__(self) -> str:
        return f"{self.worker} – {self.young_person}"
