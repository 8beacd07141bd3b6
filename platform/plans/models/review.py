from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.councils.owned import CouncilOwned


class Review(CouncilOwned):
    """One version of a plan: worked on, submitted, and authorised or returned (Care Leavers Regulations 2010 reg 7)."""

    class State(models.TextChoices):
        DRAFT = "draft", _("Being worked on")
        SUBMITTED = "submitted", _("With the manager")
        RETURNED = "returned", _("Sent back")
        CURRENT = "current", _("Agreed")

    plan = models.ForeignKey("plans.Plan", on_delete=models.PROTECT, related_name="reviews")
    number = models.PositiveIntegerField(_("number"))
    state = models.CharField(_("state"), max_length=20, choices=State, default=State.DRAFT)
    response = models.OneToOneField("questionnaires.Response", on_delete=models.PROTECT, related_name="review")
    started_on = models.DateField(_("started"), default=timezone.localdate)
    due_on = models.DateField(_("due"))
    asked_for_by = models.ForeignKey("people.Person", null=True, on_delete=models.PROTECT, related_name="+")
    submitted_at = models.DateTimeField(_("submitted"), null=True, blank=True)
    submitted_by = models.ForeignKey("people.Person", null=True, on_delete=models.PROTECT, related_name="+")
    returned_at = models.DateTimeField(_("sent back"), null=True, blank=True)
    return_reason = models.TextField(_("why it was sent back"), blank=True)
    authorised_at = models.DateTimeField(_("authorised"), null=True, blank=True)
    authorised_by = models.ForeignKey("people.Person", null=True, on_delete=models.PROTECT, related_name="+")
    snapshot = models.JSONField(_("as authorised"), default=dict)

    class Meta:
        verbose_name = _("review")
        verbose_name_plural = _("reviews")
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["plan", "number"], name="one_review_per_number")]
        indexes = [models.Index(fields=["council", "state", "due_on"], name="review_state")]

    def __str__(self) -> str:
        return f"{self.plan} {self.number}"

    @property
    def is_open(self) -> bool:
        """Still worked on, by the young person and the worker."""
        return self.state in (self.State.DRAFT, self.State.RETURNED)
