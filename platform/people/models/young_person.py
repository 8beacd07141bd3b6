"""The young person whose plan it is."""

from datetime import date

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.councils.owned import CouncilOwned
from leavingwell.platform.people.dates import age_on


class YoungPerson(CouncilOwned):
    """Somebody who is leaving, or has left, the council's care. `person.name` is the name they chose."""

    class Category(models.TextChoices):
        """Children Act 1989 sections 23A to 24D."""

        ELIGIBLE = "eligible", _("Eligible")
        RELEVANT = "relevant", _("Relevant")
        FORMER_RELEVANT = "former_relevant", _("Former relevant")
        QUALIFYING = "qualifying", _("Qualifying")

    class State(models.TextChoices):
        STABLE = "stable", _("Stable")
        FRAGILE = "fragile", _("Fragile")
        IN_CRISIS = "in_crisis", _("In crisis")

    class Reading(models.TextChoices):
        CONFIDENT = "confident", _("Reads well")
        SOME_HELP = "some_help", _("Reads with some help")
        PICTURES = "pictures", _("Prefers pictures and easy words")
        LISTENING = "listening", _("Would rather listen")

    person = models.OneToOneField("people.Person", on_delete=models.PROTECT, related_name="young_person")
    legal_name = models.CharField(_("name in official papers"), max_length=200, blank=True)
    pronouns = models.CharField(_("pronouns"), max_length=40, blank=True)
    phone = models.CharField(
        _("their phone"),
        max_length=40,
        blank=True,
        help_text=_("For those who work with them; supporters do not see it."),
    )
    date_of_birth = models.DateField(_("date of birth"))
    category = models.CharField(_("category"), max_length=20, choices=Category)
    category_reason = models.CharField(_("why another category than the suggested one"), max_length=500, blank=True)
    reading = models.CharField(_("reading"), max_length=20, choices=Reading, blank=True)
    needs = models.TextField(
        _("what helps them"), max_length=1000, blank=True, help_text=_("Such as large print, a quiet room, more time.")
    )
    state = models.CharField(_("state"), max_length=20, choices=State, default=State.STABLE)
    team = models.ForeignKey("people.Team", on_delete=models.PROTECT, related_name="young_people")
    home = models.CharField(_("where they live, in short"), max_length=100, blank=True)
    last_contact_on = models.DateField(_("last in touch"), null=True, blank=True)
    joined_at = models.DateTimeField(_("first signed in"), null=True, blank=True)
    welcomed_at = models.DateTimeField(_("saw the welcome"), null=True, blank=True)
    celebrates = models.BooleanField(_("wants what went well to be celebrated"), default=False)
    version = models.PositiveIntegerField(_("version of the details"), default=1)
    retain_until = models.DateField(
        _("keep until"), null=True, blank=True, help_text=_("Empty: until their 75th birthday.")
    )

    class Meta:
        verbose_name = _("young person")
        verbose_name_plural = _("young people")
        permissions = [
            ("relation_self", "is the young person"),
            ("relation_worker", "is their allocated worker"),
            ("relation_manager", "manages their team"),
            ("relation_duty", "covers for their worker"),
            ("relation_supervisor", "checks the quality of their plans"),
            ("relation_supporter", "supports them, with chosen parts"),
            ("relation_emergency", "opened their record in an emergency"),
        ]
        indexes = [
            models.Index(fields=["council", "team"], name="young_person_team"),
            models.Index(fields=["council", "date_of_birth"], name="young_person_born"),
        ]

    def __str__(self) -> str:
        return self.person.name

    @property
    def age(self) -> int:
        return self.age_on(timezone.localdate())

    def age_on(self, day: date) -> int:
        return age_on(self.date_of_birth, day)
