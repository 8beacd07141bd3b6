from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.councils.owned import CouncilOwned


class ReturnReason(CouncilOwned):
    """Why a review was sent back, for one section of it. `section` is of `plans.sections`; empty for the whole plan."""

    review = models.ForeignKey("plans.Review", on_delete=models.PROTECT, related_name="return_reasons")
    section = models.CharField(_("section"), max_length=30, blank=True)
    reason = models.TextField(_("what would make it right"), max_length=2000)
    by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(_("when"), default=timezone.now)
    answered_at = models.DateTimeField(_("put right"), null=True, blank=True)
    answered_by = models.ForeignKey("people.Person", null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("reason for sending back")
        verbose_name_plural = _("reasons for sending back")
        ordering = ["at", "pk"]
        indexes = [models.Index(fields=["council", "review"], name="return_reason_review")]

    def __str__(self) -> str:
        return self.reason
