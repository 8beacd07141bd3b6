from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.councils.owned import CouncilOwned


class Redaction(CouncilOwned):
    """Words about somebody else that a young person's copy of their data leaves out, and why. The record keeps them.

    `start` and `end` count characters of the field's text as it was when its `words` were marked; `sha256` tells
    whether it still is. The words are left out at every place of that text.
    """

    class Reason(models.TextChoices):
        THIRD_PARTY = "third_party", _("Private to somebody else")
        SAFETY = "safety", _("Could put somebody in danger")
        LEGAL = "legal", _("A court or the law forbids it")

    young_person = models.ForeignKey("people.YoungPerson", on_delete=models.PROTECT, related_name="redactions")
    subject_type = models.CharField(_("kind of thing"), max_length=60)
    subject_id = models.UUIDField(_("thing"))
    field = models.CharField(_("field"), max_length=40)
    start = models.PositiveIntegerField(_("from character"))
    end = models.PositiveIntegerField(_("to character"))
    words = models.TextField(_("words"), blank=True, default="")
    sha256 = models.CharField(_("fingerprint of the text"), max_length=64, blank=True, default="")
    reason = models.CharField(_("why"), max_length=20, choices=Reason)
    explanation = models.CharField(_("in words"), max_length=500)
    by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(_("marked"), default=timezone.now)
    lifted_at = models.DateTimeField(_("taken back"), null=True, blank=True)
    lifted_by = models.ForeignKey("people.Person", null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("redaction")
        verbose_name_plural = _("redactions")
        ordering = ["at"]
        indexes = [models.Index(fields=["council", "young_person"], name="redaction_young_person")]
        constraints = [
            models.CheckConstraint(condition=models.Q(end__gt=models.F("start")), name="redaction_of_some_words")
        ]

    def __str__(self) -> str:
        return f"{self.subject_type} {self.field}"
