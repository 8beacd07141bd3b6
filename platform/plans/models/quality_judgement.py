from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from leavingwell.platform.councils.owned import CouncilOwned
from leavingwell.platform.people.models import YoungPerson


class QualityJudgement(CouncilOwned):
    """What a supervisor or manager found who read an agreed version of a plan. A later look is a row of its own."""

    append_only = True

    class Outcome(models.TextChoices):
        GOOD = "good", pgettext_lazy("a plan", "Good")
        NEEDS_WORK = "needs_work", _("Needs work")

    review = models.ForeignKey("plans.Review", on_delete=models.PROTECT, related_name="judgements")
    outcome = models.CharField(_("how it is"), max_length=20, choices=Outcome)
    by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(_("judged"), default=timezone.now)

    class Meta:
        verbose_name = _("judgement of a plan")
        verbose_name_plural = _("judgements of plans")
        ordering = ["-at"]
        indexes = [models.Index(fields=["council", "review", "-at"], name="quality_judgement_review")]

    def __str__(self) -> str:
        return f"{self.review} {self.get_outcome_display()}"

    @property
    def young_person(self) -> YoungPerson:
        found: YoungPerson = self.review.plan.young_person
        return found


class QualityNote(CouncilOwned):
    """What was said with a judgement about one point of what a good plan has."""

    append_only = True

    class Point(models.TextChoices):
        """In the order in which somebody looks."""

        OWN_WORDS = "own_words", _("The young person's own words")
        THEIR_PART = "their_part", _("The young person's part")
        GOALS = "goals", _("Goals")
        STEPS = "steps", _("Steps towards each goal")
        WHO_AND_WHEN = "who_and_when", _("Who does it and by when")
        BACK_UP = "back_up", _("A back-up plan for each goal")
        MATTERS = "matters", _("What a plan must cover")
        COPY = "copy", _("A copy for the young person")

    judgement = models.ForeignKey("plans.QualityJudgement", on_delete=models.PROTECT, related_name="notes")
    point = models.CharField(_("what"), max_length=20, choices=Point)
    note = models.TextField(_("note"), max_length=1000)

    class Meta:
        verbose_name = _("note on a point of a plan")
        verbose_name_plural = _("notes on points of plans")
        constraints = [models.UniqueConstraint(fields=["judgement", "point"], name="a_point_noted_once")]

    def __str__(self) -> str:
        return self.get_point_display()
