from django.db import models
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.councils.owned import CouncilOrNational
from leavingwell.translations.models.choices import Origin, Status


class TranslationChange(CouncilOrNational):
    """What a translation was at one time: who made it so, and why. Never changed, so no translator's words are lost."""

    append_only = True

    unit = models.ForeignKey("translations.TranslationUnit", on_delete=models.PROTECT, related_name="changes")
    language = models.CharField(_("language"), max_length=8)
    text = models.TextField(_("translation"), blank=True)
    forms = models.JSONField(_("for each number"), default=list, blank=True)
    status = models.CharField(_("status"), max_length=15, choices=Status)
    origin = models.CharField(_("origin"), max_length=10, choices=Origin)
    source_seen = models.TextField(_("English that it was made from"), blank=True)
    by = models.ForeignKey(
        "people.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("by")
    )
    at = models.DateTimeField(_("when"), auto_now_add=True)
    why = models.CharField(_("why"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("change of a translation")
        verbose_name_plural = _("changes of translations")
        ordering = ["-at"]
        indexes = [models.Index(fields=["unit", "language", "-at"], name="change_of_translation")]

    def __str__(self) -> str:
        return f"{self.language} {self.status}: {self.text[:60]}"
