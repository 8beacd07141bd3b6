"""Who stands in which relation to which young person."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from guardian.managers import UserObjectPermissionManager
from guardian.models import UserObjectPermissionBase

from leavingwell.platform.councils.owned import CouncilManager, CouncilOwned


class YoungPersonGrantManager(CouncilManager["YoungPersonGrant"], UserObjectPermissionManager):
    """django-guardian's manager, within the council's scope."""


class YoungPersonGrant(CouncilOwned, UserObjectPermissionBase):
    """django-guardian's object permission on a young person, in a table of its own behind the tenant wall.

    Written only by the services that start and end a relation. `until` ends duty cover by itself.
    """

    kept = False  # a right that has ended is gone; that it was there, the audit says

    content_object = models.ForeignKey("people.YoungPerson", on_delete=models.CASCADE, related_name="grants")
    until = models.DateTimeField(_("until"), null=True, blank=True)

    objects: ClassVar[YoungPersonGrantManager] = YoungPersonGrantManager()

    class Meta:
        verbose_name = _("relation")
        verbose_name_plural = _("relations")
        constraints = [
            models.UniqueConstraint(fields=["user", "permission", "content_object"], name="a_relation_once"),
        ]
        indexes = [models.Index(fields=["council", "user", "permission"], name="grant_user")]

    def __str__(self) -> str:
        return f"{self.user_id} {self.permission_id} {self.content_object_id}"
