from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.councils.owned import CouncilOwned
from leavingwell.questionnaires.models.version_key import VersionKey


class Remark(CouncilOwned):
    """A young person says that a question is hard to understand or feels wrong, and how they would put it.

    Editors read the words and never whose they are; they close it with an answer, which the young person can read.
    Words that name somebody can be hidden from editors, with the reason; the row keeps them.
    """

    class Kind(models.TextChoices):
        HARD = "hard", _("Hard to understand")
        WRONG = "wrong", _("Feels wrong")

    young_person = models.ForeignKey("people.YoungPerson", on_delete=models.PROTECT, related_name="+")
    questionnaire_version = VersionKey(on_delete=models.PROTECT, related_name="+")
    question_code = models.CharField(_("question"), max_length=20)
    kind = models.CharField(_("what is wrong"), max_length=10, choices=Kind)
    suggestion = models.TextField(_("suggestion"), max_length=1000, blank=True)
    language = models.CharField(_("language"), max_length=8)
    made_at = models.DateTimeField(_("when"), default=timezone.now)
    answer = models.TextField(_("answer"), max_length=1000, blank=True)
    answered_by = models.ForeignKey("people.Person", null=True, on_delete=models.PROTECT, related_name="+")
    answered_at = models.DateTimeField(_("answered"), null=True)
    hidden_because = models.CharField(_("why the words are hidden"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("remark on a question")
        verbose_name_plural = _("remarks on questions")
        ordering = ["question_code", "-made_at"]
        indexes = [models.Index(fields=["council", "question_code"], name="remark_question")]

    def __str__(self) -> str:
        return f"{self.question_code} {self.get_kind_display()}"
