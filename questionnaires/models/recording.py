from django.db import models
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.councils.owned import CouncilOrNational
from leavingwell.translations.languages import LANGUAGES


class Recording(CouncilOrNational):
    """A wording read aloud in one language."""

    wording = models.ForeignKey("questionnaires.Wording", on_delete=models.CASCADE, related_name="recordings")
    language = models.CharField(_("language"), max_length=8, choices=[(code, code) for code in LANGUAGES])
    media = models.ForeignKey("questionnaires.QuestionMedia", on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("recording")
        verbose_name_plural = _("recordings")
        constraints = [
            models.UniqueConstraint(
                fields=["council", "wording", "language"], nulls_distinct=False, name="one_recording_per_language"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.wording} ({self.language})"
