from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.councils.owned import CouncilOwned


class Crisis(CouncilOwned):
    """A crisis as the young person sees it: its cause, what was done and whether that worked (domain.md 2F)."""

    class Cause(models.TextChoices):
        HOME = "home", _("Home")
        MENTAL_HEALTH = "mental_health", _("Mental health")
        MONEY = "money", _("Money")
        RELATIONSHIP = "relationship", _("Relationship")
        HARM = "harm", _("Being hurt or used by somebody")
        IMMIGRATION = "immigration", _("Immigration")
        JUSTICE = "justice", _("Justice")
        HEALTH = "health", _("Health")
        OTHER = "other", _("Other")

    class Worked(models.TextChoices):
        YES = "yes", _("Yes")
        PARTLY = "partly", _("Partly")
        NO = "no", _("No")
        TOO_EARLY = "too_early", _("Too early to say")

    young_person = models.ForeignKey("people.YoungPerson", on_delete=models.PROTECT, related_name="crises")
    cause = models.CharField(_("cause"), max_length=20, choices=Cause)
    response = models.TextField(_("what was done"), max_length=2000, blank=True)
    started_on = models.DateField(_("began"), default=timezone.localdate)
    closed_on = models.DateField(_("over"), null=True, blank=True)
    worked = models.CharField(_("did it work"), max_length=20, choices=Worked, default=Worked.TOO_EARLY)
    recorded_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    closed_by = models.ForeignKey("people.Person", null=True, on_delete=models.PROTECT, related_name="+")
    version = models.PositiveIntegerField(_("changes"), default=0)

    class Meta:
        verbose_name = _("crisis")
        verbose_name_plural = _("crises")
        ordering = ["-started_on"]
        indexes = [models.Index(fields=["council", "young_person", "-started_on"], name="crisis_young_person")]

    def __str__(self) -> str:
        return f"{self.started_on} {self.cause}"
