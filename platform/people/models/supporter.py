from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.councils.owned import CouncilOwned


class Supporter(CouncilOwned):
    """A carer, mentor or friend whom the young person lets see chosen parts of the plan, until they end it."""

    class Part(models.TextChoices):
        GOALS = "goals", _("Goals")
        ACTIONS = "actions", _("To-do list")
        COMMENTS = "comments", _("Comments")
        STATE_OF_PLAY = "state_of_play", _("How things stand")
        ANSWERS = "answers", _("Checklist answers")

    class Kind(models.TextChoices):
        CARER = "carer", _("Carer")
        FAMILY = "family", _("Family")
        FRIEND = "friend", _("Friend")
        MENTOR = "mentor", _("Mentor")
        JOBS_ADVISER = "jobs_adviser", _("Jobs adviser")
        OTHER = "other", _("Somebody else")

    young_person = models.ForeignKey("people.YoungPerson", on_delete=models.PROTECT, related_name="supporters")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="supports")
    relationship = models.CharField(_("who they are"), max_length=100)
    kind = models.CharField(_("kind"), max_length=20, choices=Kind, default=Kind.OTHER)
    parts = ArrayField(models.CharField(max_length=20, choices=Part), verbose_name=_("what they may see"))
    domain_codes = ArrayField(
        models.CharField(max_length=20),
        default=list,
        blank=True,
        verbose_name=_("about"),
        help_text=_("None: all areas."),
    )
    starts_at = models.DateTimeField(_("since"), default=timezone.now)
    added_by = models.ForeignKey("people.Person", null=True, on_delete=models.PROTECT, related_name="+")
    agreement = models.CharField(
        _("how the young person agreed"),
        max_length=300,
        blank=True,
        help_text=_("Where a worker adds a supporter: when and how the young person said yes."),
    )
    ended_at = models.DateTimeField(_("ended"), null=True, blank=True)
    ended_by = models.ForeignKey("people.Person", null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("supporter")
        verbose_name_plural = _("supporters")
        ordering = ["starts_at"]
        indexes = [models.Index(fields=["council", "person"], name="supporter_person")]
        constraints = [
            models.UniqueConstraint(
                fields=["young_person", "person"], condition=Q(ended_at=None), name="a_supporter_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} – {self.young_person}"

    def sees(self, part: str, domain_code: str | None = None) -> bool:
        return part in self.parts and (not self.domain_codes or domain_code in self.domain_codes)
