from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.councils.owned import CouncilOwned


class Suitability(CouncilOwned):
    """Whether a home is suitable, with reasons (Care Leavers (England) Regulations 2010 reg 9 and Schedule 2).

    A later look at the same home is a row of its own; earlier ones stay as they were.
    """

    append_only = True

    home = models.ForeignKey("plans.Home", on_delete=models.PROTECT, related_name="suitabilities")
    suitable = models.BooleanField(_("suitable"))
    reasons = models.TextField(_("reasons"), max_length=4000)
    their_views = models.TextField(_("what the young person thinks of it"), max_length=4000, blank=True)
    language = models.CharField(_("language"), max_length=8)
    knows_rights = models.BooleanField(_("understands rights and duties there"), default=False)
    knows_funding = models.BooleanField(_("understands who pays what"), default=False)
    provider_checked = models.BooleanField(_("the provider was checked"), default=False)
    assessed_on = models.DateField(_("looked at on"), default=timezone.localdate)
    assessed_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(_("recorded"), default=timezone.now)

    class Meta:
        verbose_name = _("suitability assessment")
        verbose_name_plural = _("suitability assessments")
        ordering = ["-assessed_on", "-recorded_at"]
        indexes = [models.Index(fields=["council", "home", "-assessed_on"], name="suitability_home")]

    def __str__(self) -> str:
        return f"{self.home} {self.assessed_on}"


class SuitabilityFactor(CouncilOwned):
    append_only = True

    class Factor(models.TextChoices):
        """Schedule 2."""

        FACILITIES = "facilities", _("Rooms and things in them")
        REPAIR = "repair", _("State of repair")
        SAFETY = "safety", _("Safety")
        LOCATION = "location", _("Place")
        SUPPORT = "support", _("Support there")
        TENANCY = "tenancy", _("Tenancy")
        COST = "cost", _("Cost, and whether it can be paid")

    class Verdict(models.TextChoices):
        FINE = "fine", _("Fine")
        CONCERN = "concern", _("A concern")
        NOT_KNOWN = "not_known", _("Not known yet")

    suitability = models.ForeignKey("plans.Suitability", on_delete=models.PROTECT, related_name="factors")
    factor = models.CharField(_("what"), max_length=20, choices=Factor)
    verdict = models.CharField(_("how it is"), max_length=20, choices=Verdict)
    note = models.TextField(_("note"), max_length=2000, blank=True)

    class Meta:
        verbose_name = _("factor of suitability")
        verbose_name_plural = _("factors of suitability")
        constraints = [models.UniqueConstraint(fields=["suitability", "factor"], name="a_factor_once")]

    def __str__(self) -> str:
        return self.get_factor_display()


class HomeViews(CouncilOwned):
    """What the young person says about where they live, in their own words and when they like."""

    append_only = True

    home = models.ForeignKey("plans.Home", on_delete=models.PROTECT, related_name="views")
    words = models.TextField(_("words"), max_length=4000)
    language = models.CharField(_("language"), max_length=8)
    written_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField(_("written"), default=timezone.now)

    class Meta:
        verbose_name = _("words about a home")
        verbose_name_plural = _("words about homes")
        ordering = ["-written_at"]
        indexes = [models.Index(fields=["council", "home", "-written_at"], name="home_views_home")]

    def __str__(self) -> str:
        return f"{self.home} {self.written_at:%Y-%m-%d}"
