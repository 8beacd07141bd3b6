from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.councils.owned import CouncilOrNational
from leavingwell.translations.kept_settings import kept_here


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


def notices_not_over() -> list[Notice]:
    return list(Notice.objects.filter(Q(ends_at=None) | Q(ends_at__gt=timezone.now())))


def current_notices() -> list[Notice]:
    """To be read. Those that come or go by the clock are told apart each time: only the rows are `kept`."""
    now = timezone.now()
    found = kept_here("notices", notices_not_over)
    return [one for one in found if one.starts_at <= now and (one.ends_at is None or one.ends_at > now)]
