"""Choosing a page to link to: from the council's own pages."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponseRedirect
from django.urls import reverse
from wagtail.models import Page
from wagtail.permissions import policy_registry

from leavingwell.platform.councils.admin.identifiers import rows_for


def choose_page(request: HttpRequest) -> HttpResponseRedirect:
    """Begins at the council's home page. Wagtail would begin at what all councils have in common, or at one of them."""
    home = policy_registry.get_by_type(Page).explorable_root_instance(request.user)
    if home is None:
        raise Http404
    place = reverse("wagtailadmin_choose_page_child", args=[home.pk])
    return HttpResponseRedirect(f"{place}?{request.GET.urlencode()}")


def own_pages(pages: Any, request: HttpRequest) -> Any:
    """Wagtail's hook for the rows of the chooser and of its search."""
    return pages.filter(pk__in=rows_for(Page, request.user).values("pk"))
