from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.councils.owned import CouncilOwned


class DirectoryService(CouncilOwned):
    """Which offer a service of a directory became, and what the directory said of it when it was last taken.

    It stands beside the offer and not in it: a copied page would copy the id, a restored one would restore it.
    """

    kept = False  # a link, not case data

    feed = models.ForeignKey(
        "content.DirectoryFeed", on_delete=models.CASCADE, related_name="services", verbose_name=_("service directory")
    )
    external_id = models.UUIDField(_("id in the directory"))
    offer = models.ForeignKey(
        "content.OfferPage",
        null=True,  # the council deleted it
        on_delete=models.SET_NULL,
        related_name="directory_services",
        verbose_name=_("offer"),
    )
    taken = models.JSONField(_("what the directory said"), default=dict)
    taken_at = models.DateTimeField(_("taken"), default=timezone.now)

    class Meta:
        verbose_name = _("service of a directory")
        verbose_name_plural = _("services of directories")
        constraints = [
            models.UniqueConstraint(fields=["council", "feed", "external_id"], name="one_service_per_directory_id"),
        ]

    def __str__(self) -> str:
        return str(self.external_id)
