"""What all of our pages are: a council's (or the nation's), and served by front ends rather than by Wagtail."""

from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from wagtail.models import Page, PageManager

from leavingwell.content.permissions import CouncilPagePermissions
from leavingwell.platform.councils.models import Council
from leavingwell.platform.councils.owned import Owned, within_scope


class CouncilPageManager(PageManager):  # type: ignore[misc]
    def get_queryset(self) -> Any:
        return within_scope(super().get_queryset())


class CouncilPage(Owned, Page):  # type: ignore[misc]
    """A page whose own table is walled too. `title` and `slug` stay English: they are for editors and addresses."""

    council = models.ForeignKey(
        Council, null=True, blank=True, editable=False, db_index=False, on_delete=models.PROTECT, related_name="+"
    )

    objects: ClassVar[CouncilPageManager] = CouncilPageManager()
    permissions_class = CouncilPagePermissions
    preview_modes: list[tuple[str, str]] = []  # front ends draw our pages, not Wagtail

    class Meta:
        abstract = True

    def permissions_for_user(self, user: Any) -> CouncilPagePermissions:
        return self.permissions_class(user, self)

    def get_url_parts(self, request: Any = None) -> tuple[int, str, str] | None:
        """Leads to the portal's address of the page: what the admin's "View live" opens."""
        sites = self._get_relevant_site_root_paths(request)
        return (sites[0].site_id, sites[0].root_url, self.portal_path()) if sites else None

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """The portal shows our pages; Wagtail's own address leads there."""
        return HttpResponseRedirect(self.portal_path())

    def portal_path(self) -> str:
        return "/"
