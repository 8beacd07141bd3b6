from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.councils.owned import CouncilOwned


class FocusOrder(CouncilOwned):
    """What the young person wants to look at first: question codes in their own order, before all that is suggested."""

    plan = models.OneToOneField("plans.Plan", on_delete=models.PROTECT, related_name="focus_order")
    questions = ArrayField(models.CharField(max_length=20), default=list)
    ordered_at = models.DateTimeField(_("ordered"), default=timezone.now)

    class Meta:
        verbose_name = _("order of what to look at")
        verbose_name_plural = _("orders of what to look at")
        indexes = [models.Index(fields=["council", "plan"], name="focus_order_plan")]

    def __str__(self) -> str:
        return ", ".join(self.questions)
