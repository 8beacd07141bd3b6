from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.councils.owned import CouncilOwned


class ContentFinding(CouncilOwned):
    """Something that a check found on a page, in the version that editors see."""

    kept = False  # found again at each check

    class Kind(models.TextChoices):
        BROKEN_LINK = "broken_link", _("Broken link")
        NO_PICTURE_TEXT = "no_picture_text", _("Picture without words")
        NOT_TRANSLATED = "not_translated", _("Not translated")
        HARD_TO_READ = "hard_to_read", _("Hard to read")
        LONG_SENTENCE = "long_sentence", _("Long sentence")
        LINK_WORDS = "link_words", _("Link says too little")
        CAPITALS = "capitals", _("All capitals")
        HEADING_ORDER = "heading_order", _("Headings out of order")

    page = models.ForeignKey(
        "wagtailcore.Page", on_delete=models.CASCADE, related_name="content_findings", verbose_name=_("page")
    )
    kind = models.CharField(_("what"), max_length=20, choices=Kind)
    language = models.CharField(_("language"), max_length=8, blank=True)
    place = models.CharField(_("where"), max_length=100, blank=True)
    words = models.CharField(_("words"), max_length=300, blank=True)
    found_at = models.DateTimeField(_("found on"), default=timezone.now)

    class Meta:
        verbose_name = _("finding")
        verbose_name_plural = _("findings")
        ordering = ["page_id", "kind", "language", "id"]
        indexes = [
            models.Index(fields=["council", "kind"], name="finding_kind"),
            models.Index(fields=["council", "page"], name="finding_page"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.words}"
