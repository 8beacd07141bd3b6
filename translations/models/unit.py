from django.db import models
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.councils.owned import CouncilOrNational
from leavingwell.translations.models.choices import Area, Kind


class TranslationUnit(CouncilOrNational):
    """One text that is translated: the nation's, or a council's own. Made by `services.collecting` from the texts.

    `key` names it for good: `content.offerpage:<id>:heading`, `…:body:<block>:<path>` inside a stream of blocks,
    `portal:<context>:<digest>` for the words of the interface. `source_hash` is that of `source` and `source_plural`;
    `source_before` is what stood there before the latest change. `max_length` counts characters (None: no limit),
    `words` those of the source. `address` is the portal's path at which it can be seen, where it has one. `gone`: the
    text is used no more; its translations are kept for the memory.
    """

    key = models.CharField(_("key"), max_length=250)
    area = models.CharField(_("area"), max_length=20, choices=Area)
    domain = models.CharField(_("area of life"), max_length=20, blank=True)
    kind = models.CharField(_("kind"), max_length=10, choices=Kind, default=Kind.PLAIN)
    label = models.CharField(_("where it stands"), max_length=250)
    address = models.CharField(_("address in the portal"), max_length=250, blank=True)
    object_type = models.CharField(max_length=60, blank=True)
    object_id = models.CharField(max_length=40, blank=True)
    field = models.CharField(max_length=40, blank=True)
    source = models.TextField(_("English"))
    source_plural = models.TextField(_("English, for many"), blank=True)
    source_hash = models.CharField(max_length=32)
    source_before = models.TextField(_("English before"), blank=True)
    source_by = models.ForeignKey(
        "people.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("written by")
    )
    source_changed_at = models.DateTimeField(_("English changed"), null=True, blank=True)
    max_length = models.PositiveIntegerField(_("longest"), null=True, blank=True)
    words = models.PositiveIntegerField(_("words"), default=0)
    order = models.PositiveIntegerField(default=0)
    gone = models.BooleanField(_("used no more"), default=False)

    class Meta:
        verbose_name = _("text to translate")
        verbose_name_plural = _("texts to translate")
        ordering = ["area", "object_type", "object_id", "order", "key"]
        indexes = [
            models.Index(fields=["council", "area", "gone"], name="unit_area"),
            models.Index(fields=["object_type", "object_id"], name="unit_object"),
            models.Index(fields=["source_hash"], name="unit_source"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["council", "key"], nulls_distinct=False, name="one_unit_per_key"),
        ]

    def __str__(self) -> str:
        return self.label
