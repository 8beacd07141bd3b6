from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.councils.owned import CouncilOwned


class DirectoryRow(CouncilOwned):
    """What an import would do about one service, what the editor wants of it, and what became of it.

    `values` are those of the offer's columns; `changes` a list of `{field, before, after, conflict}`, where a conflict
    is a field that the council changed itself: its own words stay unless the field is one of `overwrites`.
    """

    kept = False

    class Kind(models.TextChoices):
        NEW = "new", _("New")
        CHANGED = "changed", _("Changed")
        SAME = "same", _("The same")
        GONE = "gone", _("Gone")
        UNREADABLE = "unreadable", _("Cannot be read")
        LEFT_OUT = "left_out", _("Left out")

    class Result(models.TextChoices):
        OPEN = "", _("Not written")
        LIVE = "live", _("Put on the portal")
        DRAFT = "draft", _("Written as a draft")
        KEPT = "kept", _("Ours kept")
        UNPUBLISHED = "unpublished", _("Taken off the portal")
        PASSED_OVER = "passed_over", _("Passed over")

    run = models.ForeignKey(
        "content.DirectoryImport", on_delete=models.CASCADE, related_name="rows", verbose_name=_("import")
    )
    position = models.PositiveIntegerField(_("row"))
    external_id = models.UUIDField(_("id in the directory"), null=True)
    name = models.CharField(_("name"), max_length=150, blank=True)
    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    values = models.JSONField(_("what the directory says"), default=dict)
    changes = models.JSONField(_("changes"), default=list)
    faults = models.JSONField(_("what is wrong with it"), default=list)
    is_chosen = models.BooleanField(_("chosen"), default=False)
    overwrites = ArrayField(models.CharField(max_length=40), default=list, verbose_name=_("fields to overwrite"))
    offer = models.ForeignKey(
        "content.OfferPage", null=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("offer")
    )
    result = models.CharField(_("result"), max_length=12, choices=Result, blank=True)

    class Meta:
        verbose_name = _("row of an import")
        verbose_name_plural = _("rows of imports")
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["council", "run", "position"], name="one_directory_row")]
        indexes = [models.Index(fields=["council", "run", "kind", "position"], name="directory_row_kind")]

    def __str__(self) -> str:
        return f"{self.position} {self.name}"
