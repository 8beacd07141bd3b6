from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.councils.owned import CouncilOwned


class Review(CouncilOwned):
    """One version of a plan: worked on, submitted, and authorised or returned (Care Leavers Regulations 2010 reg 7)."""

    class State(models.TextChoices):
        DRAFT = "draft", _("Being worked on")
        QUALITY_CHECK = "quality_check", _("With the practice supervisor")
        SUBMITTED = "submitted", _("With the manager")
        RETURNED = "returned", _("Sent back")
        CURRENT = "current", _("Agreed")

    class Occasion(models.TextChoices):
        """Why it was opened (Care Leavers (England) Regulations 2010 reg 7)."""

        FIRST = "first", _("The first plan")
        PLANNED = "planned", _("The usual review")
        ASKED_FOR = "asked_for", _("Asked for by the young person")
        NEEDED = "needed", _("The worker thinks it is needed")
        MOVE = "move", _("After a move")

    class Agrees(models.TextChoices):
        YES = "yes", _("I agree with it")
        PARTLY = "partly", _("I agree with some of it")
        NO = "no", _("I do not agree with it")

    plan = models.ForeignKey("plans.Plan", on_delete=models.PROTECT, related_name="reviews")
    number = models.PositiveIntegerField(_("number"))
    state = models.CharField(_("state"), max_length=20, choices=State, default=State.DRAFT)
    occasion = models.CharField(_("why"), max_length=20, choices=Occasion, default=Occasion.PLANNED)
    response = models.OneToOneField("questionnaires.Response", on_delete=models.PROTECT, related_name="review")
    started_on = models.DateField(_("started"), default=timezone.localdate)
    due_on = models.DateField(_("due"))
    asked_for_by = models.ForeignKey("people.Person", null=True, on_delete=models.PROTECT, related_name="+")
    young_person_agrees = models.CharField(_("the young person"), max_length=10, choices=Agrees, blank=True)
    young_person_words = models.TextField(_("what the young person says about it"), max_length=4000, blank=True)
    young_person_language = models.CharField(_("language of these words"), max_length=8, blank=True)
    young_person_part_at = models.DateTimeField(_("the young person's part done"), null=True, blank=True)
    young_person_part_version = models.PositiveIntegerField(_("the young person's part, as of version"), default=0)
    worker_words = models.TextField(_("what the worker says about it"), max_length=4000, blank=True)
    worker_part_at = models.DateTimeField(_("the worker's part done"), null=True, blank=True)
    worker_part_by = models.ForeignKey("people.Person", null=True, on_delete=models.PROTECT, related_name="+")
    worker_part_version = models.PositiveIntegerField(_("the worker's part, as of version"), default=0)
    written_without = models.BooleanField(_("written without the young person"), default=False)
    written_without_reason = models.TextField(_("why without"), max_length=2000, blank=True)
    reopened_at = models.DateTimeField(_("opened again, as the young person took part"), null=True, blank=True)
    override_reason = models.TextField(_("why it is handed in incomplete"), max_length=2000, blank=True)
    submitted_at = models.DateTimeField(_("submitted"), null=True, blank=True)
    submitted_by = models.ForeignKey("people.Person", null=True, on_delete=models.PROTECT, related_name="+")
    quality_checked_at = models.DateTimeField(_("quality checked"), null=True, blank=True)
    quality_checked_by = models.ForeignKey("people.Person", null=True, on_delete=models.PROTECT, related_name="+")
    quality_words = models.TextField(_("what the practice supervisor says"), max_length=2000, blank=True)
    returned_at = models.DateTimeField(_("sent back"), null=True, blank=True)
    return_reason = models.TextField(_("why it was sent back"), blank=True)
    authorised_at = models.DateTimeField(_("authorised"), null=True, blank=True)
    authorised_by = models.ForeignKey("people.Person", null=True, on_delete=models.PROTECT, related_name="+")
    version = models.PositiveIntegerField(_("changes"), default=0)
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
