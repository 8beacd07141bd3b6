from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.councils.owned import CouncilOwned


class DirectoryImport(CouncilOwned):
    """One import: a directory is read and compared; an editor looks at it and ticks; what is ticked is written.

    `payload` holds the services as they were read (JSON, packed with gzip) until it is over, so that they can be
    compared again. `done` of `total` is the progress of the step that goes on.
    """

    kept = False  # how something was done, not case data

    class State(models.TextChoices):
        WAITING = "waiting", _("Waiting")
        READING = "reading", _("Reading")
        READY = "ready", _("Ready to look at")
        APPLYING = "applying", _("Writing")
        DONE = "done", _("Done")
        FAILED = "failed", _("Not read")
        LEFT = "left", _("Left")

    feed = models.ForeignKey(
        "content.DirectoryFeed", on_delete=models.CASCADE, related_name="imports", verbose_name=_("service directory")
    )
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.WAITING)
    file_name = models.CharField(_("file"), max_length=150, blank=True)  # empty: fetched from the address
    is_whole = models.BooleanField(_("it is the whole directory"), default=True)
    publishes = models.BooleanField(_("put on the portal at once"), default=False)
    by = models.ForeignKey(
        "people.Person", null=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("by")
    )
    payload = models.BinaryField(_("what was read"), null=True)
    done = models.PositiveIntegerField(_("done"), default=0)
    total = models.PositiveIntegerField(_("of"), default=0)
    counts = models.JSONField(_("counts"), default=dict)
    problem = models.JSONField(_("what went wrong"), default=list)  # a code and what it is about
    started_at = models.DateTimeField(_("started"), default=timezone.now)
    moved_at = models.DateTimeField(_("last sign of life"), default=timezone.now)
    finished_at = models.DateTimeField(_("finished"), null=True)

    class Meta:
        verbose_name = _("import of a directory")
        verbose_name_plural = _("imports of directories")
        ordering = ["-started_at"]
        indexes = [models.Index(fields=["council", "feed", "-started_at"], name="directory_import_feed")]

    def __str__(self) -> str:
        return f"{self.feed} {self.started_at:%Y-%m-%d %H:%M}"

    @property
    def is_moving(self) -> bool:
        return self.state in (self.State.WAITING, self.State.READING, self.State.APPLYING)

    @property
    def percent(self) -> int:
        return min(100, 100 * self.done // self.total) if self.total else 0
