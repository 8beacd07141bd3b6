from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.councils.owned import CouncilOwned


class TeamAllocation(CouncilOwned):
    """The time for which a young person is with one team. Past ones stay, as the history."""

    young_person = models.ForeignKey("people.YoungPerson", on_delete=models.PROTECT, related_name="team_allocations")
    team = models.ForeignKey("people.Team", on_delete=models.PROTECT, related_name="allocations")
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("until"), null=True, blank=True)

    class Meta:
        verbose_name = _("time with a team")
        verbose_name_plural = _("times with a team")
        ordering = ["-starts_on", "-pk"]
        indexes = [models.Index(fields=["council", "young_person"], name="team_allocation_young_person")]
        constraints = [
            models.UniqueConstraint(fields=["young_person"], condition=Q(ends_on=None), name="one_team_at_a_time"),
        ]

    def __str__(self) -> str:
        return f"{self.team} – {self.young_person}"
