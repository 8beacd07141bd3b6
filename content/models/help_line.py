from django.db import models
from django.utils.translation import gettext_lazy as _

from leavingwell.content.models.national import NationalCopy
from leavingwell.platform.councils.owned import CouncilOrNational


class HelpLine(NationalCopy, CouncilOrNational):
    """Somebody to call now: a council's own night line, or a national one. Always shown in the same order."""

    title = models.CharField(_("what it is for"), max_length=100)
    phone = models.CharField(_("number"), max_length=40)
    note = models.CharField(_("when, and what to do"), max_length=200, blank=True)
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("help line")
        verbose_name_plural = _("help lines")
        ordering = ["order", "phone"]
        indexes = [models.Index(fields=["council", "order"], name="help_line_order")]
        constraints = [models.UniqueConstraint(fields=["council", "replaces"], name="one_copy_of_national_help_line")]

    def __str__(self) -> str:
        return f"{self.title} {self.phone}"
