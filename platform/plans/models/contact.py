from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.councils.owned import CouncilOwned


class Contact(CouncilOwned):
    """One contact with a young person, or one that did not come about (Care Leavers Regulations 2010 reg 8)."""

    append_only = True

    class Channel(models.TextChoices):
        VISIT = "visit", _("Visit at home")
        MEETING = "meeting", _("Meeting elsewhere")
        CALL = "call", _("Call")
        VIDEO = "video", _("Video call")
        TEXT = "text", _("Text message")
        EMAIL = "email", _("E-mail")
        LETTER = "letter", _("Letter")

    young_person = models.ForeignKey("people.YoungPerson", on_delete=models.PROTECT, related_name="contacts")
    on = models.DateField(_("day"), default=timezone.localdate)
    channel = models.CharField(_("how"), max_length=20, choices=Channel)
    reached = models.BooleanField(_("came about"), default=True)
    seen_alone = models.BooleanField(_("seen alone"), default=False)
    summary = models.TextField(_("what was talked about"), max_length=4000)
    by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(_("recorded"), default=timezone.now)

    class Meta:
        verbose_name = _("contact")
        verbose_name_plural = _("contacts")
        ordering = ["-on", "-recorded_at"]
        indexes = [
            models.Index(fields=["council", "young_person", "-on"], name="contact_young_person"),
            models.Index(fields=["council", "young_person", "channel", "-on"], name="contact_visit"),
        ]

    def __str__(self) -> str:
        return f"{self.on} {self.channel}"
