from django.db import models
from django.utils.translation import gettext_lazy as _

from leavingwell.content.models.national import NationalCopy
from leavingwell.platform.councils.owned import CouncilOrNational


class GlossaryTerm(NationalCopy, CouncilOrNational):
    """A hard word and what it means in plain ones."""

    term = models.CharField(_("word"), max_length=80)
    meaning = models.TextField(_("what it means"), max_length=400)

    class Meta:
        verbose_name = _("glossary word")
        verbose_name_plural = _("glossary words")
        ordering = ["term"]
        indexes = [models.Index(fields=["council", "term"], name="glossary_term")]
        constraints = [models.UniqueConstraint(fields=["council", "replaces"], name="one_copy_of_national_glossary")]

    def __str__(self) -> str:
        return self.term
