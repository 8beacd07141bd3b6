from django.db import models
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.councils.owned import CouncilOrNational
from leavingwell.questionnaires.kinds import Variant


class Choice(CouncilOrNational):
    """One choice in the list of a question that brings its own (answer types ONE and SEVERAL), in one variant."""

    indicator = models.ForeignKey("questionnaires.Indicator", on_delete=models.PROTECT, related_name="own_choices")
    code = models.CharField(_("code"), max_length=20)
    variant = models.CharField(_("variant"), max_length=20, choices=Variant, default=Variant.STANDARD)
    label = models.CharField(_("label"), max_length=80)
    order = models.PositiveSmallIntegerField(_("order"))

    class Meta:
        verbose_name = _("choice")
        verbose_name_plural = _("choices")
        ordering = ["indicator", "order"]
        constraints = [
            models.UniqueConstraint(
                fields=["council", "indicator", "code", "variant"], nulls_distinct=False, name="one_choice_per_code"
            ),
        ]

    def __str__(self) -> str:
        return self.label
