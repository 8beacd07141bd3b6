from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.councils.owned import CouncilOwned

if TYPE_CHECKING:
    from leavingwell.platform.people.models.young_person import YoungPerson


class Invitation(CouncilOwned):
    """A code with which somebody signs in for the first time, by e-mail or on a printed letter. Used once.

    Only a hash of the code is kept. A newer invitation of the same person ends the older one.
    """

    class Channel(models.TextChoices):
        EMAIL = "email", _("E-mail")
        LETTER = "letter", _("Printed letter")

    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="invitations")
    channel = models.CharField(_("how"), max_length=10, choices=Channel)
    code_hash = models.CharField(_("hash of the code"), max_length=64)
    made_by = models.ForeignKey("people.Person", null=True, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(_("made"), default=timezone.now)
    expires_at = models.DateTimeField(_("good until"))
    used_at = models.DateTimeField(_("used"), null=True, blank=True)
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True, blank=True)
    code: str = ""  # in the clear only on the object that was just made; never stored

    class Meta:
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        ordering = ["-made_at"]
        indexes = [models.Index(fields=["council", "code_hash"], name="invitation_code")]
        constraints = [
            models.UniqueConstraint(
                fields=["person"], condition=Q(used_at=None, withdrawn_at=None), name="one_open_invitation"
            ),
        ]

    @property
    def young_person(self) -> "YoungPerson":
        return self.person.young_person

    def __str__(self) -> str:
        return f"{self.person} {self.made_at:%Y-%m-%d}"
