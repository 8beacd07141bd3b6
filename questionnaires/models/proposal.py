from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.councils.owned import CouncilOwned


class Proposal(CouncilOwned):
    """A questionnaire's draft, frozen to be looked at by a second person, or to be published on a day to come.

    What is published is this very content, whatever anybody changes in the meantime. `moves` says what becomes of the
    answers to the version before (`moving`).
    """

    kept = False  # a draft of questions, not case data

    class State(models.TextChoices):
        WAITING = "waiting", _("Waiting for a second person")
        SCHEDULED = "scheduled", _("Will be published")
        PUBLISHED = "published", _("Published")
        RETURNED = "returned", _("Sent back")
        WITHDRAWN = "withdrawn", _("Withdrawn")

    questionnaire = models.ForeignKey("questionnaires.Questionnaire", on_delete=models.PROTECT, related_name="+")
    content = models.JSONField(_("content"))
    content_hash = models.CharField(_("content hash"), max_length=64)
    moves = models.JSONField(_("what becomes of earlier answers"), default=list)
    consulted = models.CharField(_("who was consulted"), max_length=200, blank=True)
    consulted_on = models.DateField(_("when they were consulted"), null=True, blank=True)
    note = models.TextField(_("what changes, and why"), max_length=1000, blank=True)
    publish_at = models.DateTimeField(_("publish on"), null=True, blank=True)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.WAITING)
    proposed_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField(_("proposed"), default=timezone.now)
    decided_by = models.ForeignKey("people.Person", null=True, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(_("decided"), null=True)
    reason = models.TextField(_("reason"), max_length=1000, blank=True)
    version = models.ForeignKey("questionnaires.QuestionnaireVersion", null=True, on_delete=models.PROTECT)

    class Meta:
        verbose_name = _("proposal")
        verbose_name_plural = _("proposals")
        ordering = ["-proposed_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["council", "questionnaire"],
                condition=Q(state__in=["waiting", "scheduled"]),
                name="one_open_proposal",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.questionnaire} {self.proposed_at:%Y-%m-%d}"
