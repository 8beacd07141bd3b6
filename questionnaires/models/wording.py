from django.db import models
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.councils.owned import CouncilOrNational
from leavingwell.questionnaires.kinds import Variant


class Wording(CouncilOrNational):
    """The words of one question: the nation's, or a council's own in their place.

    Young people see them once published.
    """

    indicator = models.ForeignKey(
        "questionnaires.Indicator", on_delete=models.PROTECT, related_name="wordings", verbose_name=_("question")
    )
    variant = models.CharField(_("variant"), max_length=20, choices=Variant, default=Variant.STANDARD)
    text = models.CharField(_("question"), max_length=300)
    help = models.TextField(_("why we ask"), max_length=600, blank=True)

    class Meta:
        verbose_name = _("question wording")
        verbose_name_plural = _("question wordings")
        ordering = ["indicator__domain__order", "indicator__order", "variant"]
        constraints = [
            models.UniqueConstraint(
                fields=["council", "indicator", "variant"], nulls_distinct=False, name="one_wording_per_variant"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.indicator.code} {self.text}"
