from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.councils.owned import CouncilOrNational, CouncilOwned


class QuestionArrangement(CouncilOrNational):
    """Whether, where and when a council asks a question. None leaves a part as the nation has it.

    Only an optional question can be hidden. `show_when` is a condition (`conditions` gives its grammar);
    `tell_a_person` adds choices to those after which a worker is told the same day, and takes none away.
    """

    indicator = models.ForeignKey("questionnaires.Indicator", on_delete=models.PROTECT, related_name="arrangements")
    is_hidden = models.BooleanField(_("hidden"), default=False)
    order = models.PositiveSmallIntegerField(_("order"), null=True, blank=True)
    show_when = models.JSONField(_("shown when"), null=True, blank=True)
    tell_a_person = ArrayField(models.CharField(max_length=20), default=list, blank=True)

    class Meta:
        verbose_name = _("arrangement of a question")
        verbose_name_plural = _("arrangements of questions")
        constraints = [
            models.UniqueConstraint(
                fields=["council", "indicator"], nulls_distinct=False, name="one_arrangement_per_question"
            ),
        ]

    def __str__(self) -> str:
        return self.indicator.code


class DomainArrangement(CouncilOwned):
    """Where a council asks an area of life."""

    kept = False  # a setting, not case data

    domain_code = models.CharField(_("domain"), max_length=20)
    order = models.PositiveSmallIntegerField(_("order"))

    class Meta:
        verbose_name = _("arrangement of an area of life")
        verbose_name_plural = _("arrangements of areas of life")
        constraints = [
            models.UniqueConstraint(fields=["council", "domain_code"], name="one_arrangement_per_domain"),
        ]

    def __str__(self) -> str:
        return self.domain_code
