from django.db import models
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.councils.owned import CouncilOwned


class CheckedLink(CouncilOwned):
    """An address that the council's pages lead to, and how it answered when we last asked."""

    kept = False  # asked again every week

    class State(models.TextChoices):
        WORKS = "works", _("Works")
        BROKEN = "broken", _("Broken")
        UNSURE = "unsure", _("We could not tell")

    address = models.CharField(_("address"), max_length=1000)
    state = models.CharField(_("state"), max_length=10, choices=State)
    answer = models.CharField(_("answer"), max_length=100, blank=True)
    checked_at = models.DateTimeField(_("checked on"))

    class Meta:
        verbose_name = _("checked link")
        verbose_name_plural = _("checked links")
        ordering = ["address"]
        constraints = [models.UniqueConstraint(fields=["council", "address"], name="one_row_a_link")]

    def __str__(self) -> str:
        return self.address
