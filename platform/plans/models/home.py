from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.councils.owned import CouncilOwned


class Home(CouncilOwned):
    """Where a young person lives or lived. Moving in starts the clocks for the visit and the review after a move.

    `kind` is the letter of the SSDA903 code for accommodation (domain.md 2B). That has none for foster carers, as it is
    asked only of those who have left care: F is ours.
    """

    class Kind(models.TextChoices):
        PARENTS = "B", _("With parents or relatives")
        COMMUNITY = "C", _("Children's home or other residential home")
        SEMI_INDEPENDENT = "D", _("Own place with regular support")
        SUPPORTED_LODGINGS = "E", _("Supported lodgings")
        FOSTER_CARE = "F", _("With foster carers")
        ABROAD = "G", _("Gone abroad")
        DEPORTED = "H", _("Deported")
        LODGINGS = "K", _("Ordinary lodgings")
        UNKNOWN = "R", _("Not known")
        HOMELESS = "S", _("No home")
        FOYER = "T", _("Foyer or similar")
        INDEPENDENT = "U", _("Own place, college or university room, shared flat")
        EMERGENCY = "V", _("Night shelter or hostel")
        BED_AND_BREAKFAST = "W", _("Bed and breakfast")
        CUSTODY = "X", _("In custody")
        OTHER = "Y", _("Somewhere else")
        FOSTER = "Z", _("With former foster carers")

    young_person = models.ForeignKey("people.YoungPerson", on_delete=models.PROTECT, related_name="homes")
    kind = models.CharField(_("kind"), max_length=1, choices=Kind)
    description = models.CharField(_("in short"), max_length=100)
    regulated = models.BooleanField(_("a regulated home"), default=False)
    moved_in_on = models.DateField(_("moved in"))
    moved_out_on = models.DateField(_("moved out"), null=True, blank=True)
    recorded_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("home")
        verbose_name_plural = _("homes")
        ordering = ["-moved_in_on", "-pk"]
        indexes = [models.Index(fields=["council", "young_person", "-moved_in_on"], name="home_young_person")]
        constraints = [
            models.UniqueConstraint(fields=["young_person"], condition=Q(moved_out_on=None), name="one_home_at_a_time"),
            models.CheckConstraint(
                condition=Q(moved_out_on=None) | Q(moved_out_on__gte=F("moved_in_on")), name="moved_out_later"
            ),
        ]

    def __str__(self) -> str:
        return self.description
