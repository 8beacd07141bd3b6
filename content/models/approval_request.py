from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.councils.owned import CouncilOwned


class ApprovalRequest(CouncilOwned):
    """Somebody's wish that a second person looks at a draft and publishes it.

    It is about one version, as it stood then: `version_at` is when that version was last written, because Wagtail
    writes over a version while somebody goes on typing.
    """

    kept = False  # goes with its page

    class State(models.TextChoices):
        WAITING = "waiting", _("Waiting")
        APPROVED = "approved", _("Approved")
        SENT_BACK = "sent_back", _("Sent back")
        WITHDRAWN = "withdrawn", _("Withdrawn")

    page = models.ForeignKey(
        "wagtailcore.Page", on_delete=models.CASCADE, related_name="approval_requests", verbose_name=_("page")
    )
    revision = models.ForeignKey("wagtailcore.Revision", null=True, on_delete=models.SET_NULL, related_name="+")
    version_at = models.DateTimeField(_("version of"))
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.WAITING)
    asked_by = models.ForeignKey(
        "people.Person", on_delete=models.PROTECT, related_name="+", verbose_name=_("asked by")
    )
    asked_at = models.DateTimeField(_("asked on"), default=timezone.now)
    comment = models.TextField(_("what to look at"), max_length=600, blank=True)
    decided_by = models.ForeignKey(
        "people.Person", null=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("decided by")
    )
    decided_at = models.DateTimeField(_("decided on"), null=True)
    reason = models.TextField(_("why"), max_length=600, blank=True)

    class Meta:
        verbose_name = _("request for approval")
        verbose_name_plural = _("requests for approval")
        ordering = ["asked_at"]
        indexes = [models.Index(fields=["council", "state", "asked_at"], name="approval_queue")]
        constraints = [
            models.UniqueConstraint(
                fields=["council", "page"], condition=Q(state="waiting"), name="one_waiting_request_a_page"
            )
        ]

    def __str__(self) -> str:
        return f"{self.page_id} {self.state}"
