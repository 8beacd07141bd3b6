"""The append-only record of who saw and who changed what: the database refuses to alter or delete a row."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.councils.owned import CouncilOwned


class AuditEntry(CouncilOwned):
    """One thing that somebody did, with enough to read it years later.

    People and things are kept as ids and names of that day, not as foreign keys: the record outlives them.
    """

    append_only = True

    at = models.DateTimeField(_("when"), default=timezone.now)
    actor_id = models.UUIDField(_("person"), null=True)
    actor_name = models.CharField(_("name"), max_length=200, blank=True)
    actor_role = models.CharField(_("role"), max_length=30, blank=True)
    action = models.CharField(_("what"), max_length=60)
    subject_type = models.CharField(_("kind of thing"), max_length=60)
    subject_id = models.CharField(_("thing"), max_length=40)
    young_person_id = models.UUIDField(_("young person"), null=True)
    changes = models.JSONField(_("changes"), default=dict)  # {"field": [before, after]}
    reason = models.TextField(_("why"), blank=True)
    place = models.CharField(_("through"), max_length=20, blank=True)  # portal, api, admin, job
    address = models.GenericIPAddressField(_("from the address"), null=True)

    class Meta:
        verbose_name = _("audit entry")
        verbose_name_plural = _("audit entries")
        ordering = ["-at"]
        indexes = [
            models.Index(fields=["council", "young_person_id", "-at"], name="audit_young_person"),
            models.Index(fields=["council", "subject_type", "subject_id", "-at"], name="audit_subject"),
        ]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.action} {self.subject_type}"


class Receipt(CouncilOwned):
    """That a request was carried out: sent again under the same id by the same person, it changes nothing."""

    append_only = True

    request_id = models.UUIDField(_("request"))
    actor_id = models.UUIDField(_("person"))
    operation = models.CharField(_("operation"), max_length=40)
    result_type = models.CharField(_("kind of thing"), max_length=60)
    result_id = models.UUIDField(_("thing"))
    at = models.DateTimeField(_("when"), default=timezone.now)

    class Meta:
        verbose_name = _("receipt")
        verbose_name_plural = _("receipts")
        constraints = [
            models.UniqueConstraint(fields=["council", "actor_id", "request_id"], name="one_receipt_per_request"),
        ]

    def __str__(self) -> str:
        return f"{self.operation} {self.request_id}"
