from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.councils.owned import CouncilOrNational


class TermRendering(CouncilOrNational):
    """How translators say a glossary word in one language. A council's stands over the nation's.

    `term` is the unit of the word itself. `say` is what is required (empty: the glossary's own translation), `never`
    what is not to be used. The same as the English in `say`: the word is not translated.
    """

    term = models.ForeignKey("translations.TranslationUnit", on_delete=models.CASCADE, related_name="renderings")
    language = models.CharField(_("language"), max_length=8)
    say = models.CharField(_("say"), max_length=200, blank=True)
    never = ArrayField(models.CharField(max_length=200), verbose_name=_("do not say"), default=list, blank=True)
    set_by = models.ForeignKey(
        "people.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("set by")
    )
    changed_at = models.DateTimeField(_("changed"), auto_now=True)

    class Meta:
        verbose_name = _("rendering of a glossary word")
        verbose_name_plural = _("renderings of glossary words")
        ordering = ["term", "language"]
        constraints = [
            models.UniqueConstraint(
                fields=["council", "term", "language"], nulls_distinct=False, name="one_rendering_per_term_language"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.language}: {self.say}"
