from django.db import models
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.councils.owned import CouncilOwned


class Area(CouncilOwned):
    """A part of the council, as young people call it: what an offer, an event or a drop-in place can be near to."""

    kept = False  # a setting, not case data

    code = models.SlugField(_("code"), max_length=40)
    name = models.CharField(_("name"), max_length=80)
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("area")
        verbose_name_plural = _("areas")
        ordering = ["order", "code"]
        constraints = [models.UniqueConstraint(fields=["council", "code"], name="one_area_per_code")]

    def __str__(self) -> str:
        return self.name
