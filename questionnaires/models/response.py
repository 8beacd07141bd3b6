from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.councils.owned import CouncilOwned
from leavingwell.questionnaires.models.version_key import VersionKey


class Response(CouncilOwned):
    """One young person's checklist at one review. It stays with the version of the questionnaire that it was asked in.

    `is_latest` marks the one that totals count; `version` goes up with each save, so that nobody overwrites unseen.
    """

    young_person = models.ForeignKey("people.YoungPerson", on_delete=models.PROTECT, related_name="responses")
    questionnaire_version = VersionKey(on_delete=models.PROTECT, related_name="responses")
    started_at = models.DateTimeField(_("started"), default=timezone.now)
    submitted_at = models.DateTimeField(_("finished"), null=True, blank=True)
    version = models.PositiveIntegerField(_("saves"), default=0)
    is_latest = models.BooleanField(_("latest"), default=True)

    class Meta:
        verbose_name = _("response")
        verbose_name_plural = _("responses")
        ordering = ["-started_at"]
        indexes = [models.Index(fields=["council", "young_person", "-started_at"], name="response_young_person")]
        constraints = [
            models.UniqueConstraint(fields=["young_person"], condition=Q(is_latest=True), name="one_latest_response"),
        ]

    def __str__(self) -> str:
        return f"{self.young_person} {self.started_at:%Y-%m-%d}"

    @property
    def complete(self) -> bool:
        return self.submitted_at is not None
