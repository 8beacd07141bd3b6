from django.db import models
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.councils.owned import CouncilOwned


class Plan(CouncilOwned):
    """A young person's one living pathway plan (Children Act 1989 section 23E). Its reviews are its versions.

    `review` is the latest of them; `current_until` the day by which the plan in force must be reviewed: a plan past it,
    or never authorised, does not count as complete. `brought_over` marks one that was authorised in a former system.
    """

    class Kind(models.TextChoices):
        FULL = "full", _("Whole plan")
        SLIM = "slim", _("Slim plan, from 21")

    young_person = models.OneToOneField("people.YoungPerson", on_delete=models.PROTECT, related_name="plan")
    kind = models.CharField(_("kind"), max_length=10, choices=Kind, default=Kind.FULL)
    review = models.ForeignKey("plans.Review", null=True, on_delete=models.PROTECT, related_name="+")
    current_until = models.DateField(_("in force until"), null=True, blank=True)
    brought_over = models.BooleanField(_("brought over from a former system"), default=False)

    class Meta:
        verbose_name = _("plan")
        verbose_name_plural = _("plans")
        indexes = [models.Index(fields=["council", "current_until"], name="plan_current_until")]

    def __str__(self) -> str:
        return f"{self.young_person}"

    @property
    def status(self) -> str:
        """A `Review.State`: where the latest review stands."""
        return self.review.state if self.review else "draft"
