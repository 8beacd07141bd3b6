from functools import cached_property

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.councils.owned import CouncilOrNational
from leavingwell.questionnaires.content import Content


class QuestionnaireVersion(CouncilOrNational):
    """A questionnaire as published: frozen for ever, so that a response can always be shown as it was asked.

    `content` has the shape that `freezing.content_of` describes; `content_hash` is its SHA-256. `moves` says what the
    answers to the version before become in this one (`moving`).
    """

    append_only = True

    questionnaire = models.ForeignKey("questionnaires.Questionnaire", on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField(_("version"))
    content = models.JSONField(_("content"))
    content_hash = models.CharField(_("content hash"), max_length=64)
    published_at = models.DateTimeField(_("published"), default=timezone.now)
    moves = models.JSONField(_("what becomes of earlier answers"), default=list)
    consulted = models.CharField(_("who was consulted"), max_length=200, blank=True)
    consulted_on = models.DateField(_("when they were consulted"), null=True, blank=True)
    note = models.TextField(_("what changes, and why"), max_length=1000, blank=True)
    checked_by = models.ForeignKey("people.Person", null=True, on_delete=models.PROTECT, related_name="+")
    published_by = models.ForeignKey("people.Person", null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("published questionnaire")
        verbose_name_plural = _("published questionnaires")
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["council", "questionnaire", "number"], nulls_distinct=False, name="one_version_per_number"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.questionnaire} {self.number}"

    @cached_property
    def reading(self) -> Content:
        return Content(self.content)
