"""What all of our pages are: a council's (or the nation's), and served by front ends rather than by Wagtail."""

from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from wagtail.admin.panels import TabbedInterface
from wagtail.models import Page, PageManager
from wagtail.utils.decorators import cached_classmethod

from leavingwell.content.checks.admin.panel import with_checks
from leavingwell.content.editing.shown import ShownInPortal
from leavingwell.content.models.read_together import ReadTogether
from leavingwell.content.permissions import CouncilPagePermissions
from leavingwell.platform.councils.models import Council
from leavingwell.platform.councils.owned import Owned, within_scope
from leavingwell.translations.services.restoring import keep_approved


class CouncilPageManager(PageManager):  # type: ignore[misc]
    _queryset_class = ReadTogether  # what `from_queryset` sets

    def get_queryset(self) -> Any:
        return within_scope(super().get_queryset())


class CouncilPage(ShownInPortal, Owned, Page):  # type: ignore[misc]
    """A page whose own table is walled too. `title` and `slug` stay English: they are for editors and addresses."""

    council = models.ForeignKey(
        Council, null=True, blank=True, editable=False, db_index=False, on_delete=models.PROTECT, related_name="+"
    )

    objects: ClassVar[CouncilPageManager] = CouncilPageManager()
    permissions_class = CouncilPagePermissions

    class Meta:
        abstract = True

    @cached_classmethod  # type: ignore[untyped-decorator]
    def get_edit_handler(cls) -> Any:  # noqa: N805  # a class method of Wagtail's own kind
        """The page's form, with what the checks find on top."""
        tabs = cls.edit_handler
        return (with_checks(tabs) if isinstance(tabs, TabbedInterface) else tabs).bind_to_model(cls)

    def permissions_for_user(self, user: Any) -> CouncilPagePermissions:
        return self.permissions_class(user, self)

    def get_url_parts(self, request: Any = None) -> tuple[int, str, str] | None:
        """Leads to the portal's address of the page: what the admin's "View live" opens."""
        if self.council_id is None:  # read at the same address in every council
            return (0, "", self.portal_path())
        sites = self._get_relevant_site_root_paths(request)
        return (sites[0].site_id, sites[0].root_url, self.portal_path()) if sites else None

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """The portal shows our pages; Wagtail's own address leads there."""
        return HttpResponseRedirect(self.portal_path())

    def save_revision(self, *args: Any, previous_revision: Any = None, **kwargs: Any) -> Any:
        """An older version comes back without taking away what translators have done since."""
        if previous_revision is not None and previous_revision.pk != self.latest_revision_id:
            keep_approved(self, previous_revision)
        return super().save_revision(*args, previous_revision=previous_revision, **kwargs)

    def portal_path(self) -> str:
        return "/"
