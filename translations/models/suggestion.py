from django.db import models
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.councils.owned import CouncilOrNational


class Suggestion(CouncilOrNational):
    """What a council would have the nation say: its own translation of a national text, as it was when handed in.

    The operators of the nation take it or leave it, and say why. `source_hash` is that of the English it was made from.
    """

    class State(models.TextChoices):
        WAITING = "waiting", _("Waiting for the nation")
        TAKEN = "taken", _("Taken")
        LEFT = "left", _("Left as it was")

    unit = models.ForeignKey("translations.TranslationUnit", on_delete=models.CASCADE, related_name="suggestions")
    language = models.CharField(_("language"), max_length=8)
    text = models.TextField(_("translation"))
    forms = models.JSONField(_("for each number"), default=list, blank=True)
    source_hash = models.CharField(max_length=32)
    note = models.CharField(_("why it is better"), max_length=500, blank=True)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.WAITING)
    suggested_by = models.ForeignKey(
        "people.Person", on_delete=models.PROTECT, related_name="+", verbose_name=_("suggested by")
    )
    suggested_at = models.DateTimeField(_("suggested"), auto_now_add=True)
    decided_by = models.ForeignKey(
        "people.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("decided by")
    )
    decided_at = models.DateTimeField(_("decided"), null=True, blank=True)
    answer = models.CharField(_("answer"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("suggestion to the nation")
        verbose_name_plural = _("suggestions to the nation")
        ordering = ["suggested_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["council", "unit", "language"],
                condition=models.Q(state="waiting"),
                name="one_waiting_suggestion",
            ),
        ]

    @property
    def words(self) -> str | list[str]:
        return self.forms or self.text

    def __str__(self) -> str:
        return f"{self.language}: {self.text[:60]}"
