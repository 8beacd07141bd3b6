from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.councils.owned import CouncilOwned


class SafetyNotice(CouncilOwned):
    """That one person was told of an answer after which somebody is told the same day.

    `saved_in_version` is the save of the answer that told: the same answer saved again tells nobody again. A notice to
    "the worker" is that of whoever is the young person's worker now, so a hand-over takes the unseen ones along.
    """

    class Reason(models.TextChoices):
        SAID = "said", _("What was answered")
        SAID_TWICE = "said_twice", _("What was answered twice in a row")

    class ToldAs(models.TextChoices):
        WORKER = "worker", _("Their worker")
        DUTY = "duty", _("Duty worker")
        MANAGER = "manager", _("Team manager")

    answer = models.ForeignKey("questionnaires.Answer", on_delete=models.PROTECT, related_name="safety_notices")
    saved_in_version = models.PositiveIntegerField(_("save"))
    young_person = models.ForeignKey("people.YoungPerson", on_delete=models.PROTECT, related_name="safety_notices")
    recipient = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    told_as = models.CharField(_("told as"), max_length=20, choices=ToldAs)
    reason = models.CharField(_("why"), max_length=20, choices=Reason)
    sent_at = models.DateTimeField(_("told"), default=timezone.now)
    seen_at = models.DateTimeField(_("seen"), null=True, blank=True)
    seen_by = models.ForeignKey("people.Person", null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("safety notice")
        verbose_name_plural = _("safety notices")
        ordering = ["sent_at"]
        indexes = [
            models.Index(fields=["council", "young_person", "-sent_at"], name="safety_notice_young_person"),
            models.Index(fields=["council", "recipient"], condition=Q(seen_at=None), name="safety_notice_unseen"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["answer", "saved_in_version", "recipient"], name="one_notice_per_save_and_recipient"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.recipient_id} {self.sent_at:%Y-%m-%d %H:%M}"
