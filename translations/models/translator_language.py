from django.db import models
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.councils.owned import CouncilOrNational


class TranslatorLanguage(CouncilOrNational):
    """A language into which a person translates, or whose translations they review: a council's, or the nation's."""

    person = models.ForeignKey(
        "people.Person", on_delete=models.CASCADE, related_name="translator_languages", verbose_name=_("person")
    )
    language = models.CharField(_("language"), max_length=8)
    may_translate = models.BooleanField(_("may translate"), default=True)
    may_review = models.BooleanField(_("may review"), default=False)

    class Meta:
        verbose_name = _("translator's language")
        verbose_name_plural = _("translators' languages")
        ordering = ["person", "language"]
        constraints = [
            models.UniqueConstraint(
                fields=["council", "person", "language"], nulls_distinct=False, name="one_row_per_translator_language"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.language}"
