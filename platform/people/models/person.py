"""A person that the council knows: staff, a young person or a supporter."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.councils.owned import CouncilOrNational
from leavingwell.platform.people.roles import Role


class Person(CouncilOrNational):
    """The human behind an account. National staff belong to no council.

    Authors, owners and workers are foreign keys to this table, so the database itself keeps another council's people
    out of a plan.
    """

    kept = True

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="person"
    )
    name = models.CharField(_("name"), max_length=200, help_text=_("The name they want to be called."))
    role = models.CharField(_("role"), max_length=30, choices=Role)
    language = models.CharField(_("language"), max_length=8, blank=True)
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    hours = models.CharField(
        _("hours"), max_length=200, blank=True, help_text=_("When they are at work and how soon they answer.")
    )
    team = models.ForeignKey(
        "people.Team", null=True, blank=True, on_delete=models.SET_NULL, related_name="members", verbose_name=_("team")
    )
    left_on = models.DateField(_("left the council"), null=True, blank=True)

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        ordering = ["name"]
        indexes = [models.Index(fields=["council", "role"], name="person_role")]

    def __str__(self) -> str:
        return self.name
