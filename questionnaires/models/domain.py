from django.db import models
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.councils.owned import CouncilOrNational


class Domain(CouncilOrNational):
    """One of the eight areas of life. `name` is the professional's term, `title` the young person's."""

    questionnaire = models.ForeignKey("questionnaires.Questionnaire", on_delete=models.PROTECT, related_name="domains")
    code = models.CharField(_("code"), max_length=20)
    name = models.CharField(_("name"), max_length=100)
    title = models.CharField(_("title"), max_length=100)
    order = models.PositiveSmallIntegerField(_("order"))

    class Meta:
        verbose_name = _("domain")
        verbose_name_plural = _("domains")
        ordering = ["order"]
        constraints = [
            models.UniqueConstraint(fields=["council", "code"], nulls_distinct=False, name="one_domain_per_code"),
        ]

    def __str__(self) -> str:
        return self.name
