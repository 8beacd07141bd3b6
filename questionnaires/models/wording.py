from django.db import models
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.councils.owned import CouncilOrNational
from leavingwell.questionnaires.kinds import Variant


class Wording(CouncilOrNational):
    """The words of one question: the nation's, or a council's own in their place.

    Young people see them once published. `national_text` is what the nation said, as `{part: {language: text}}`, when
    the council wrote its own or last looked; None where nobody noted it.
    """

    indicator = models.ForeignKey(
        "questionnaires.Indicator", on_delete=models.PROTECT, related_name="wordings", verbose_name=_("question")
    )
    variant = models.CharField(_("variant"), max_length=20, choices=Variant, default=Variant.STANDARD)
    text = models.CharField(_("question"), max_length=300)
    help = models.TextField(_("why we ask"), max_length=600, blank=True)
    prompt = models.TextField(
        _("prompt for the worker"),
        max_length=600,
        blank=True,
        help_text=_("What the worker can ask more, or look out for. The young person does not see it."),
    )
    picture = models.ForeignKey(
        "questionnaires.QuestionMedia", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    picture_text = models.CharField(
        _("what the picture shows"),
        max_length=200,
        blank=True,
        help_text=_("Read aloud to those who cannot see it. Needed for every picture."),
    )
    national_text = models.JSONField(_("national words when it was written"), null=True, blank=True, editable=False)

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
