from django.db import models
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.councils.owned import CouncilOwned


class Team(CouncilOwned):
    """Workers with a manager who authorises their plans, and a practice supervisor who checks their quality."""

    name = models.CharField(_("name"), max_length=100)
    manager = models.ForeignKey(
        "people.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="teams_managed"
    )
    practice_supervisor = models.ForeignKey(
        "people.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="teams_supervised"
    )
    closed_on = models.DateField(_("closed"), null=True, blank=True)

    class Meta:
        verbose_name = _("team")
        verbose_name_plural = _("teams")
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["council", "name"], name="one_team_per_name")]

    def __str__(self) -> str:
        return self.name
