from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.councils.owned import CouncilOwned


class Attempt(CouncilOwned):
    """A try to do the plan together: when, how, and what came of it."""

    append_only = True

    class Channel(models.TextChoices):
        VISIT = "visit", _("Visit")
        CALL = "call", _("Call")
        TEXT = "text", _("Text message")
        EMAIL = "email", _("E-mail")
        LETTER = "letter", _("Letter")

    plan = models.ForeignKey("plans.Plan", on_delete=models.PROTECT, related_name="attempts")
    on = models.DateField(_("day"), default=timezone.localdate)
    channel = models.CharField(_("how"), max_length=20, choices=Channel)
    reached = models.BooleanField(_("spoke to them"), default=False)
    outcome = models.TextField(_("what happened"), max_length=2000)
    by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(_("recorded"), default=timezone.now)

    class Meta:
        verbose_name = _("attempt")
        verbose_name_plural = _("attempts")
        ordering = ["-on", "-recorded_at"]
        indexes = [models.Index(fields=["council", "plan", "-on"], name="attempt_plan")]

    def __str__(self) -> str:
        return f"{self.on} {self.channel}"
