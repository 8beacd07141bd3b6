from django.db import models
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.councils.owned import CouncilOrNational
from leavingwell.translations.models.choices import Origin, Status


class Translation(CouncilOrNational):
    """A text in one language, as the workbench has it. A council's row on a national text stands over the nation's.

    `text` is what translators last wrote; young people see it once it is reviewed and written to its place.
    `applied_text`, with its hash, is what was last found or written there (no hash: nothing). `forms` holds a plural's
    words in the order of the language's plural forms. `source_seen`, with its hash, is the English that it was made
    from; `was_draft` says of a stale one that its translator had not handed it in. `reviewed_at` is about what is
    shown; `status` about what was last written. `version` grows with each change.
    """

    unit = models.ForeignKey("translations.TranslationUnit", on_delete=models.CASCADE, related_name="translations")
    language = models.CharField(_("language"), max_length=8)
    text = models.TextField(_("translation"), blank=True)
    forms = models.JSONField(_("for each number"), default=list, blank=True)
    status = models.CharField(_("status"), max_length=15, choices=Status, default=Status.DRAFT)
    was_draft = models.BooleanField(default=False)
    source_hash = models.CharField(max_length=32)
    source_seen = models.TextField(_("English that it was made from"), blank=True)
    origin = models.CharField(_("origin"), max_length=10, choices=Origin, default=Origin.PERSON)
    made_by = models.ForeignKey(
        "people.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("made by")
    )
    reviewed_by = models.ForeignKey(
        "people.Person",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("reviewed by"),
    )
    reviewed_at = models.DateTimeField(_("reviewed"), null=True, blank=True)
    comment = models.CharField(_("why it was sent back"), max_length=500, blank=True)
    applied_text = models.TextField(blank=True)
    applied_forms = models.JSONField(default=list, blank=True)
    applied_hash = models.CharField(max_length=32, blank=True)
    version = models.PositiveIntegerField(default=1)
    made_at = models.DateTimeField(_("made"), auto_now_add=True)
    changed_at = models.DateTimeField(_("changed"), auto_now=True)

    class Meta:
        verbose_name = _("translation")
        verbose_name_plural = _("translations")
        ordering = ["unit", "language"]
        indexes = [
            models.Index(fields=["council", "language", "status"], name="translation_status"),
            models.Index(fields=["unit", "language"], name="translation_unit"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["council", "unit", "language"], nulls_distinct=False, name="one_translation_per_language"
            ),
        ]

    @property
    def words(self) -> str | list[str]:
        """What was last written: the forms of a plural, else the text."""
        return self.forms or self.text

    @property
    def applied(self) -> str | list[str]:
        """What young people see of it, as `words`."""
        return self.applied_forms or self.applied_text

    def __str__(self) -> str:
        return f"{self.language}: {self.text[:60]}"
