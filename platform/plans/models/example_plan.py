from django.db import models
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.councils.owned import CouncilOrNational


class ExamplePlan(CouncilOrNational):
    """A best-practice plan of somebody made up, for workers and young people to look at. Always marked as an example.

    `content` has the shape of `plans.snapshots.snapshot_of`.
    """

    code = models.SlugField(_("code"), max_length=40)
    title = models.CharField(_("title"), max_length=200)
    about = models.TextField(_("what it shows"), max_length=1000)
    content = models.JSONField(_("plan"))

    class Meta:
        verbose_name = _("example plan")
        verbose_name_plural = _("example plans")
        ordering = ["title"]
        constraints = [
            models.UniqueConstraint(fields=["council", "code"], nulls_distinct=False, name="one_example_per_code")
        ]

    def __str__(self) -> str:
        return self.title
