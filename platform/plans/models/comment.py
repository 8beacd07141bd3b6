from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.councils.owned import CouncilOwned

WHAT_MATTERS = "what_matters"


class Comment(CouncilOwned):
    """Somebody's words on a plan, as they wrote them. The database refuses to change or delete them.

    `part` says what they are about: a domain code, `what_matters` for "what matters to me", empty for the plan; or it
    is about one goal or action. A thread is one comment and those that answer it: they have its part and audience.
    """

    append_only = True

    class Kind(models.TextChoices):
        COMMENT = "comment", _("Comment")
        GOOD_NEWS = "good_news", _("Good news")

    class Audience(models.TextChoices):
        """Who reads it, beside its author and the young person."""

        WORKER = "worker", _("My worker and their manager")
        TEAM = "team", _("Everybody who works on the plan")
        SUPPORTERS = "supporters", _("Supporters who may see comments too")

    plan = models.ForeignKey("plans.Plan", on_delete=models.PROTECT, related_name="comments")
    part = models.CharField(_("about"), max_length=20, blank=True)
    kind = models.CharField(_("kind"), max_length=20, choices=Kind, default=Kind.COMMENT)
    audience = models.CharField(_("who reads it"), max_length=20, choices=Audience, default=Audience.SUPPORTERS)
    answers = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="replies", verbose_name=_("in answer to")
    )
    goal = models.ForeignKey("plans.Goal", null=True, blank=True, on_delete=models.PROTECT, related_name="comments")
    action = models.ForeignKey("plans.Action", null=True, blank=True, on_delete=models.PROTECT, related_name="comments")
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


class CommentRead(CouncilOwned):
    """That somebody has read a comment."""

    append_only = True

    comment = models.ForeignKey("plans.Comment", on_delete=models.PROTECT, related_name="reads")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    read_at = models.DateTimeField(_("read"), default=timezone.now)

    class Meta:
        verbose_name = _("read comment")
        verbose_name_plural = _("read comments")
        constraints = [models.UniqueConstraint(fields=["comment", "person"], name="a_comment_read_once")]
        indexes = [models.Index(fields=["council", "person"], name="comment_read_person")]

    def __str__(self) -> str:
        return f"{self.person_id} {self.comment_id}"
