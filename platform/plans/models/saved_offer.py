from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.councils.owned import CouncilOwned


class SavedOffer(CouncilOwned):
    """Something of the local offer that a young person wants to find again. Theirs alone: no worker sees what it is.

    `offer` is the offer's key, which outlives its page; `title` what it was called, for when it is gone.
    """

    kept = False  # a bookmark: what is let go is gone

    young_person = models.ForeignKey("people.YoungPerson", on_delete=models.PROTECT, related_name="saved_offers")
    offer = models.UUIDField(_("offer"))
    title = models.CharField(_("what it was called"), max_length=150)
    language = models.CharField(_("language"), max_length=8)
    saved_at = models.DateTimeField(_("saved"), default=timezone.now)

    class Meta:
        verbose_name = _("saved offer")
        verbose_name_plural = _("saved offers")
        ordering = ["-saved_at"]
        constraints = [models.UniqueConstraint(fields=["young_person", "offer"], name="an_offer_saved_once")]
        indexes = [models.Index(fields=["council", "young_person"], name="saved_offer_young_person")]

    def __str__(self) -> str:
        return self.title
