"""Buttons on the pages' own screens."""

from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets.button import Button

from leavingwell.content.models import OfferPage


def checked_button(page: Any, user: Any, next_url: str | None = None, **kwargs: Any) -> Iterator[Button]:
    """Wagtail's hook on the header of a page: an offer is checked from there too."""
    if isinstance(page, OfferPage) and page.permissions_for_user(user).may_publish():
        yield Button(
            _("I checked this today"), reverse("offers:checked", args=[page.pk]), icon_name="check", priority=5
        )
