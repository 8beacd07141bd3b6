from django.db import models
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.councils.owned import CouncilOwned

LEAVE_OUT = "-"  # in `topics`: services under this term are not for the local offer


class DirectoryFeed(CouncilOwned):
    """A service directory in the Open Referral UK standard, from which the council takes offers.

    `topics` says for each term of the directory which heading of the local offer it belongs to; `terms` are those
    that were there at the last reading, with their names and how many services stand under them.
    """

    kept = False  # a setting, not case data

    name = models.CharField(_("name"), max_length=100)
    address = models.URLField(_("address"), max_length=500, blank=True)
    topic = models.ForeignKey(
        "content.OfferTopic",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("topic of the rest"),
    )
    takes_only_our_ages = models.BooleanField(_("only what is for care leavers' ages"), default=True)
    publishes = models.BooleanField(_("put on the portal at once"), default=False)
    topics = models.JSONField(_("topics of its terms"), default=dict, blank=True)
    terms = models.JSONField(_("terms at the last reading"), default=dict, blank=True)

    class Meta:
        verbose_name = _("service directory")
        verbose_name_plural = _("service directories")
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["council", "name"], name="one_directory_per_name")]

    def __str__(self) -> str:
        return self.name
