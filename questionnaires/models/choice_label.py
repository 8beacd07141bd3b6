from django.db import models
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.councils.owned import CouncilOrNational
from leavingwell.questionnaires.kinds import AnswerType, Variant


class ChoiceLabel(CouncilOrNational):
    """The words of one choice of an answer type in one variant, the same under every question of that type."""

    answer_type = models.CharField(_("how it is answered"), max_length=10, choices=AnswerType)
    code = models.CharField(_("code"), max_length=20)
    variant = models.CharField(_("variant"), max_length=20, choices=Variant, default=Variant.STANDARD)
    label = models.CharField(_("label"), max_length=80)
    order = models.PositiveSmallIntegerField(_("order"))

    class Meta:
        verbose_name = _("answer wording")
        verbose_name_plural = _("answer wordings")
        ordering = ["answer_type", "order"]
        constraints = [
            models.UniqueConstraint(
                fields=["council", "answer_type", "code", "variant"],
                nulls_distinct=False,
                name="one_label_per_choice",
            ),
        ]

    def __str__(self) -> str:
        return self.label
