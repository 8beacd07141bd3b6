from datetime import timedelta

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.councils.owned import CouncilOwned

CHANGEABLE_FOR = timedelta(minutes=10)


class CheckIn(CouncilOwned):
    """How a young person says they are, in one of five faces. Only they can send it; it has no score.

    For ten minutes they can add words, choose anew who sees it, or take it back: then it is for them alone. The face
    stays, and what stood there before is kept.
    """

    class SharedWith(models.TextChoices):
        WORKER = "worker", _("My worker")
        WORKER_AND_SUPPORTERS = "worker_and_supporters", _("My worker and my supporters")
        ONLY_ME = "only_me", _("Just me")

    class Call(models.TextChoices):
        NO = "no", _("No, thanks")
        TODAY = "today", _("Yes, today")
        THIS_WEEK = "this_week", _("Yes, this week")

    young_person = models.ForeignKey("people.YoungPerson", on_delete=models.PROTECT, related_name="check_ins")
    face = models.PositiveSmallIntegerField(_("face"))
    area = models.ForeignKey("questionnaires.Domain", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    note = models.TextField(_("note"), max_length=2000, blank=True)
    shared_with = models.CharField(_("who sees it"), max_length=30, choices=SharedWith, default=SharedWith.WORKER)
    call = models.CharField(_("wants a call"), max_length=20, choices=Call, default=Call.NO)
    language = models.CharField(_("language"), max_length=8)
    sent_at = models.DateTimeField(_("sent"), default=timezone.now)
    withdrawn_at = models.DateTimeField(_("taken back"), null=True, editable=False)

    class Meta:
        verbose_name = _("check-in")
        verbose_name_plural = _("check-ins")
        ordering = ["-sent_at"]
        indexes = [models.Index(fields=["council", "young_person", "-sent_at"], name="check_in_young_person")]
        constraints = [models.CheckConstraint(condition=Q(face__range=(1, 5)), name="five_faces")]

    def __str__(self) -> str:
        return f"{self.young_person} {self.sent_at:%Y-%m-%d}"

    @property
    def can_be_changed(self) -> bool:
        return self.withdrawn_at is None and timezone.now() - self.sent_at < CHANGEABLE_FOR


class CheckInRevision(CouncilOwned):
    """A check-in as it stood before it was changed or taken back: nothing that was sent is lost."""

    append_only = True

    check_in = models.ForeignKey("questionnaires.CheckIn", on_delete=models.PROTECT, related_name="revisions")
    note = models.TextField(_("note"), blank=True)
    shared_with = models.CharField(_("who saw it"), max_length=30, choices=CheckIn.SharedWith)
    replaced_at = models.DateTimeField(_("replaced"), default=timezone.now)

    class Meta:
        verbose_name = _("earlier check-in")
        verbose_name_plural = _("earlier check-ins")
        ordering = ["replaced_at"]
        indexes = [models.Index(fields=["council", "check_in"], name="check_in_revision_check_in")]

    def __str__(self) -> str:
        return f"{self.check_in_id} {self.replaced_at:%Y-%m-%d %H:%M}"
