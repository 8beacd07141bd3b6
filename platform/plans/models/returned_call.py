from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.councils.owned import CouncilOwned


class ReturnedCall(CouncilOwned):
    """That somebody called a young person who had asked for it in a check-in."""

    append_only = True

    check_in = models.OneToOneField("questionnaires.CheckIn", on_delete=models.PROTECT, related_name="returned_call")
    called_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    called_at = models.DateTimeField(_("called"), default=timezone.now)

    class Meta:
        verbose_name = _("returned call")
        verbose_name_plural = _("returned calls")
        indexes = [models.Index(fields=["council", "check_in"], name="returned_call_check_in")]

    def __str__(self) -> str:
        return f"{self.called_by_id} {self.called_at:%Y-%m-%d %H:%M}"
