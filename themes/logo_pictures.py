"""The logo in the one size that the portal shows it in: what was uploaded may be of any."""

from typing import Any

from wagtail.images.models import SourceImageIOError

from leavingwell.themes.models import Theme

SHOWN = "max-320x160"


def logo_shown(theme: Theme | None) -> Any:
    """The rendition; None without a logo, or when its file is lost."""
    if theme is None or theme.logo is None:
        return None
    try:
        return theme.logo.get_rendition(SHOWN)
    except (SourceImageIOError, FileNotFoundError):
        return None
