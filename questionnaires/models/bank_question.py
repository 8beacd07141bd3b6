from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.councils.owned import CouncilOrNational


class BankQuestion(CouncilOrNational):
    """A question that a council made and lets every other take. It is the nation's row: `origin` names its council.

    `content` is the question as `freezing` writes it, without pictures and recordings.
    """

    origin = models.SlugField(_("council"), max_length=60)
    origin_name = models.CharField(_("council"), max_length=200)
    domain_code = models.CharField(_("area of life"), max_length=20)
    code = models.CharField(_("code"), max_length=20)
    content = models.JSONField(_("content"))
    shared_at = models.DateTimeField(_("shared"), default=timezone.now)
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True, blank=True)

    class Meta:
        verbose_name = _("shared question")
        verbose_name_plural = _("shared questions")
        ordering = ["domain_code", "code"]
        constraints = [
            models.UniqueConstraint(
                fields=["council", "origin", "code"], nulls_distinct=False, name="one_bank_question_per_code"
            ),
        ]

    def __str__(self) -> str:
        return self.code
