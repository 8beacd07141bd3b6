from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from leavingwell.platform.councils.owned import CouncilOwned


class Goal(CouncilOwned):
    """What a young person wants, in their words, and what happens if the way there does not work (Schedule 1, 4)."""

    class State(models.TextChoices):
        OPEN = "open", pgettext_lazy("a goal", "Open")
        REACHED = "reached", _("Reached")
        DROPPED = "dropped", _("Dropped")

    class Term(models.TextChoices):
        SHORT = "short", _("Soon")
        LONG = "long", _("Later")

    plan = models.ForeignKey("plans.Plan", on_delete=models.PROTECT, related_name="goals")
    check_in = models.ForeignKey(
        "questionnaires.CheckIn", null=True, blank=True, on_delete=models.PROTECT, related_name="goals"
    )
    domain = models.ForeignKey("questionnaires.Domain", null=True, on_delete=models.PROTECT, related_name="+")
    words = models.TextField(_("in their words"), max_length=500)
    contingency = models.TextField(_("if this does not work"), max_length=1000, blank=True)
    term = models.CharField(_("soon or later"), max_length=10, choices=Term, default=Term.SHORT)
    wanted_by = models.DateField(pgettext_lazy("a day", "by"), null=True, blank=True)
    state = models.CharField(_("state"), max_length=20, choices=State, default=State.OPEN)
    language = models.CharField(_("language"), max_length=8)
    added_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField(_("added"), default=timezone.now)
    finished_at = models.DateTimeField(_("reached or dropped"), null=True, blank=True)
    finished_because = models.CharField(_("what went well, or why it was dropped"), max_length=500, blank=True)
    version = models.PositiveIntegerField(_("changes"), default=0)

    class Meta:
        verbose_name = _("goal")
        verbose_name_plural = _("goals")
        ordering = ["added_at"]
        indexes = [models.Index(fields=["council", "plan", "added_at"], name="goal_plan")]

    def __str__(self) -> str:
        return self.words
