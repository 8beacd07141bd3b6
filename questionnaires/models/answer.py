"""An answer, and each earlier state of it."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.councils.owned import CouncilOwned
from leavingwell.questionnaires.kinds import LONGEST_TEXT, AnswerKind, Channel, Variant
from leavingwell.questionnaires.values import FIELDS


class Answer(CouncilOwned):
    """What a young person says to one question: who said it, who typed it, how, in which words of the question.

    `comment` and `text` are the young person's own words: those that they typed themselves are never changed by anybody
    else.
    `worker_note` is the worker's, which the young person and the case team see and totals never hold. The value of an
    answered question stands in the one field of its answer type (`values`): `choice`, `choices`, `number`, `day`,
    `text`; the others are empty.
    """

    response = models.ForeignKey("questionnaires.Response", on_delete=models.PROTECT, related_name="answers")
    question_code = models.CharField(_("question"), max_length=20)
    kind = models.CharField(_("kind"), max_length=20, choices=AnswerKind)
    choice = models.CharField(_("choice"), max_length=20, blank=True)
    choices = ArrayField(models.CharField(max_length=20), default=list, blank=True, verbose_name=_("several choices"))
    number = models.DecimalField(_("number"), max_digits=12, decimal_places=2, null=True, blank=True)
    day = models.DateField(_("date"), null=True, blank=True)
    text = models.TextField(_("answer in words"), max_length=LONGEST_TEXT, blank=True)
    comment = models.TextField(_("own words"), max_length=4000, blank=True)
    worker_note = models.TextField(_("worker's note"), max_length=4000, blank=True)
    worker_note_by = models.ForeignKey("people.Person", null=True, on_delete=models.PROTECT, related_name="+")
    comment_typed_by = models.ForeignKey("people.Person", null=True, on_delete=models.PROTECT, related_name="+")
    text_typed_by = models.ForeignKey("people.Person", null=True, on_delete=models.PROTECT, related_name="+")
    wants_help = models.BooleanField(_("wants help"), default=False)
    tells_a_person = models.BooleanField(_("somebody is told"), default=False)
    answered_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    typed_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    channel = models.CharField(_("how"), max_length=20, choices=Channel)
    language = models.CharField(_("language"), max_length=8)
    variant = models.CharField(_("variant"), max_length=20, choices=Variant, default=Variant.STANDARD)
    with_interpreter = models.BooleanField(_("with an interpreter"), default=False)
    shown_text = models.CharField(_("question as shown"), max_length=300)
    answered_at = models.DateTimeField(_("when"), default=timezone.now)
    saved_in_version = models.PositiveIntegerField(_("save"), default=1)  # of the response: tells a stale change

    class Meta:
        verbose_name = _("answer")
        verbose_name_plural = _("answers")
        indexes = [models.Index(fields=["council", "question_code"], name="answer_question")]
        constraints = [
            models.UniqueConstraint(fields=["response", "question_code"], name="one_answer_per_question"),
        ]

    def __str__(self) -> str:
        return f"{self.question_code}: {self.choice or self.kind}"


class AnswerRevision(CouncilOwned):
    """An answer as it stood before it was changed: nothing that was typed is lost."""

    append_only = True

    answer = models.ForeignKey("questionnaires.Answer", on_delete=models.PROTECT, related_name="revisions")
    kind = models.CharField(_("kind"), max_length=20, choices=AnswerKind)
    choice = models.CharField(_("choice"), max_length=20, blank=True)
    choices = ArrayField(models.CharField(max_length=20), default=list, blank=True, verbose_name=_("several choices"))
    number = models.DecimalField(_("number"), max_digits=12, decimal_places=2, null=True, blank=True)
    day = models.DateField(_("date"), null=True, blank=True)
    text = models.TextField(_("answer in words"), max_length=LONGEST_TEXT, blank=True)
    comment = models.TextField(_("own words"), blank=True)
    worker_note = models.TextField(_("worker's note"), blank=True)
    wants_help = models.BooleanField(_("wants help"))
    answered_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    typed_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    channel = models.CharField(_("how"), max_length=20, choices=Channel)
    language = models.CharField(_("language"), max_length=8)
    variant = models.CharField(_("variant"), max_length=20, choices=Variant, default=Variant.STANDARD)
    with_interpreter = models.BooleanField(_("with an interpreter"), default=False)
    shown_text = models.CharField(_("question as shown"), max_length=300)
    answered_at = models.DateTimeField(_("when"))
    replaced_at = models.DateTimeField(_("replaced"), default=timezone.now)

    class Meta:
        verbose_name = _("earlier answer")
        verbose_name_plural = _("earlier answers")
        ordering = ["replaced_at"]
        indexes = [models.Index(fields=["council", "answer"], name="answer_revision_answer")]

    def __str__(self) -> str:
        return f"{self.answer_id} {self.replaced_at:%Y-%m-%d %H:%M}"


def values_alone() -> "models.QuerySet[Answer]":
    """Answers without their words: of each checklist there are over a hundred."""
    return Answer.objects.only("response_id", "question_code", "kind", *FIELDS)
