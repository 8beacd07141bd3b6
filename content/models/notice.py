from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.councils.owned import CouncilOrNational


class Notice(CouncilOrNational):
    """A short word to everybody, for a time."""

    title = models.CharField(_("title"), max_length=120)
    body = models.TextField(_("text"), max_length=600, blank=True)
    starts_at = models.DateTimeField(_("from"), default=timezone.now)
    ends_at = models.DateTimeField(_("until"), null=True, blank=True)

    class Meta:
        verbose_name = _("notice")
        verbose_name_plural = _("notices")
        ordering = ["-starts_at"]
        indexes = [models.Index(fields=["council", "-starts_at"], name="notice_start")]

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        if self.starts_at and self.ends_at and self.ends_at <= self.starts_at:
            raise ValidationError({"ends_at": _("A notice must end after it starts.")})


def current_notices() -> models.QuerySet[Notice]:
    now = timezone.now()
    return Notice.objects.filter(Q(starts_at__lte=now), Q(ends_at=None) | Q(ends_at__gt=now))
