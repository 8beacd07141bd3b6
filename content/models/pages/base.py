"""What all of our pages are: a council's (or the nation's), and served by front ends rather than by Wagtail."""

from typing import Any

from django.db import models
from django.http import HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from wagtail.models import Page, PageManager

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

    objects = CouncilPageManager()

    class Meta:
        abstract = True

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """The portal shows our pages; Wagtail's own address leads there."""
        return HttpResponseRedirect(self.portal_path())

    def portal_path(self) -> str:
        return "/"
