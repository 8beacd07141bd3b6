"""Documents that were asked for, made in the background, and kept where only those who may can fetch them."""

from datetime import datetime, timedelta

from django.core.files.storage import Storage, storages
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.councils.owned import CouncilOwned

DATA_LASTS = timedelta(days=7)


def private_storage() -> Storage:
    return storages["private"]


def path_of(document: "Document", filename: str) -> str:
    ending = "zip" if document.kind == Document.Kind.DATA else "pdf"
    return f"{document.council_id}/{document.pk}.{ending}"


class Document(CouncilOwned):
    """One rendering of a plan, or a copy of all the data. Its file says what was true when it was made.

    The file of a copy of the data goes after a week (`expires_at`); the row stays.
    """

    class Kind(models.TextChoices):
        PLAN = "plan", _("Plan")
        DATA = "data", _("All of my data")

    class Status(models.TextChoices):
        WAITING = "waiting", _("Waiting")
        RENDERING = "rendering", _("Being made")
        READY = "ready", _("Ready")
        FAILED = "failed", _("Failed")

    plan = models.ForeignKey("plans.Plan", on_delete=models.PROTECT, related_name="documents")
    kind = models.CharField(_("kind"), max_length=20, choices=Kind, default=Kind.PLAN)
    language = models.CharField(_("language"), max_length=8)
    accessible = models.BooleanField(_("tagged for screen readers"), default=False)
    status = models.CharField(_("status"), max_length=20, choices=Status, default=Status.WAITING)
    file = models.FileField(_("file"), storage=private_storage, upload_to=path_of, blank=True)
    size = models.PositiveIntegerField(_("size in bytes"), null=True, blank=True)
    sha256 = models.CharField(_("SHA-256"), max_length=64, blank=True)
    problem = models.CharField(_("what went wrong"), max_length=40, blank=True)
    requested_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    requested_at = models.DateTimeField(_("asked for"), default=timezone.now)
    finished_at = models.DateTimeField(_("finished"), null=True, blank=True)

    class Meta:
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        ordering = ["-requested_at"]
        indexes = [models.Index(fields=["council", "plan", "-requested_at"], name="document_plan")]

    def __str__(self) -> str:
        return f"{self.kind} {self.requested_at:%Y-%m-%d}"

    @property
    def expires_at(self) -> datetime | None:
        """When the file goes; None for one that stays, or is not there yet."""
        if self.kind != self.Kind.DATA or self.finished_at is None:
            return None
        return self.finished_at + DATA_LASTS

    @property
    def has_expired(self) -> bool:
        return self.expires_at is not None and self.expires_at <= timezone.now()
