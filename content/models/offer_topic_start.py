from django.db import models
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.councils.owned import CouncilOwned


class OfferTopicStart(CouncilOwned):
    """The day from which a council shows a heading whose duty has not begun in law yet, or begins later."""

    kept = False  # a setting, not case data

    topic = models.ForeignKey(
        "content.OfferTopic", on_delete=models.CASCADE, related_name="starts", verbose_name=_("topic")
    )
    starts_on = models.DateField(_("shown from"))

    class Meta:
        verbose_name = _("start of an offer topic")
        verbose_name_plural = _("starts of offer topics")
        constraints = [models.UniqueConstraint(fields=["council", "topic"], name="one_start_per_topic")]

    def __str__(self) -> str:
        return f"{self.topic} {self.starts_on}"
