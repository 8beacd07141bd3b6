from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.councils.owned import CouncilOwned

WHAT_MATTERS = "what_matters"


class Comment(CouncilOwned):
    """Somebody's words on a plan, as they wrote them. The database refuses to change or delete them.

    `part` says what they are about: a domain code, `what_matters` for "what matters to me", empty for the plan.
    """

    append_only = True

    plan = models.ForeignKey("plans.Plan", on_delete=models.PROTECT, related_name="comments")
    part = models.CharField(_("about"), max_length=20, blank=True)
    body = models.TextField(_("words"), max_length=4000)
    language = models.CharField(_("language"), max_length=8)
    author = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField(_("written"), default=timezone.now)

    class Meta:
        verbose_name = _("comment")
        verbose_name_plural = _("comments")
        ordering = ["written_at"]
        indexes = [models.Index(fields=["council", "plan", "written_at"], name="comment_plan")]

    def __str__(self) -> str:
        return f"{self.author} {self.written_at:%Y-%m-%d}"
