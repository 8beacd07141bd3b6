from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.councils.owned import CouncilOrNational
from leavingwell.questionnaires.kinds import AnswerType


class Indicator(CouncilOrNational):  # type: ignore[django-manager-missing]  # modeltranslation makes Wording's
    """What a question measures. Its code never changes its meaning and is never used again.

    A council's own question has no points and is never core: national totals do not know it. `adopted_from` names the
    council and the code that it was taken from. `least` and `most` bound a number.

    `scores` gives the points of each choice in the order of its answer type; `level` is the step in the hierarchy of
    needs, 1 (safe and well today) to 5 (grow); `schedule_1` the matters of the Care Leavers (England) Regulations 2010,
    Schedule 1, that it speaks to; `tell_a_person` the choices after which a worker is told the same day,
    `tell_if_repeated` those after which they are told when it was the answer at the review before as well.
    """

    domain = models.ForeignKey("questionnaires.Domain", on_delete=models.PROTECT, related_name="indicators")
    code = models.CharField(_("code"), max_length=20)
    order = models.PositiveSmallIntegerField(_("order"))
    answer_type = models.CharField(_("how it is answered"), max_length=10, choices=AnswerType)
    scores = ArrayField(models.PositiveSmallIntegerField(), default=list, blank=True, verbose_name=_("points"))
    is_core = models.BooleanField(_("core"))
    level = models.PositiveSmallIntegerField(_("level"))
    schedule_1 = ArrayField(models.PositiveSmallIntegerField(), default=list, verbose_name=_("Schedule 1 matters"))
    tell_a_person = ArrayField(models.CharField(max_length=20), default=list, blank=True)
    tell_if_repeated = ArrayField(models.CharField(max_length=20), default=list, blank=True)
    least = models.DecimalField(_("smallest number"), max_digits=12, decimal_places=2, null=True, blank=True)
    most = models.DecimalField(_("largest number"), max_digits=12, decimal_places=2, null=True, blank=True)
    adopted_from = models.CharField(_("taken from"), max_length=100, blank=True)
    retired_on = models.DateField(_("retired"), null=True, blank=True)

    class Meta:
        verbose_name = _("indicator")
        verbose_name_plural = _("indicators")
        ordering = ["domain__order", "order", "code"]
        constraints = [
            models.UniqueConstraint(fields=["council", "code"], nulls_distinct=False, name="one_indicator_per_code"),
        ]

    def __str__(self) -> str:
        return self.code
