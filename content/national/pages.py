"""The nation's live pages: to read and to link to, in every council."""

from typing import Any

from wagtail.models import Page

from leavingwell.content.models import HomePage


def national_pages() -> Any:
    home = HomePage.objects.filter(council=None).first()
    return Page.objects.live().descendant_of(home, inclusive=True) if home else Page.objects.none()
