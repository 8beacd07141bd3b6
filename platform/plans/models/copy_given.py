from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.councils.owned import CouncilOwned


class CopyGiven(CouncilOwned):
    """That the young person was given a copy of a review and had it explained: when, in which form and language."""

    append_only = True

    class Form(models.TextChoices):
        PORTAL = "portal", _("Read here")
        PRINTED = "printed", _("On paper")
        EMAILED = "emailed", _("As a file")
        EASY_READ = "easy_read", _("In easy words and pictures")
        READ_ALOUD = "read_aloud", _("Read to them")

    review = models.ForeignKey("plans.Review", on_delete=models.PROTECT, related_name="copies")
    on = models.DateField(_("given"), default=timezone.localdate)
    form = models.CharField(_("form"), max_length=20, choices=Form)
    language = models.CharField(_("language"), max_length=8)
    explained_on = models.DateField(_("explained"), null=True, blank=True)
    interpreter = models.BooleanField(_("with an interpreter"), default=False)
    note = models.TextField(_("note"), max_length=1000, blank=True)
    by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(_("recorded"), default=timezone.now)

    class Meta:
        verbose_name = _("copy given")
        verbose_name_plural = _("copies given")
        ordering = ["-on", "-recorded_at"]
        indexes = [models.Index(fields=["council", "review"], name="copy_given_review")]

    def __str__(self) -> str:
        return f"{self.review} {self.on}"
